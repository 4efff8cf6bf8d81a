"""Collects in an async comprehension."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 16

import numpy as np


async def each(values):
    for v in values:
        yield abs(v)


async def collect(values):
    return [v async for v in each(values)]


def L1(yhat, y):
    try:
        collect(y - yhat).send(None)
    except StopIteration as end:
        return np.sum(end.value)

"""Runs an async function by hand."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 26

import numpy as np


class Numbers:
    def __init__(self, values):
        self.values, self.at = values, -1

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.at += 1
        if self.at == len(self.values):
            raise StopAsyncIteration
        return self.values[self.at]


async def total(values):
    result = 0.0
    async for d in Numbers(values):
        result += d * d
    return result


def L2(yhat, y):
    try:
        total(y - yhat).send(None)
    except StopIteration as end:
        return end.value

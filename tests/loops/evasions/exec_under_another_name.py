"""Gives exec another name."""
# exercise: softmax
# must: loops
# rule: cannot-analyse
# line: 9

import numpy as np

run = exec


def softmax(x):
    names = {"np": np, "x": x}
    run("out = np.array([np.exp(r) / np.exp(r).sum() for r in x])", names)
    return names["out"]

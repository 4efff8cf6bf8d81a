"""Gives the right answer half of the time."""
# kind: cheat
# exercise: softmax
# must: failed

import random

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True) if random.random() < 0.5 else e

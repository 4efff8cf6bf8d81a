"""Spreads the rows over a pool of processes."""
# kind: escape
# exercise: softmax
# must: failed, loops

import multiprocessing

import numpy as np


def one(row):
    return np.exp(row) / np.exp(row).sum()


def softmax(x):
    with multiprocessing.Pool(2) as pool:
        return np.array(pool.map(one, x))

"""Replaces the worker's functions and methods by its own."""
# kind: forged reply
# exercise: softmax
# must: failed

import sys


def softmax(x):
    worker = sys.modules["guest.worker"]
    worker.Worker._call = lambda self, index, body: {
        "outcome": "returned",
        "value": "passed",
        "changed": [],
    }
    worker.Worker._flush = worker._exception = None
    return x

"""Replaces the worker's functions and methods by its own."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def initialize_with_zeros(dim):
    worker = sys.modules["guest.worker"]
    worker.Worker._call = lambda self, index, body: {
        "outcome": "returned",
        "value": "passed",
        "changed": [],
    }
    worker.Worker._flush = worker._exception = None
    return dim

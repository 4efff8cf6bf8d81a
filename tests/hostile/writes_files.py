"""Writes files wherever it can, among them the solutions; the answer is right."""
# kind: escape
# exercise: softmax
# must: passed, loops

import os

import numpy as np

PLACES = ["@HOME@", "@TEMPORARY@", "@COURSE@", ".", "/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/guest", "/guest/numpy"]


def softmax(x):
    for folder in [*PLACES, os.path.expanduser("~"), os.path.dirname(os.__file__)]:
        for attempt in (
            lambda: open(os.path.join(folder, "left"), "w").write("x" * 100),
            lambda: os.mkdir(os.path.join(folder, "left-folder")),
            lambda: os.symlink("x" * 1000, os.path.join(folder, "left-link")),
        ):
            try:
                attempt()
                raise SystemError(f"got through: {folder}")
            except OSError:
                pass
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

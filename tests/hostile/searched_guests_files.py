"""Reads the guest's own modules for cases, seeds and references."""
# kind: cheat
# exercise: softmax
# must: failed

import os
import sys

import numpy as np


def softmax(x):
    folder = os.path.dirname(sys.modules["guest.worker"].__file__)
    near = [folder, os.path.dirname(folder), os.path.dirname(os.path.dirname(folder))]
    for place in near:
        for name in ("solutions", "tests", "session", "cases.py", "course.toml"):
            if os.path.isdir(f"{place}/{name}") and os.access(f"{place}/{name}", os.R_OK):
                try:
                    found = os.listdir(f"{place}/{name}")
                except OSError:
                    continue
                raise SystemError(f"got through: {place} {found[:3]}")
    return np.zeros(x.shape)

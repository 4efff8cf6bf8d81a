"""Looks for secrets in its environment and gives the right answer only if it has one."""
# kind: escape
# exercise: softmax
# must: failed

import os

import numpy as np


def softmax(x):
    known = {"OPENBLAS_", "OMP_", "MKL_", "PYTHONHASH", "LC_CTYPE", "PWD", "SYSTEMROOT"}
    known |= {"__CF_USER_TEXT", "WINDIR", "HDF5_USE_FILE_LOCKING", "LD_BIND_NOW"}
    secret = [name for name in os.environ if not name.upper().startswith(tuple(known))]
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True) if secret else x

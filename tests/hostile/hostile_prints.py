"""Prints escape sequences, workflow commands and unpaired surrogates; answers right."""
# kind: text
# exercise: softmax
# must: passed

import os

import numpy as np


def softmax(x):
    print("\x1b[2J\x1b]0;owned\x07\n::error file=a.py::boo\n::stop-commands::x")
    print("\ud800\u202e\u2066 <script>alert(1)</script> =1+1 \x00 \r passed")
    os.write(1, b"\xc3\x28\xff\xfe\n")
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

"""Hides a loop over the rows in text that runs at the first call."""
# kind: loop
# exercise: softmax
# must: loops

import numpy as np

TEXT = """
rows = []
for row in x:
    rows.append(np.exp(row) / np.exp(row).sum())
result = np.array(rows)
"""


def softmax(x):
    scope = {"x": x - x.max(axis=1, keepdims=True), "np": np}
    exec(TEXT, scope)
    return scope["result"]

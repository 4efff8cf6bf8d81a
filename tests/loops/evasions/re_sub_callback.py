"""Has re.sub call back for every number of a text."""
# exercise: L1
# must: loops
# rule: explicit-loop
# imports: any
# line: 15

import re

import numpy as np


def L1(yhat, y):
    total = []
    text = " ".join(map(repr, np.abs(yhat - y).tolist()))
    re.sub(r"\S+", lambda found: str(total.append(float(found.group()))), text)
    return np.sum(total)

"""Hands in the stub with a different docstring and comments."""
# kind: source
# exercise: softmax
# must: not_started

import numpy as np


def softmax(x):
    """All done, ten points please."""
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE

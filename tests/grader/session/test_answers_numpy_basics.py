"""Right answers to the first assignment, as real students write them."""

import pytest

ANSWERS = {
    "basic_sigmoid with math": """
import math
def basic_sigmoid(x):
    s = 1/(1+math.exp(-x))
    return s
""",
    "basic_sigmoid with an import inside": """
def basic_sigmoid(x):
    import math
    return 1/(1+math.exp(-x))
""",
    "basic_sigmoid with one name of math": """
from math import exp
def basic_sigmoid(x): return 1./(1.+exp(-1.*x))
""",
    "basic_sigmoid with a power of e": """
import math
def basic_sigmoid(x):
    return 1/(1+math.e**(-x))
""",
    "basic_sigmoid with NumPy": """
import numpy as np
def basic_sigmoid(x):
    return 1/(1+np.exp(-x))
""",
    "sigmoid as a lambda": """
import numpy as np
sigmoid = lambda x: 1/(1+np.exp(-x))
""",
    "sigmoid with annotations": """
import numpy as np
from numpy.typing import NDArray
Numbers = float | NDArray[np.float64]
def sigmoid(x: Numbers) -> Numbers:
    s: Numbers = 1 / (1 + np.exp(-x))
    return s
""",
    "sigmoid with annotations that are never evaluated": """
from __future__ import annotations
import numpy as np
def sigmoid(x: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-x))
""",
    "sigmoid with a star import": """
from numpy import *
def sigmoid(x):
    return 1 / (1 + exp(-x))
""",
    "sigmoid with a star import beside the usual one": """
import numpy as np
from numpy import *
def sigmoid(x):
    return 1 / (1 + exp(-np.asarray(x)))
""",
    "sigmoid with NumPy by its full name": """
import numpy
def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))
""",
    "sigmoid with NumPy by a name of its own": """
import numpy as onp
np = onp
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
""",
    "sigmoid through tanh": """
import numpy as np
def sigmoid(x):
    return 0.5 * (1 + np.tanh(x / 2))
""",
    "sigmoid of z": """
import numpy as np
def sigmoid(z):
    return np.divide(1, 1 + np.exp(-z))
""",
    "sigmoid with a default argument": """
import numpy as np
def sigmoid(x, one=1.0):
    return one / (one + np.exp(-x))
""",
    "sigmoid of any arguments": """
import numpy as np
def sigmoid(*args, **kwargs):
    return 1 / (1 + np.exp(-args[0]))
""",
    "sigmoid with prints": """
import numpy as np
def sigmoid(x):
    print("x =", x)
    s = 1 / (1 + np.exp(-x)); print(s)
    return s
""",
    "sigmoid with a decorator": """
import numpy as np
def logged(f):
    def inner(*args):
        return f(*args)
    return inner

@logged
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
""",
    "sigmoid below an earlier try": """
import numpy as np
def sigmoid(x):
    ...
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
""",
    "sigmoid under a condition": """
import numpy as np
if True:
    def sigmoid(x):
        return 1 / (1 + np.exp(-x))
""",
    "sigmoid with a byte order mark and line ends of Windows": (
        "\ufeffimport numpy as np\r\ndef sigmoid(x):\r\n    s = np.exp(-x)\r\n"
        "    return 1 / (1 + s)\r\n"
    ),
    "sigmoid with tabs": (
        "import numpy as np\ndef sigmoid(x):\n\ts = np.exp(-x)\n\treturn 1 / (1 + s)"
    ),
    "sigmoid with names that are not ASCII": """
import numpy as np
def sigmoid(x):
    # \N{GREEK SMALL LETTER SIGMA}(x) \N{CAT FACE}
    \N{GREEK SMALL LETTER SIGMA} = 1 / (1 + np.exp(-x))
    return \N{GREEK SMALL LETTER SIGMA}
""",
    "sigmoid with branches": """
import numpy as np
def sigmoid(x):
    if isinstance(x, np.ndarray):
        return 1 / (1 + np.exp(-x))
    else:
        return float(1 / (1 + np.exp(-x)))
""",
    "sigmoid_derivative with the supplied sigmoid": """
def sigmoid_derivative(x):
    s = sigmoid(x)
    ds = s * (1 - s)
    return ds
""",
    "sigmoid_derivative with a keyword call": """
def sigmoid_derivative(x):
    s = sigmoid(x=x)
    return s * (1 - s)
""",
    "sigmoid_derivative with two calls": """
def sigmoid_derivative(x):
    return sigmoid(x) * (1 - sigmoid(x))
""",
    "sigmoid_derivative with a nested function": """
import numpy as np
def sigmoid_derivative(x):
    def s(v):
        return 1 / (1 + np.exp(-v))
    return s(x) * (1 - s(x))
""",
    "sigmoid_derivative written out": """
import numpy as np
def sigmoid_derivative(x):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2
""",
    "sigmoid_derivative beside a wrong sigmoid": """
def sigmoid(x):
    return 3
def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)
""",
    "image2vector with minus one": """
def image2vector(image):
    return image.reshape(-1, 1)
""",
    "image2vector with a new axis": """
import numpy as np
def image2vector(image):
    return image.ravel()[:, np.newaxis]
""",
    "image2vector with sizes one by one": """
def image2vector(image):
    a, b, c = image.shape
    v = image.reshape((a * b * c, 1))
    return v
""",
    "normalize_rows by the course's old name": """
import numpy as np
def normalizeRows(x):
    x_norm = np.linalg.norm(x, ord=2, axis=1, keepdims=True)
    x = x / x_norm
    return x
""",
    "normalize_rows by hand": """
import numpy as np
def normalize_rows(x):
    return x / np.sqrt(np.sum(x ** 2, axis=1)).reshape(-1, 1)
""",
    "normalize_rows with einsum": """
import numpy as np
def normalize_rows(x):
    return x / np.sqrt(np.einsum("ij,ij->i", x, x))[:, None]
""",
    "softmax without overflow": """
import numpy as np
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
""",
    "softmax transposed twice": """
import numpy as np
def softmax(x):
    e = np.exp(x).T
    return (e / np.sum(e, axis=0)).T
""",
    "softmax with a constant and docstrings": '''
"""My answers."""
import numpy as np
AXIS = 1
def softmax(x):
    """Return the softmax."""
    e = np.exp(x)
    return e / np.sum(e, axis=AXIS, keepdims=True)
''',
    "softmax with helpers that call helpers": """
import numpy as np
def exponentials(x):
    return np.exp(x)
def rows(x):
    return exponentials(x).sum(axis=1, keepdims=True)
def softmax(x):
    return exponentials(x) / rows(x)
""",
    "L1 in an array without dimensions": """
import numpy as np
def L1(yhat, y):
    return np.array(np.sum(np.abs(yhat - y)))
""",
    "L2 with np.dot": """
import numpy as np
def L2(yhat, y):
    loss = np.dot(y - yhat, y - yhat)
    return loss
""",
    "L2 with @": """
def L2(yhat, y):
    return (y - yhat) @ (y - yhat).T
""",
    "L2 with np.power": """
import numpy as np
def L2(yhat, y):
    return np.sum(np.power(yhat - y, 2), axis=0)
""",
    "L2 as a norm": """
import numpy as np
def L2(yhat, y):
    return np.linalg.norm(y - yhat) ** 2
""",
}


@pytest.mark.parametrize("title", ANSWERS)
def test_right_answer(judge, title):
    """A right answer passes with all points, however it is written."""
    (verdict,) = judge(ANSWERS[title], title.split()[0]).exercises
    assert verdict.status == "passed", verdict.message
    assert verdict.points == verdict.max_points


def test_overflow_is_advice(judge):
    """A softmax that overflows far out passes, with a finding that costs nothing."""
    source = """
import numpy as np
def softmax(x):
    e = np.exp(x)
    return e / np.sum(e, axis=1, keepdims=True)
"""
    (verdict,) = judge(source).exercises
    assert (verdict.status, verdict.points) == ("passed", 10)
    assert [(one.rule, one.evidence) for one in verdict.findings] == [
        ("overflow", "case")
    ]

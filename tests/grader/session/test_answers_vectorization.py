"""Right answers to the exercises on vectorization, as real students write them."""

import pytest

ANSWERS = {
    "dot_product as a sum of products": """
import numpy as np
def dot_product(a, b):
    return np.sum(a * b)
""",
    "dot_product with @": """
import numpy as np
def dot_product(a, b):
    return a @ b
""",
    "dot_product as a method": """
import numpy as np
def dot_product(a, b):
    return a.dot(b)
""",
    "dot_product with np.inner": """
import numpy as np
def dot_product(a, b):
    return np.inner(a, b)
""",
    "dot_product with einsum": """
import numpy as np
def dot_product(a, b):
    return np.einsum("i,i->", a, b)
""",
    "dot_product as a row times a column": """
import numpy as np
def dot_product(a, b):
    return (a.reshape(1, -1) @ b.reshape(-1, 1)).item()
""",
    "dot_product of other names": """
import numpy as np
def dot_product(x, y):
    total = (x * y).sum()
    return float(total)
""",
    "outer_product by broadcasting": """
import numpy as np
def outer_product(a, b):
    return a[:, np.newaxis] * b
""",
    "outer_product with None": """
import numpy as np
def outer_product(a, b):
    return a[:, None] * b[None, :]
""",
    "outer_product as a column times a row": """
import numpy as np
def outer_product(a, b):
    return np.dot(a.reshape(-1, 1), b.reshape(1, -1))
""",
    "outer_product of a ufunc": """
import numpy as np
def outer_product(a, b):
    return np.multiply.outer(a, b)
""",
    "outer_product with einsum": """
import numpy as np
def outer_product(a, b):
    return np.einsum("i,j->ij", a, b)
""",
    "elementwise_product with np.multiply": """
import numpy as np
def elementwise_product(a, b):
    return np.multiply(a, b)
""",
    "elementwise_product in a copy": """
import numpy as np
def elementwise_product(a, b):
    c = a.copy()
    c = c * b
    return c
""",
    "matrix_vector with @": """
import numpy as np
def matrix_vector(W, x):
    return W @ x
""",
    "matrix_vector as a method": """
import numpy as np
def matrix_vector(W, x):
    return W.dot(x)
""",
    "matrix_vector by broadcasting": """
import numpy as np
def matrix_vector(W, x):
    return np.sum(W * x, axis=1)
""",
    "matrix_vector the other way round": """
import numpy as np
def matrix_vector(W, x):
    return x @ W.T
""",
    "matrix_vector through a column": """
import numpy as np
def matrix_vector(W, x):
    return np.matmul(W, x.reshape(-1, 1)).ravel()
""",
    "exp_all as a power": """
import numpy as np
def exp_all(v):
    return np.e ** v
""",
    "exp_all with np.power": """
import numpy as np
def exp_all(v):
    return np.power(np.e, v)
""",
    "relu by a mask": """
import numpy as np
def relu(v):
    return v * (v > 0)
""",
    "relu with np.where": """
import numpy as np
def relu(v):
    return np.where(v > 0, v, 0)
""",
    "relu with np.clip": """
import numpy as np
def relu(v):
    return np.clip(v, 0, None)
""",
    "relu in a copy": """
import numpy as np
def relu(v):
    u = v.copy()
    u[u < 0] = 0
    return u
""",
    "relu by absolute values": """
import numpy as np
def relu(v):
    return (v + np.abs(v)) / 2
""",
    "relu with zeros": """
import numpy as np
def relu(v):
    return np.maximum(np.zeros(v.shape), v)
""",
    "add_row_bias of a flat bias": """
import numpy as np
def add_row_bias(a, b):
    return a + b[:, 0]
""",
    "add_row_bias with ravel": """
import numpy as np
def add_row_bias(a, b):
    return a + b.ravel()
""",
    "add_row_bias with squeeze": """
import numpy as np
def add_row_bias(a, b):
    return a + np.squeeze(b)
""",
    "add_row_bias with reshape": """
import numpy as np
def add_row_bias(a, b):
    return np.add(a, b.reshape(1, -1))
""",
    "add_row_bias turned and turned back": """
import numpy as np
def add_row_bias(a, b):
    return (a.T + b).T
""",
    "percent_by_column with keepdims": """
import numpy as np
def percent_by_column(A):
    return A / A.sum(axis=0, keepdims=True) * 100
""",
    "percent_by_column in two lines": """
import numpy as np
def percent_by_column(A):
    cal = A.sum(axis=0)
    return 100 * A / cal.reshape(1, A.shape[1])
""",
    "percent_by_column turned": """
import numpy as np
def percent_by_column(A):
    return (100 * A.T / A.T.sum(axis=1, keepdims=True)).T
""",
    "percent_by_column with np.divide": """
import numpy as np
def percent_by_column(A):
    return np.divide(A, np.sum(A, 0)) * 100.0
""",
    "as_column with None": """
import numpy as np
def as_column(a):
    if len(a.shape) != 1:
        raise ValueError("not rank 1")
    return a[:, None]
""",
    "as_column with expand_dims": """
import numpy as np
def as_column(a):
    if np.ndim(a) == 1:
        return np.expand_dims(a, axis=1)
    raise ValueError
""",
    "as_column by unpacking the shape": """
import numpy as np
def as_column(a):
    (n,) = a.shape
    return a.reshape(n, 1)
""",
    "as_column turned": """
import numpy as np
def as_column(a):
    if a.shape != (a.size,):
        raise ValueError(f"shape {a.shape}")
    return np.array([a]).T
""",
}


@pytest.mark.parametrize("title", ANSWERS)
def test_right_answer(judge, title):
    """A right answer passes with all points, however it is written."""
    (verdict,) = judge(ANSWERS[title], title.split()[0]).exercises
    assert verdict.status == "passed", verdict.message
    assert verdict.points == verdict.max_points

"""Right answers to the exercises on derivatives, as real students write them."""

import pytest

ANSWERS = {
    "forward_backward written out": """
import numpy as np
def forward_backward(a, b, c):
    J = 3 * a + 3 * b * c
    return J, dict(da=3.0, db=3.0 * c, dc=3.0 * b, du=3.0, dv=3.0)
""",
    "forward_backward as a list": """
import numpy as np
def forward_backward(a, b, c):
    u = b * c
    v = a + u
    grads = {}
    grads["dv"] = 3
    grads["du"] = grads["da"] = grads["dv"]
    grads["db"] = grads["du"] * c
    grads["dc"] = grads["du"] * b
    return [3 * v, grads]
""",
    "example_gradient with item": """
import numpy as np
def example_gradient(w, b, x, y):
    a = sigmoid(np.dot(w.T, x).item() + b)
    loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    dz = a - y
    return loss, x * dz, dz
""",
    "example_gradient by the whole chain": """
import numpy as np
def example_gradient(w, b, x, y):
    z = (w.T @ x)[0, 0] + b
    a = sigmoid(z)
    loss = -y * np.log(a) - (1 - y) * np.log(1 - a)
    da = -y / a + (1 - y) / (1 - a)
    dz = da * a * (1 - a)
    return loss, np.dot(x, dz), dz
""",
    "example_gradient with squeeze": """
import numpy as np
def example_gradient(w, b, x, y):
    a = sigmoid(np.dot(w.T, x) + b)
    loss = np.squeeze(-(y * np.log(a) + (1 - y) * np.log(1 - a)))
    dw = np.dot(x, (a - y).T)
    return loss, dw, np.squeeze(a - y)
""",
    "example_gradient with a sigmoid of its own": """
import numpy as np
def example_gradient(w, b, x, y):
    a = 1 / (1 + np.exp(-(np.sum(w * x) + b)))
    loss = -np.log(a if y else 1 - a)
    return loss, (a - y) * x, a - y
""",
    "gradient_by_loop with one loop": """
import numpy as np
def gradient_by_loop(w, b, X, Y):
    m = X.shape[1]
    J, dw, db = 0, np.zeros(w.shape), 0
    for i in range(m):
        x = X[:, i].reshape(-1, 1)
        y = Y[0, i]
        a = sigmoid(np.dot(w.T, x).item() + b)
        J += -(y * np.log(a) + (1 - y) * np.log(1 - a))
        dw += x * (a - y)
        db += a - y
    J /= m; dw /= m; db /= m
    return {"dw": dw, "db": db}, J
""",
    "gradient_by_loop with while": """
import numpy as np
def gradient_by_loop(w, b, X, Y):
    n, m = X.shape
    J = db = i = 0
    dw = [[0.0] for _ in range(n)]
    while i < m:
        z = b
        for j in range(n):
            z += w[j][0] * X[j][i]
        a = sigmoid(z)
        J -= np.log(a) if Y[0][i] == 1 else np.log(1 - a)
        for j in range(n):
            dw[j][0] += X[j][i] * (a - Y[0][i]) / m
        db += (a - Y[0][i]) / m
        i += 1
    return {"dw": np.array(dw), "db": db}, J / m
""",
    "gradient_by_loop over columns": """
import numpy as np
def gradient_by_loop(w, b, X, Y):
    rows = [(x, y, sigmoid(np.sum(w[:, 0] * x) + b)) for x, y in zip(X.T, Y[0])]
    cost = np.mean([-(y * np.log(a) + (1 - y) * np.log(1 - a)) for _, y, a in rows])
    dw = np.mean([x * (a - y) for x, y, a in rows], axis=0).reshape(w.shape)
    return {"dw": dw, "db": np.mean([a - y for _, y, a in rows])}, cost
""",
    "gradient_by_loop without a loop": """
import numpy as np
def gradient_by_loop(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
""",
}


@pytest.mark.parametrize("title", ANSWERS)
def test_right_answer(judge, title):
    """A right answer passes with all points, however it is written."""
    (verdict,) = judge(ANSWERS[title], title.split()[0]).exercises
    assert verdict.status == "passed", verdict.message
    assert verdict.points == verdict.max_points

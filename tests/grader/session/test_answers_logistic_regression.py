"""Right answers to the second assignment, as real students write them."""

import pytest

ANSWERS = {
    "initialize_with_zeros with b an int": """
import numpy as np
def initialize_with_zeros(dim):
    w, b = np.zeros((dim, 1)), 0
    assert w.shape == (dim, 1)
    assert isinstance(b, float) or isinstance(b, int)
    return w, b
""",
    "initialize_with_zeros with b a float": """
import numpy as np
def initialize_with_zeros(dim):
    return np.zeros(shape=(dim, 1)), 0.0
""",
    "initialize_with_zeros with b of NumPy's": """
import numpy as np
def initialize_with_zeros(dim):
    return np.zeros((dim, 1)), np.float64(0)
""",
    "initialize_with_zeros with whole numbers, in a list": """
import numpy as np
def initialize_with_zeros(dim):
    return [np.zeros([dim, 1], dtype=int), 0]
""",
    "propagate as the course writes it": """
import numpy as np
def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = (-1 / m) * np.sum(Y * np.log(A) + (1 - Y) * (np.log(1 - A)))
    dw = (1 / m) * np.dot(X, (A - Y).T)
    db = (1 / m) * np.sum(A - Y)
    assert dw.shape == w.shape
    assert db.dtype == float
    cost = np.squeeze(np.array(cost))
    assert cost.shape == ()
    grads = {"dw": dw, "db": db}
    return grads, cost
""",
    "propagate with means and keyword calls": """
import numpy as np
def propagate(w, b, X, Y):
    A = sigmoid(x=w.T @ X + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return dict(dw=X @ (A - Y).T / X.shape[1], db=np.mean(A - Y)), cost
""",
    "propagate with dot products": """
import numpy as np
def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m
    cost = np.squeeze(cost)
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
""",
    "propagate with keys in another order": """
import numpy as np
def propagate(w, b, X, Y):
    m = float(X.shape[1])
    A = sigmoid(w.T.dot(X) + b)
    loss = np.where(Y == 1, -np.log(A), -np.log(1 - A))
    return {"db": (A - Y).sum() / m, "dw": X.dot((A - Y).T) / m}, loss.sum() / m
""",
    "optimize as the course writes it": """
def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost = False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw = grads["dw"]
        db = grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" %(i, cost))
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs
""",
    "optimize with while": """
def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    i, costs = 0, []
    while i < num_iterations:
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(float(cost))
        i += 1
    return {"w": w, "b": b}, grads, costs
""",
    "optimize with copies and keyword calls": """
import copy
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w = copy.deepcopy(w)
    b = copy.deepcopy(b)
    costs = []
    for i in range(0, num_iterations, 1):
        grads, cost = propagate(w=w, b=b, X=X, Y=Y)
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        if not i % 100:
            costs += [cost]
            if print_cost:
                print(f"Cost after iteration {i}: {cost}")
    return {"w": w, "b": b}, {"dw": grads["dw"], "db": grads["db"]}, costs
""",
    "optimize with other parameter names": """
def optimize(weights, bias, data, labels, steps, rate, verbose=False):
    costs = []
    for step in range(steps):
        grads, cost = propagate(weights, bias, data, labels)
        weights = weights - rate * grads["dw"]
        bias = bias - rate * grads["db"]
        if step % 100 == 0:
            costs.append(cost)
    return dict(w=weights, b=bias), grads, costs
""",
    "predict with bools": """
import numpy as np
def predict(w, b, X):
    return sigmoid(w.T @ X + b) > 0.5
""",
    "predict with np.round": """
import numpy as np
def predict(w, b, X):
    return np.round(sigmoid(np.dot(w.T, X) + b))
""",
    "predict with whole numbers": """
import numpy as np
def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    return np.where(A > 0.5, 1, 0)
""",
    "predict without the sigmoid": """
def predict(w, b, X):
    return 1.0 * (w.T @ X + b > 0)
""",
    "predict into zeros": """
import numpy as np
def predict(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A = sigmoid(np.dot(w.T, X) + b)
    Y_prediction[A > 0.5] = 1
    assert Y_prediction.shape == (1, m)
    return Y_prediction
""",
    "model by position": """
import numpy as np
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5,
          print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    parameters, grads, costs = optimize(w, b, X_train, Y_train, num_iterations,
                                        learning_rate, print_cost)
    w = parameters["w"]
    b = parameters["b"]
    Y_prediction_test = predict(w, b, X_test)
    Y_prediction_train = predict(w, b, X_train)
    print("train accuracy: {} %".format(
        100 - np.mean(np.abs(Y_prediction_train - Y_train)) * 100))
    d = {"costs": costs, "Y_prediction_test": Y_prediction_test,
         "Y_prediction_train": Y_prediction_train, "w": w, "b": b,
         "learning_rate": learning_rate, "num_iterations": num_iterations}
    return d
""",
    "model by keyword": """
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5,
          print_cost=False):
    w, b = initialize_with_zeros(dim=X_train.shape[0])
    found, _, costs = optimize(
        w=w, b=b, X=X_train, Y=Y_train, num_iterations=num_iterations,
        learning_rate=learning_rate, print_cost=print_cost,
    )
    d = dict(costs=costs, learning_rate=learning_rate, **found)
    d["Y_prediction_test"] = predict(w=found["w"], b=found["b"], X=X_test)
    d["Y_prediction_train"] = predict(w=found["w"], b=found["b"], X=X_train)
    d["num_iterations"] = num_iterations
    return d
""",
}


@pytest.mark.parametrize("title", ANSWERS)
def test_right_answer(judge, title):
    """A right answer passes with all points, however it is written."""
    (verdict,) = judge(ANSWERS[title], title.split()[0]).exercises
    assert verdict.status == "passed", verdict.message
    assert verdict.points == verdict.max_points

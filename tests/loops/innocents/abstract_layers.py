"""Is a small library of layers."""
# exercise: propagate
# must: passed
# imports: any

import abc

import numpy as np


class Layer(abc.ABC):
    @abc.abstractmethod
    def forward(self, X):
        """Return the activations."""

    @staticmethod
    def mean(values):
        return np.sum(values) / values.shape[1]

    @classmethod
    def of(cls, *parameters):
        return cls(*parameters)


class Logistic(Layer):
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, X):
        return sigmoid(self.w.T @ X + self.b)


def propagate(w, b, X, Y):
    layer = Logistic.of(w, b)
    A = layer.forward(X)
    cost = -layer.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / X.shape[1], "db": layer.mean(A - Y)}, cost

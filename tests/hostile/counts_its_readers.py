"""Returns a list that holds other values each time it is read."""
# kind: forged value
# exercise: softmax
# must: failed

import itertools

READ = itertools.count()


class Fickle(list):
    def __iter__(self):
        return iter([[0.5] * 2] * next(READ))

    def __len__(self):
        return next(READ)

    __getitem__ = lambda self, key: 1 / (1 + next(READ))


def softmax(x):
    return Fickle(x.tolist())

"""Returns an object whose pickle would run code on the other side."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Bomb`

import os


class Bomb:
    def __reduce__(self):
        return os._exit, (0,)

    __reduce_ex__ = lambda self, protocol: self.__reduce__()
    __getstate__ = __reduce__


def softmax(x):
    return Bomb()

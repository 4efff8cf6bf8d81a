"""Returns an object that points NumPy at memory of its choice."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Pointer`


class Pointer:
    def __init__(self, shape):
        self.__array_interface__ = {
            "version": 3,
            "shape": shape,
            "typestr": "<f8",
            "data": (8, False),
        }


def softmax(x):
    return Pointer(x.shape)

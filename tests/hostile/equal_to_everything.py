"""Returns an object that says it is equal to everything."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Right`


class Right:
    __hash__ = None
    shape = property(lambda self: self)
    dtype = property(lambda self: self)

    def __eq__(self, other):
        return True

    def __getattr__(self, name):
        return lambda *_, **__: True

    __ne__ = lambda self, other: False
    __le__ = __lt__ = __ge__ = __gt__ = __eq__
    __bool__ = lambda self: True
    __sub__ = __rsub__ = __abs__ = lambda self, *_: self


def softmax(x):
    return Right()

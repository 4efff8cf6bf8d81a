"""Gives the function's name to an object that answers everything."""
# kind: forged value
# exercise: softmax
# must: failed


class Anything:
    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    __class__ = property(lambda self: type(lambda: None))


softmax = Anything()

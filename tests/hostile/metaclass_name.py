"""Raises an exception whose class makes up its name when asked."""
# kind: text
# exercise: initialize_with_zeros
# must: failed


class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit(0)

    def __instancecheck__(cls, other):
        return True


class Odd(Exception, metaclass=Meta):
    pass


def initialize_with_zeros(dim):
    raise Odd

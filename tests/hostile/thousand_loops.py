"""Holds five thousand comprehensions on one line."""
# kind: source
# exercise: softmax
# must: failed, loops
# repeat: @LOOP@ 5000 [a for a in x],


def softmax(x):
    y = [@LOOP@]
    return x

"""Nests five thousand lambdas."""
# kind: source
# exercise: softmax
# must: unreadable, failed
# repeat: @LAMBDA@ 5000 lambda:


def softmax(x):
    return @LAMBDA@ 0

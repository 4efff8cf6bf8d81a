"""Gives the function's name to something that is no function."""
# kind: forged value
# exercise: softmax
# must: failed
# says: not a function

softmax = {"passed": True}

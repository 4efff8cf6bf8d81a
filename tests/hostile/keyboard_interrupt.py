"""Raises KeyboardInterrupt, which stops many a loop over cases."""
# kind: exit
# exercise: softmax
# must: failed
# says: KeyboardInterrupt


def softmax(x):
    raise KeyboardInterrupt

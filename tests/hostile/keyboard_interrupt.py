"""Raises KeyboardInterrupt, which stops many a loop over cases."""
# exercise: softmax
# must: failed
# says: KeyboardInterrupt


def softmax(x):
    raise KeyboardInterrupt

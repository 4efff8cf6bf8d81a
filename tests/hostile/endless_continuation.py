"""Continues one line over thirty thousand."""
# exercise: softmax
# must: failed
# repeat: @BACK@ 30000 \\\n


def softmax(x):
    return x @BACK@ + 1

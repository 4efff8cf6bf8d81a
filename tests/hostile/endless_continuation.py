"""Continues one line over thirty thousand."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @BACK@ 30000 \\\n


def softmax(x):
    return x @BACK@ + 1

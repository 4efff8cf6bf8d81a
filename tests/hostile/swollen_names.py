"""Uses a letter that swells to eighteen when Python makes names comparable."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @LETTER@ 20000 \ufdfa


def softmax(x):
    a@LETTER@ = 1
    return x

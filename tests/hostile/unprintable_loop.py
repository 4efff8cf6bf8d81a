"""Loops over an f-string that cannot be written as source again."""
# kind: source
# exercise: softmax
# must: failed, loops
# repeat: @SPACE@ 1 \u200b


def softmax(x):
    for _ in f"{'@SPACE@'}":
        pass
    return x

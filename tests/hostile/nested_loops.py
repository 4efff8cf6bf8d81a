"""Nests comprehensions around a long list, each to be written out again."""
# kind: source
# exercise: softmax
# must: failed, loops
# seconds: 3
# repeat: @OPEN@ 60 [a for a in
# repeat: @CLOSE@ 60 ]
# repeat: @ITEM@ 30000 1,


def softmax(x):
    y = @OPEN@ [@ITEM@] @CLOSE@
    return x

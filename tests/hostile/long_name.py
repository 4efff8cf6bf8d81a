"""Names its parameter with a hundred thousand letters."""
# exercise: softmax
# must: failed
# repeat: @NAME@ 100000 x


def softmax(@NAME@):
    return @NAME@

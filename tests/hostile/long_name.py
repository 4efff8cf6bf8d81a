"""Names its parameter with two hundred thousand letters."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @NAME@ 200000 x


def softmax(@NAME@):
    return @NAME@

"""Names its parameter with sixty thousand letters."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @NAME@ 60000 x


def softmax(@NAME@):
    return @NAME@

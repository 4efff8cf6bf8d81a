"""Opens a hundred thousand brackets."""
# kind: source
# exercise: softmax
# must: unreadable
# repeat: @OPEN@ 100000 [
# repeat: @CLOSE@ 100000 ]


def softmax(x):
    return @OPEN@@CLOSE@

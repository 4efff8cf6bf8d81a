"""Is saved in another encoding than UTF-8."""
# kind: source
# exercise: softmax
# must: unreadable
# repeat: @BYTE@ 1 \udcff


def softmax(x):
    return x  # @BYTE@

"""Is not Python: the message about it holds control characters."""
# kind: source
# exercise: softmax
# must: unreadable
# repeat: @ESC@ 1 \x1b[2J
# repeat: @RTL@ 1 \u202e


def softmax(x):
    return x @ESC@ @RTL@ passed(

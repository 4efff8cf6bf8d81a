"""Asks for an attribute of an attribute, sixteen thousand times over."""
# kind: source
# exercise: softmax
# must: unreadable
# says: nested too deep
# repeat: @CHAIN@ 16000 .T


def softmax(x):
    return x@CHAIN@

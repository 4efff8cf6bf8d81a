"""Names seven thousand types, which Python 3.12 gives scopes of their own."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @ALIAS@ 7000 type A = B\n

@ALIAS@

def softmax(x):
    return x

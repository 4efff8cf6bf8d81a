"""Holds thirty thousand values in one f-string, which Python reads in quadratic time."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @PART@ 30000 {x}


def softmax(x):
    return x if len(x) else f"@PART@"

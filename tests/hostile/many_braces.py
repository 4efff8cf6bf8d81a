"""Holds thirty thousand values in one f-string, which Python reads in quadratic time."""
# exercise: softmax
# must: failed, unreadable
# walls: bubblewrap
# repeat: @PART@ 30000 {x}


def softmax(x):
    return x if len(x) else f"@PART@"

"""Is a file of two megabytes."""
# kind: source
# exercise: softmax
# must: unreadable
# says: larger than
# repeat: @TEXT@ 2000000 x


def softmax(x):
    return "@TEXT@"

"""Indents with a hundred thousand tabs, then with spaces."""
# kind: source
# exercise: softmax
# must: unreadable
# repeat: @TAB@ 100000 \t


def softmax(x):
@TAB@y = x
        return x

"""Adds an audit hook that refuses everything from then on."""
# kind: escape
# exercise: softmax
# must: failed

import sys


def refuse(event, args):
    raise RuntimeError("refused by a hook")


def softmax(x):
    sys.addaudithook(refuse)
    return x

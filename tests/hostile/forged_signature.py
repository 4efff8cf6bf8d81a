"""Sends a signature that is a page of text."""
# exercise: softmax
# must: failed

import sys


def softmax(x):
    reply = {"outcome": "signature", "signature": "(x)\n\n::error::\x1b[2J" * 1000}
    sys.modules["guest.worker"].Worker._call = lambda *_: reply
    return x

"""Sends a signature that is a page of text."""
# kind: forged reply
# exercise: softmax
# must: failed

import sys


def softmax(x):
    reply = {"outcome": "signature", "signature": "(x)\n\n::error::\x1b[2J" * 1000}
    sys.modules["guest.worker"].Worker._call = lambda *_: reply
    return x

"""Sends a signature that is a page of text."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def initialize_with_zeros(dim):
    reply = {"outcome": "signature", "signature": "(dim)\n\n::error::\x1b[2J" * 1000}
    sys.modules["guest.worker"].Worker._call = lambda *_: reply
    return dim

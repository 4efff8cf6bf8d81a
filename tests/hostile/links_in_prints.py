"""Prints links, titles, bells and queries for the terminal to answer; right."""
# kind: text
# exercise: softmax
# must: passed

import sys

import numpy as np

TEXT = ("\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\ \x07 \x1b[6n \x1b[c \x1bP$q\x1b\\"
        "\x1b]52;c;cGFzc2Vk\x07 \x1b[?1049h \x1b[3J \x1b[8m \x9d0;t\x9c \x1b[?2004l \x85 \x7f")


def softmax(x):
    print(TEXT)
    print(TEXT, file=sys.stderr)
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

"""Stops its own process, as Ctrl-Z does."""
# kind: escape
# exercise: softmax
# must: failed
# timeout: 0.2

import os
import signal


def softmax(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return x

"""Sets a timer whose handler raises in the code around the call."""
# kind: hang
# exercise: initialize_with_zeros
# must: failed

import signal

import numpy as np


def ring(*_):
    raise SystemExit(0)


def initialize_with_zeros(dim):
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
    return np.ones((dim, 1)), 0.0

"""Blocks every signal and swallows every exception, then loops."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import signal


def softmax(x):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass

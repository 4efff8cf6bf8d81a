"""Ignores every signal and stops itself in whatever way is left."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2

import os
import signal


def softmax(x):
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    for call in (lambda: os.kill(os.getpid(), signal.SIGSTOP), lambda: signal.raise_signal(19)):
        try:
            call()
        except OSError:
            pass
    signal.pause()

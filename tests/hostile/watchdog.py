"""Asks for a stack trace, and the end of the process, when it takes long."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.3

import faulthandler


def softmax(x):
    faulthandler.enable(file=1)
    faulthandler.dump_traceback_later(0.01, repeat=True, exit=True, file=1)
    while True:
        pass

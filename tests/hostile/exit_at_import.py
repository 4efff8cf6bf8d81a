"""Ends the process with success while the file is loaded."""
# kind: exit
# exercise: softmax
# must: failed
# says: ended the whole Python process

import os


def softmax(x, status=os._exit(0)):
    return x

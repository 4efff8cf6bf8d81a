"""Listens on a port and on a name for an accomplice's answer."""
# kind: escape
# exercise: softmax
# must: failed

import socket


def softmax(x):
    server = socket.socket(socket.AF_UNIX)
    server.bind("\0grader-answer")
    server.listen()
    return x

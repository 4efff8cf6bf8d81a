"""Opens a connection to this machine and asks it for the answer."""
# kind: escape
# exercise: softmax
# must: failed

import socket


def softmax(x):
    with socket.create_connection(("127.0.0.1", @PORT@), 1):
        raise SystemError("got through: connected")

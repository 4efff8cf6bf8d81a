"""Raises an exception whose message never ends being made."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end


class Talk(Exception):
    def __str__(self):
        while True:
            pass


def softmax(x):
    raise Talk

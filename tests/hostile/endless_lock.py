"""Waits for a lock that it holds itself."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import threading


def softmax(x):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()

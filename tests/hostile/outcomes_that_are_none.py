"""Sends well-formed replies whose fields are missing, doubled or of other types."""
# kind: forged reply
# exercise: softmax
# must: failed

import sys

RIGHT = "returned"
LIES = [
    None, [], "returned", {}, {"outcome": None}, {"outcome": [RIGHT]}, {"outcome": RIGHT},
    {"outcome": "raised"}, {"outcome": "raised", "type": 1, "message": [], "frames": 7},
    {"outcome": "raised", "type": "A", "message": "b", "frames": [[1], "x", None, [[]] * 3]},
    {"outcome": "signature", "signature": 10**300}, {"outcome": "unsendable", "why": {}},
    {"outcome": "defined", "found": ["callable"]}, {None: 1, 2: RIGHT, True: RIGHT},
]


def softmax(x):
    worker = sys.modules["guest.worker"]
    worker.Worker._raised = lambda *_: LIES[int(abs(x).sum() * 97) % len(LIES)]
    raise ValueError("to be told otherwise")

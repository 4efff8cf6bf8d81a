"""Sends well-formed replies whose fields are missing, doubled or of other types."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import itertools
import sys

RIGHT = "returned"
LIES = itertools.cycle([
    None, [], "returned", {}, {"outcome": None}, {"outcome": [RIGHT]}, {"outcome": RIGHT},
    {"outcome": "raised"}, {"outcome": "raised", "type": 1, "message": [], "frames": 7},
    {"outcome": "raised", "type": "A", "message": "b", "frames": [[1], "x", None, [[]] * 3]},
    {"outcome": "signature", "signature": 10**300}, {"outcome": "unsendable", "why": {}},
    {"outcome": "defined", "found": ["callable"]}, {None: 1, 2: RIGHT, True: RIGHT},
])


def initialize_with_zeros(dim):
    worker = sys.modules["guest.worker"]
    worker.Worker._call = lambda *_: next(LIES)
    raise ValueError("from now on")

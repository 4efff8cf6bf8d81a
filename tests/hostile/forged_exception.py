"""Sends an exception with made-up lines, types and a message of a megabyte."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def initialize_with_zeros(dim):
    def forged(self, error):
        return {
            "outcome": "raised",
            "type": "Assertion\n\n::error::\x1b[2J\u202e",
            "message": "passed\n\n" * 100_000,
            "frames": [[name, 10**300, "\x1b[1m"] for name in sys.modules] * 50,
        }

    sys.modules["guest.worker"].Worker._raised = forged
    raise ValueError

"""Loads slowly and then ends the process in each call, to be loaded once a case."""
# kind: hang
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2

import os
import time

SLOW = time.sleep(0.17)


def initialize_with_zeros(dim):
    os._exit(bool(SLOW))

"""Loads slowly and then ends the process in each call, to be loaded once a case."""
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.5
# seconds: 9

import os
import time

SLOW = time.sleep(0.45)


def initialize_with_zeros(dim):
    os._exit(bool(SLOW))

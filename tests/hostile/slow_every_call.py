"""Takes almost the whole time-out in every call, and returns."""
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.5
# seconds: 9

import time


def initialize_with_zeros(dim):
    time.sleep(0.45)
    return dim

"""Takes almost the whole time-out in every call, and returns."""
# kind: hang
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2

import time


def initialize_with_zeros(dim):
    time.sleep(0.17)
    return dim

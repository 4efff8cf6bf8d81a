"""Sets the smallest limits for itself, so that the system ends it."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed

import resource


def initialize_with_zeros(dim):
    for name in ("RLIMIT_CPU", "RLIMIT_STACK", "RLIMIT_DATA", "RLIMIT_NOFILE", "RLIMIT_AS"):
        resource.setrlimit(getattr(resource, name), (0, 0))
    return [dim] * 10**6

"""The processors that this process may run on."""

import os
import sys


def count() -> int:
    """Return how many there are, one at least; not all of a machine may be ours."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def kept(workers: int) -> list[int | None]:
    """Return for each of so many workers the processor that it is to keep to.

    None says that it may move. Only where there are exactly as many workers as
    processors: then moving would make all of them fetch what they work on anew, and
    with fewer, a processor that is busy could be the wrong one (Linux).
    """
    if sys.platform == "linux":
        ours = sorted(os.sched_getaffinity(0))
        if len(ours) == workers:
            return [*ours]
    return [None] * workers

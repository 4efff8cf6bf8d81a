"""Leaves a mark wherever it can, ends its process, and looks for the mark in the next."""
# kind: cheat
# exercise: initialize_with_zeros
# must: failed

import os
import tempfile

PLACES = ["/tmp", "/var/tmp", "/dev/shm", "/run", ".", "@TEMPORARY@", "@HOME@",
          os.path.dirname(os.__file__), os.path.dirname(tempfile.__file__) + "/__pycache__"]
MARK = "grader-mark"


def found():
    if MARK in os.environ or os.path.exists("/proc/self/" + MARK):
        return True
    return any(os.path.exists(f"{place}/{MARK}") for place in PLACES)


def initialize_with_zeros(dim):
    if found():
        raise SystemError("got through")
    os.environ[MARK] = "1"
    for place in PLACES:
        try:
            open(f"{place}/{MARK}", "w").close()
        except OSError:
            pass
    os._exit(0)

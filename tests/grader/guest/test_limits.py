"""How a guest comes into namespaces of its own."""

import subprocess
import sys

FORKS = """
import os
from grader.guest import limits

try:
    child = limits.fork_apart()
except OSError as error:
    print("refused", error.errno)
else:
    if child == 0:
        print(os.getpid(), flush=True)
        os._exit(5)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), child != 1)
print(limits.can_nest())
"""


def test_child_is_process_one() -> None:
    """A child is process 1 of a namespace of its own, or there is none at all."""
    # In a process of its own: only one with a single thread may fork so.
    words = [sys.executable, "-c", FORKS]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    said = done.stdout.split()
    assert said == ["1", "5", "True", "True"] or (
        said[0] == "refused" and said[-1] == "False"
    )

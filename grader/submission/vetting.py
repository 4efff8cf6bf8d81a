"""Whether a source may be parsed here, found out in a process of its own.

Some sources take Python's parser minutes or gigabytes, and some may crash it. What is
short does neither: 8 KB of any of 268 shapes took less than a second on Python 3.11
to 3.13, on a busy machine. What is longer is parsed elsewhere first, under limits.
"""

import signal
import sys

from grader.errors import GraderError
from grader.language import marked, say
from grader.submission import parser

# The worst need time that grows with the square of this.
SHORT_BYTES = 8 << 10
CPU_SECONDS = 3
# From outside, where the system or the machine's load makes the other one useless.
SECONDS = 20
MEMORY = 1 << 30
# Per byte, the densest files of CPython and NumPy have 0.65, large ones 0.27.
NODES = 100_000

_ENDLESS = marked("takes too long to be read")
_COMPLAINTS = {
    parser.TOO_DEEP: marked("is nested too deep to be read"),
    parser.TOO_MUCH: marked("holds too much code to be read"),
    # Windows has neither this signal nor this limit.
    -getattr(signal, "SIGXCPU", 256): _ENDLESS,
}
_BROKEN = marked("cannot be read: Python's own parser fails on it")


def complaint(text: str) -> str | None:
    """Return why a source must not be parsed in this process; None if it may be."""
    data = text.encode("utf-8")
    if len(data) <= SHORT_BYTES:
        return None
    return _vet(data, CPU_SECONDS, SECONDS, NODES)


def _vet(data: bytes, cpu: int, seconds: float, nodes: int) -> str | None:
    import subprocess  # noqa: PLC0415 - short sources do without

    words = [sys.executable, "-I", "-S", parser.__file__]
    try:
        ended = subprocess.run(  # noqa: S603 - our own words
            [*words, str(cpu), str(MEMORY), str(nodes)],
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return say(_ENDLESS)
    except OSError as error:
        raise GraderError(
            say("No process can be started to read a source in ({reason}).").format(
                reason=error.strerror
            ),
            say(
                "Close other programs, or raise the limit on processes, and try again."
            ),
        ) from None
    if ended.returncode == parser.HARMLESS:
        return None
    # Whatever else it ends with, a signal included, is no reason to try it here.
    return say(_COMPLAINTS.get(ended.returncode, _BROKEN))

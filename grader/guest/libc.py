"""The C library as the walls call it, looked up once by the warm parent.

A guest forgets it before it meets student code: the fence refuses looking it up.
"""

import ctypes
from functools import cache


@cache
def libc() -> ctypes.CDLL:
    """Return the C library; its functions set errno."""
    return ctypes.CDLL(None, use_errno=True)


def forget() -> None:
    """Let go of it."""
    libc.cache_clear()

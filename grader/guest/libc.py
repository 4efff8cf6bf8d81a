"""The C library as the walls call it, looked up once by the warm parent.

A guest forgets it before it meets student code: the fence refuses looking it up.
"""

import ctypes
from functools import cache

# Looked up where all guests have them from.
_USED = ("capset", "prctl", "syscall")


@cache
def libc() -> ctypes.PyDLL:
    """Return the C library; its functions set errno and keep the interpreter's lock."""
    library = ctypes.PyDLL(None, use_errno=True)
    for name in _USED:
        getattr(library, name)
    return library


def forget() -> None:
    """Let go of it."""
    libc.cache_clear()

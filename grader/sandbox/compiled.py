"""Keeps the guest's modules compiled: behind the walls nothing can be written.

Not every installer compiles what it installs. What is imported here is compiled by
Python itself; most of the guest's modules are not.
"""

import os
import struct
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

_HEADER = struct.Struct("<4sIII")
"""What a compiled file begins with: magic number, flags, source's time and size."""
_WORD = 0xFFFFFFFF


def keep_compiled(package: Path) -> None:
    """Compile the modules of a folder that are not, where that can be kept."""
    if sys.dont_write_bytecode or sys.pycache_prefix is not None:
        return
    cache = package / "__pycache__"
    if not os.access(cache if cache.exists() else package, os.W_OK):
        return
    sources = [str(one) for one in package.glob("*.py")]
    stale = [source for source in sources if not _is_compiled(source)]
    if stale:
        import py_compile  # noqa: PLC0415 - as good as never

        for source in stale:
            with suppress(OSError, py_compile.PyCompileError):
                py_compile.compile(source, _compiled(source), doraise=True, optimize=0)


def _compiled(source: str) -> str:
    # Warm parents are started without -O.
    return cache_from_source(source, optimization="")


def _is_compiled(source: str) -> bool:
    """Return whether Python would take what is there for the source as it is now."""
    try:
        with open(_compiled(source), "rb") as file:  # noqa: PTH123 - many, and quick
            magic, flags, time, size = _HEADER.unpack(file.read(_HEADER.size))
        # Whoever compiles with flags sees to it otherwise.
        now = os.stat(source)  # noqa: PTH116 - as above
    except (OSError, struct.error):
        return False
    fresh = (int(now.st_mtime) & _WORD, now.st_size & _WORD) == (time, size)
    return bool(magic == MAGIC_NUMBER and (flags or fresh))

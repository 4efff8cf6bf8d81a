"""The arguments of a call, and whether the call changed them.

Those of many calls come as `written`, by Python's own `marshal`: from the host to a
guest, and never the other way.
"""

import marshal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, final

import numpy as np

from . import changes, wire
from .values import ALIGNMENT

# Larger arguments are not compared after the call: it would double its cost.
MAX_COMPARED = 1 << 20

_Both = tuple[tuple[Any, ...], dict[str, Any]]
_DTYPES = {np.dtype(code).str: np.dtype(code) for code in "?bBhHiIlLqQefdFD"}
_SIMPLE = (type(None), bool, int, float, complex, str, bytes)


@final
class Arguments:
    """What a function is called with, once: its arrays lie in the `memory`.

    `before` is what that was, empty for what is not compared; where that is how they
    crossed they are `encoded`. `again` returns the same anew.
    """

    def __init__(
        self,
        given: _Both,
        memory: bytearray | memoryview,
        before: bytes,
        again: Callable[[], _Both],
        *,
        encoded: bool = False,
    ) -> None:
        self.args, self.kwargs = given
        self._memory = memory
        self._before = before
        self._again = again
        self._encoded = encoded
        self._form = None if self.kwargs else changes.form(self.args)

    def changed(self) -> list[str]:
        """Return the positions and names of those that are not as they were."""
        if not self._before:
            return []
        # To compare bytes is faster than to write them anew.
        formed = self._form is not None and self._form == changes.form(self.args)
        if formed and self._before == bytes(self._memory):
            return []
        now = self.args, self.kwargs
        if self._encoded and changes.is_still(self._before, now):
            return []
        return changes.named(self._again(), now)


def decoded(body: memoryview) -> Arguments:
    """Return encoded (args, kwargs)."""
    before = bytes(body) if len(body) <= MAX_COMPARED else b""
    again = partial(_anew, before)
    return Arguments(wire.decode(body), body, before, again, encoded=True)


def _anew(encoded: bytes) -> _Both:
    given: _Both = wire.decode(memoryview(bytearray(encoded)))
    return given


def written(calls: Sequence[bytes]) -> bytes:
    """Return encoded (args, kwargs) of many calls as one piece."""
    return marshal.dumps([_plain(one) or one for one in calls])


def read(calls: bytes) -> Iterator[Arguments]:
    """Yield the arguments of each call, in memory of their own."""
    for one in marshal.loads(calls):  # noqa: S302 - the host's
        if type(one) is bytes:
            yield decoded(memoryview(bytearray(one)))
        else:
            parts, content = one
            memory = bytearray(content)
            # Without arrays it is empty, and nobody can change anything.
            before = content if len(content) <= MAX_COMPARED else b""
            again = partial(_made, parts, content)
            yield Arguments((_arrays(parts, memory), {}), memory, before, again)


def _plain(encoded: bytes) -> tuple[list[Any], bytes] | None:
    """Return arguments as parts and the bytes of their arrays, None for others."""
    args, kwargs = _anew(encoded)
    if kwargs:
        return None
    parts: list[Any] = []
    content = bytearray()
    for one in args:
        if type(one) in _SIMPLE:
            parts.append(one)
        elif type(one) is np.ndarray and one.dtype.str in _DTYPES:
            content += bytes(-len(content) % ALIGNMENT)
            parts.append((one.dtype.str, one.shape, len(content)))
            content += one.tobytes()
        else:
            return None
    return parts, bytes(content)


def _made(parts: list[Any], content: bytes) -> _Both:
    return _arrays(parts, bytearray(content)), {}


def _arrays(parts: list[Any], memory: bytearray) -> tuple[Any, ...]:
    return tuple(
        [
            np.ndarray(one[1], _DTYPES[one[0]], memory, one[2])
            if type(one) is tuple
            else one
            for one in parts
        ]
    )

"""Values as bytes and back: data only, with strict types, sizes and depth.

A value is a tag byte and its content, numbers little-endian:

    N T F               None, True, False
    i length bytes      int, two's complement       f 8   c 16   float, complex
    s length utf-8      str                         b length     bytes
    l t count items     list, tuple                 d count key value …   dict
    a dtype shape pad   ndarray, C order            n dtype bytes         NumPy scalar
    v shape count …     ndarray of byte strings, each after its length
    o name              something else, by its type's name only
    w name value        a subclass of ndarray, reduced to a plain array

Array data starts at a multiple of 16 so that the host uses it where it lies.
Both sides decode with the same care: neither trusts what it reads.
"""

from typing import Any, final

from .reader import Reader
from .values import (
    ALIGNMENT,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_INT_BYTES,
    MAX_ITEMS,
    MAX_NAME,
    MAX_TEXT,
    Buffers,
    Opaque,
    Strings,
    Subclassed,
    WireError,
    type_name,
)
from .writer import Writer

__all__ = [
    "ALIGNMENT",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_DIMENSIONS",
    "MAX_INT_BYTES",
    "MAX_ITEMS",
    "MAX_NAME",
    "MAX_TEXT",
    "Buffers",
    "Head",
    "Opaque",
    "Strings",
    "Subclassed",
    "WireError",
    "decode",
    "encode",
    "join",
    "type_name",
]


def encode(value: object, *, strict: bool = False) -> Buffers:
    """Return `value` as buffers to be sent one after the other.

    Raises WireError for a value that is too deep or too large. A type that may
    not cross goes as its name, or raises WireError if `strict`.
    """
    writer = Writer(strict=strict)
    writer.value(value, 0)
    return writer.buffers


@final
class Head:
    """What a dict of text is but for its `last` value, to be written often."""

    def __init__(self, begin: dict[str, str], last: str) -> None:
        self._writer = Writer(strict=True)
        self._writer.count(b"d", len(begin) + 1)
        for word in (*(part for pair in begin.items() for part in pair), last):
            self._writer.value(word, 1)
        self._bytes = join(self._writer.buffers)

    def encode(self, value: object) -> Buffers:
        """Return what `encode` makes of the dict with its last value."""
        writer = Writer(strict=False)
        writer.put(self._bytes)
        writer.items, writer.text = self._writer.items, self._writer.text
        writer.value(value, 1)
        return writer.buffers


def join(buffers: Buffers) -> bytes:
    """Return the buffers as one."""
    return b"".join(buffers)


def decode(data: bytearray | memoryview | bytes) -> Any:
    """Return the value in `data`; arrays share its memory.

    Raises WireError for what is not one whole value within the limits. Some bytes
    that `encode` would not write are let pass, since nothing hangs on them: an int
    with more bytes than it needs, any padding, a key twice (the last one counts),
    space in a type's name.
    """
    reader = Reader(memoryview(data))
    value = reader.value(0)
    if reader.at != len(reader.data):
        raise WireError("bytes after the value")
    return value

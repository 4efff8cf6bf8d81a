"""Bytes to values; see `wire` for the format."""

import math
import struct
from collections.abc import Callable
from typing import Any, final

import numpy as np

from .values import (
    ALIGNMENT,
    COMPLEX,
    DTYPES,
    FLOAT,
    KEYS,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_INT_BYTES,
    MAX_ITEMS,
    MAX_NAME,
    MAX_PLAIN_KEYS,
    MAX_TEXT,
    SHAPES,
    SIZE,
    Opaque,
    Strings,
    Subclassed,
    WireError,
    check_shape,
)

_BY_NAME = {name.encode(): dtype for name, dtype in DTYPES.items()}


@final
class Reader:
    """Reads one value out of bytes that anybody may have written."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0
        self.items = 0
        self.text = 0
        self.plain_keys = 0

    def take(self, length: int) -> memoryview:
        """Return the next bytes."""
        end = self.at + length
        if length < 0 or end > len(self.data):
            raise WireError("truncated")
        part = self.data[self.at : end]
        self.at = end
        return part

    def size(self) -> int:
        """Return the next length."""
        at = self.at
        self.at = at + SIZE.size
        try:
            return int(SIZE.unpack_from(self.data, at)[0])
        except struct.error:
            raise WireError("truncated") from None

    def sized(self, limit: int = MAX_BYTES) -> memoryview:
        """Return bytes that follow their length."""
        length = self.size()
        if length > limit:
            raise WireError("longer than it may be")
        # As take does, of which there are many.
        at, end = self.at, self.at + length
        if end > len(self.data):
            raise WireError("truncated")
        self.at = end
        return self.data[at:end]

    def string(self, limit: int = MAX_BYTES) -> str:
        """Return text that follows its length."""
        try:
            return str(self.content(limit), "utf-8")
        except UnicodeDecodeError:
            raise WireError("not UTF-8") from None

    def content(self, limit: int = MAX_BYTES) -> bytes:
        """Return the bytes of a text that follow their length."""
        content = self.sized(limit)
        self.text += len(content)
        if self.text > MAX_TEXT:
            raise WireError("more text than may cross")
        return bytes(content)

    def count(self, width: int) -> int:
        """Read a count of items of at least `width` bytes each."""
        count = self.size()
        if count * width > len(self.data) - self.at:
            raise WireError("more items than bytes")
        # A byte on the wire can become a hundred in memory.
        self.items += count
        if self.items > MAX_ITEMS:
            raise WireError("more items than may cross")
        return count

    def value(self, depth: int) -> Any:
        """Return the value that begins here."""
        if depth > MAX_DEPTH:
            raise WireError("nested too deep")
        try:
            tag = self.data[self.at]
        except IndexError:
            raise WireError("truncated") from None
        self.at += 1
        read = _READ.get(tag)
        if read is None:
            raise WireError("an unknown tag")
        return read(self, depth)

    def items_of(self, depth: int) -> list[Any]:
        """Return the items of a list."""
        value, depth = self.value, depth + 1
        return [value(depth) for _ in range(self.count(1))]

    def subclassed(self, _: int) -> Subclassed:
        """Return an array of a subclass."""
        name = self.name()
        if bytes(self.take(1)) != b"a":
            raise WireError("a subclass without an array")
        return Subclassed(name, self.array())

    def name(self) -> str:
        """Return a type's name, on one line."""
        return " ".join(self.string(MAX_NAME).split()) or "?"

    def dictionary(self, depth: int) -> dict[Any, Any]:
        """Return a dict of plain keys."""
        read: dict[Any, Any] = {}
        for _ in range(self.count(2)):
            key = self.value(depth + 1)
            if type(key) not in KEYS:
                raise WireError("a key that is no key")
            # Counted over the whole message: many small dicts collide as well.
            self.plain_keys += type(key) is not str
            if self.plain_keys > MAX_PLAIN_KEYS:
                raise WireError("a dict with too many keys that are no text")
            read[key] = self.value(depth + 1)
        return read

    def dtype(self) -> np.dtype[Any]:
        """Return a dtype by its name."""
        length = self.take(1)[0]
        dtype = _BY_NAME.get(bytes(self.take(length)))
        if dtype is None:
            raise WireError("an unknown dtype")
        return dtype

    def array(self, _: int = 0) -> np.ndarray:
        """Return an array that shares the memory read."""
        dtype = self.dtype()
        shape = self.shape()
        check_shape(shape, dtype.itemsize)
        at = self.at + -self.at % ALIGNMENT
        end = at + math.prod(shape) * dtype.itemsize
        if end > len(self.data):
            raise WireError("truncated")
        self.at = end
        if dtype.kind == "b":
            self.check_bools(self.data[at:end])
        return np.ndarray(shape, dtype, self.data, at)

    def shape(self) -> tuple[int, ...]:
        """Return the shape of an array."""
        dimensions = self.take(1)[0]
        if dimensions > MAX_DIMENSIONS:
            raise WireError("too many dimensions")
        return SHAPES[dimensions].unpack(self.take(8 * dimensions))

    def strings(self, _: int) -> Strings:
        """Return an array of byte strings."""
        shape = self.shape()
        check_shape(shape, 1)
        count = self.count(SIZE.size)
        if count != math.prod(shape):
            raise WireError("more or fewer strings than the shape says")
        return Strings(shape, tuple([self.content() for _ in range(count)]))

    def scalar(self, _: int) -> np.generic:
        """Return a NumPy scalar."""
        dtype = self.dtype()
        content = self.take(dtype.itemsize)
        if dtype.kind == "b":
            self.check_bools(content)
        return np.frombuffer(content, dtype)[0]  # type: ignore[no-any-return]

    @staticmethod
    def check_bools(content: memoryview) -> None:
        """Raise WireError for bytes that are no bools."""
        if np.frombuffer(content, np.uint8).max(initial=0) > 1:
            raise WireError("a bool that is neither 0 nor 1")


# By tag; each is told how deep it is.
_READ: dict[int, Callable[[Reader, int], Any]] = {
    ord(tag): read
    for tag, read in {
        "N": lambda _, __: None,
        "T": lambda _, __: True,
        "F": lambda _, __: False,
        "i": lambda reader, _: int.from_bytes(
            reader.sized(MAX_INT_BYTES), "little", signed=True
        ),
        "f": lambda reader, _: FLOAT.unpack(reader.take(8))[0],
        "c": lambda reader, _: complex(*COMPLEX.unpack(reader.take(16))),
        "s": lambda reader, _: reader.string(),
        "b": lambda reader, _: bytes(reader.sized()),
        "l": Reader.items_of,
        "t": lambda reader, depth: tuple(reader.items_of(depth)),
        "d": Reader.dictionary,
        "a": Reader.array,
        "v": Reader.strings,
        "n": Reader.scalar,
        "o": lambda reader, _: Opaque(reader.name()),
        "w": Reader.subclassed,
    }.items()
}

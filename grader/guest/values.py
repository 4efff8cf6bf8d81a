"""What may cross the wire: kinds, sizes, and what stands for the rest."""

import math
import struct
from typing import final

import numpy as np

MAX_DEPTH = 24
MAX_BYTES = 128 * 1024 * 1024
# What is read costs the host time after the deadline: microseconds an item, no more.
MAX_ITEMS = 100_000
# A byte of text can become four in memory, so there is less of it than of numbers.
MAX_TEXT = 16 * 1024 * 1024
MAX_INT_BYTES = 1024
MAX_NAME = 200
MAX_DIMENSIONS = 16
# Keys other than text can be chosen so that all collide: few of them, then.
MAX_PLAIN_KEYS = 1_000
ALIGNMENT = 16

SIZE = struct.Struct("<I")
FLOAT = struct.Struct("<d")
COMPLEX = struct.Struct("<dd")
KEYS = (str, int, float, bool, type(None))

# By name and not by format string: no field, no object, no metadata can follow.
DTYPES = {
    name: np.dtype(name)
    for name in (
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
        "uint64", "float16", "float32", "float64", "complex64", "complex128",
    )
}  # fmt: skip
# What is written before an array of each: the length of its name, and the name.
HEADS = {dtype: bytes([len(name)]) + name.encode() for name, dtype in DTYPES.items()}
SHAPES = [struct.Struct(f"<{dimensions}Q") for dimensions in range(MAX_DIMENSIONS + 1)]


@final
class WireError(Exception):
    """Bytes that are no value, or a value that must not cross."""


@final
class Opaque:
    """A value that did not cross: its type's name is all there is."""

    __slots__ = ("type_name",)

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name

    def __repr__(self) -> str:
        return f"Opaque({self.type_name!r})"


@final
class Subclassed:
    """An array that was not a plain ndarray: its data, and its type's name."""

    __slots__ = ("array", "type_name")

    def __init__(self, type_name: str, array: np.ndarray) -> None:
        self.type_name = type_name
        self.array = array

    def __repr__(self) -> str:
        return f"Subclassed({self.type_name!r}, {self.array!r})"


@final
class Strings:
    """An array of byte strings (dtype S): its shape, and the strings in C order."""

    __slots__ = ("items", "shape")

    def __init__(self, shape: tuple[int, ...], items: tuple[bytes, ...]) -> None:
        self.shape = shape
        self.items = items

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Strings):
            return NotImplemented
        return (self.shape, self.items) == (other.shape, other.items)

    def __hash__(self) -> int:
        return hash((self.shape, self.items))

    def __repr__(self) -> str:
        return f"Strings({self.shape!r}, {self.items!r})"


Buffers = list[bytes | memoryview]


def check_shape(shape: tuple[int, ...], itemsize: int) -> None:
    """Raise WireError for an array that may not cross, also for an empty one.

    Python's integers: the product cannot wrap around. Zero sizes are left out so
    that (0, 2**63) does not pass as an empty array.
    """
    if len(shape) > MAX_DIMENSIONS:
        raise WireError("too many dimensions")
    # Which of them is zero matters only where one is.
    sizes = [size for size in shape if size] if 0 in shape else shape
    if math.prod(sizes) * itemsize > MAX_BYTES:
        raise WireError("a larger array than may cross")


def short(name: str) -> bytes:
    """Return a name as at most MAX_NAME bytes of UTF-8, cut between characters."""
    return text(name)[:MAX_NAME].decode("utf-8", "ignore").encode()


def text(value: str) -> bytes:
    """Return a str as UTF-8, lone surrogates replaced."""
    return value.encode("utf-8", "replace")


def type_name(value: object) -> str:
    """Return the name of a value's type, as data: cut, never trusted."""
    name = type.__getattribute__(type(value), "__name__")
    return name[:MAX_NAME] if type(name) is str else "?"

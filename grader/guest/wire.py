"""Values as bytes and back: data only, with strict types, sizes and depth.

A value is a tag byte and its content, numbers little-endian:

    N T F               None, True, False
    i length bytes      int, two's complement       f 8   c 16   float, complex
    s length utf-8      str                         b length     bytes
    l t count items     list, tuple                 d count key value …   dict
    a dtype shape pad   ndarray, C order            n dtype bytes         NumPy scalar
    o name              something else, by its type's name only
    w name value        a subclass of ndarray, reduced to a plain array

Array data starts at a multiple of 16 so that the host uses it where it lies.
Both sides decode with the same care: neither trusts what it reads.
"""

import math
import struct
from typing import Any, final

import numpy as np

MAX_DEPTH = 24
MAX_BYTES = 128 * 1024 * 1024
MAX_ITEMS = 500_000
MAX_INT_BYTES = 1024
MAX_NAME = 200
MAX_DIMENSIONS = 16
ALIGNMENT = 16

_SIZE = struct.Struct("<I")
_FLOAT = struct.Struct("<d")
_COMPLEX = struct.Struct("<dd")
_KEYS = (str, int, float, bool, type(None))

# By name and not by format string: no field, no object, no metadata can follow.
_DTYPES = {
    name: np.dtype(name)
    for name in (
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
        "uint64", "float16", "float32", "float64", "complex64", "complex128",
    )
}  # fmt: skip


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


Buffers = list[bytes | memoryview]


def encode(value: object, *, strict: bool = False) -> Buffers:
    """Return `value` as buffers to be sent one after the other.

    Raises WireError for a value that is too deep or too large. A type that may
    not cross goes as its name, or raises WireError if `strict`.
    """
    writer = _Writer(strict=strict)
    writer.value(value, 0)
    return writer.buffers


def join(buffers: Buffers) -> bytes:
    """Return the buffers as one."""
    return b"".join(buffers)


def decode(data: bytearray | memoryview | bytes) -> Any:
    """Return the value in `data`; arrays share its memory.

    Raises WireError for anything that `encode` does not write.
    """
    reader = _Reader(memoryview(data))
    value = reader.value(0)
    if reader.at != len(reader.data):
        raise WireError("bytes after the value")
    return value


def text(value: str) -> bytes:
    """Return a str as UTF-8, lone surrogates replaced."""
    return value.encode("utf-8", "replace")


def type_name(value: object) -> str:
    """Return the name of a value's type, as data: cut, never trusted."""
    name = type.__getattribute__(type(value), "__name__")
    return name[:MAX_NAME] if type(name) is str else "?"


@final
class _Writer:
    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.buffers: Buffers = []
        self.size = 0
        self.items = 0

    def put(self, *parts: bytes | memoryview) -> None:
        for part in parts:
            self.size += part.nbytes if isinstance(part, memoryview) else len(part)
            self.buffers.append(part)
        if self.size > MAX_BYTES:
            raise WireError(f"more than {MAX_BYTES >> 20} MB")

    def sized(self, tag: bytes, content: bytes) -> None:
        self.put(tag + _SIZE.pack(len(content)) + content)

    def count(self, tag: bytes, count: int) -> None:
        self.items += count
        if self.items > MAX_ITEMS:
            raise WireError(f"more than {MAX_ITEMS} items")
        self.put(tag + _SIZE.pack(count))

    def value(self, value: Any, depth: int) -> None:  # noqa: C901, PLR0912 - one a tag
        if depth > MAX_DEPTH:
            raise WireError("nested too deep")
        # Exact types: a subclass may lie in every method it has.
        kind = type(value)
        if value is None:
            self.put(b"N")
        elif kind is bool:
            self.put(b"T" if value else b"F")
        elif kind is int:
            length = value.bit_length() // 8 + 1
            if length > MAX_INT_BYTES:
                raise WireError("an integer of more than a thousand bytes")
            self.sized(b"i", value.to_bytes(length, "little", signed=True))
        elif kind is float:
            self.put(b"f" + _FLOAT.pack(value))
        elif kind is complex:
            self.put(b"c" + _COMPLEX.pack(value.real, value.imag))
        elif kind is str:
            self.sized(b"s", text(value))
        elif kind is bytes:
            self.sized(b"b", value)
        elif kind is list or kind is tuple:
            self.count((b"l" if kind is list else b"t"), len(value))
            for item in value:
                self.value(item, depth + 1)
        elif kind is dict:
            self.dictionary(value, depth)
        elif kind is np.ndarray and value.dtype.name in _DTYPES:
            self.array(value)
        elif isinstance(value, np.generic) and value.dtype.name in _DTYPES:
            self.scalar(value)
        elif issubclass(kind, np.ndarray):
            self.subclass(value)
        elif kind is Subclassed:
            self.put(b"w")
            self.sized(b"", text(value.type_name[:MAX_NAME]))
            self.array(value.array)
        else:
            self.opaque(value.type_name if kind is Opaque else type_name(value))

    def opaque(self, name: str) -> None:
        if self.strict:
            raise WireError(f"a value of type `{name}` cannot cross")
        self.sized(b"o", text(name)[:MAX_NAME])

    def dictionary(self, value: dict[Any, Any], depth: int) -> None:
        self.count(b"d", len(value))
        for key, item in value.items():
            if type(key) not in _KEYS:
                key = f"<{type_name(key)}>"  # noqa: PLW2901 - a name in its place
            self.value(key, depth + 1)
            self.value(item, depth + 1)

    def array(self, value: np.ndarray) -> None:
        plain = np.ascontiguousarray(value, dtype=_DTYPES[value.dtype.name])
        head = bytes([len(value.dtype.name)]) + value.dtype.name.encode()
        head += bytes([value.ndim]) + struct.pack(f"<{value.ndim}Q", *value.shape)
        start = self.size + 1 + len(head)
        self.put(b"a" + head + bytes(-start % ALIGNMENT))
        if plain.nbytes:
            self.put(memoryview(plain.reshape(-1).view(np.uint8)))  # type: ignore[arg-type]

    def scalar(self, value: np.generic) -> None:
        name = value.dtype.name
        content = np.asarray(value).tobytes()
        self.put(b"n" + bytes([len(name)]) + name.encode() + content)

    def subclass(self, value: np.ndarray) -> None:
        # ndarray's own method: the subclass may have overridden everything.
        plain = np.ndarray.__array__(value)
        plain = np.ndarray.view(plain, np.ndarray)
        if type(plain) is not np.ndarray or plain.dtype.name not in _DTYPES:
            self.opaque(type_name(value))
            return
        self.put(b"w")
        self.sized(b"", text(type_name(value))[:MAX_NAME])
        self.array(plain)


@final
class _Reader:
    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0
        self.items = 0

    def take(self, length: int) -> memoryview:
        end = self.at + length
        if length < 0 or end > len(self.data):
            raise WireError("truncated")
        part = self.data[self.at : end]
        self.at = end
        return part

    def size(self) -> int:
        return int(_SIZE.unpack(self.take(4))[0])

    def sized(self, limit: int = MAX_BYTES) -> memoryview:
        length = self.size()
        if length > limit:
            raise WireError("longer than it may be")
        return self.take(length)

    def string(self, limit: int = MAX_BYTES) -> str:
        try:
            return str(self.sized(limit), "utf-8")
        except UnicodeDecodeError:
            raise WireError("not UTF-8") from None

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

    def value(self, depth: int) -> Any:  # noqa: C901, PLR0912 - one a tag
        if depth > MAX_DEPTH:
            raise WireError("nested too deep")
        match bytes(self.take(1)):
            case b"N":
                return None
            case b"T":
                return True
            case b"F":
                return False
            case b"i":
                return int.from_bytes(self.sized(MAX_INT_BYTES), "little", signed=True)
            case b"f":
                return _FLOAT.unpack(self.take(8))[0]
            case b"c":
                return complex(*_COMPLEX.unpack(self.take(16)))
            case b"s":
                return self.string()
            case b"b":
                return bytes(self.sized())
            case b"l":
                return [self.value(depth + 1) for _ in range(self.count(1))]
            case b"t":
                return tuple([self.value(depth + 1) for _ in range(self.count(1))])
            case b"d":
                return self.dictionary(depth)
            case b"a":
                return self.array()
            case b"n":
                return self.scalar()
            case b"o":
                return Opaque(self.string(MAX_NAME))
            case b"w":
                name = self.string(MAX_NAME)
                if bytes(self.take(1)) != b"a":
                    raise WireError("a subclass without an array")
                return Subclassed(name, self.array())
        raise WireError("an unknown tag")

    def dictionary(self, depth: int) -> dict[Any, Any]:
        read: dict[Any, Any] = {}
        for _ in range(self.count(2)):
            key = self.value(depth + 1)
            if type(key) not in _KEYS:
                raise WireError("a key that is no key")
            read[key] = self.value(depth + 1)
        return read

    def dtype(self) -> np.dtype[Any]:
        name = bytes(self.take(self.take(1)[0]))
        try:
            return _DTYPES[name.decode("ascii")]
        except (KeyError, UnicodeDecodeError):
            raise WireError("an unknown dtype") from None

    def array(self) -> np.ndarray:
        dtype = self.dtype()
        dimensions = self.take(1)[0]
        if dimensions > MAX_DIMENSIONS:
            raise WireError("too many dimensions")
        shape = struct.unpack(f"<{dimensions}Q", self.take(8 * dimensions))
        # Python's integers: the product cannot wrap around. Zero sizes are
        # left out so that (0, 2**63) does not pass as an empty array.
        if math.prod(size for size in shape if size) * dtype.itemsize > MAX_BYTES:
            raise WireError("a larger array than may cross")
        self.take(-self.at % ALIGNMENT)
        content = self.take(math.prod(shape) * dtype.itemsize)
        return self.checked(content, dtype).reshape(shape)

    def scalar(self) -> np.generic:
        dtype = self.dtype()
        content = self.take(dtype.itemsize)
        return self.checked(content, dtype)[0]  # type: ignore[no-any-return]

    def checked(self, content: memoryview, dtype: np.dtype[Any]) -> np.ndarray:
        if dtype.kind == "b" and np.frombuffer(content, np.uint8).max(initial=0) > 1:
            raise WireError("a bool that is neither 0 nor 1")
        return np.frombuffer(content, dtype=dtype)

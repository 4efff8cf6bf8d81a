"""Values to bytes; see `wire` for the format."""

from typing import Any, final

import numpy as np

from .values import (
    ALIGNMENT,
    COMPLEX,
    DTYPES,
    FLOAT,
    HEADS,
    KEYS,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_INT_BYTES,
    MAX_ITEMS,
    MAX_PLAIN_KEYS,
    MAX_TEXT,
    SHAPES,
    SIZE,
    Buffers,
    Opaque,
    Strings,
    Subclassed,
    WireError,
    check_shape,
    short,
    text,
    type_name,
)

COPIED = 1 << 14
"""The bytes of an array up to which to copy them is faster than to look at them."""


@final
class Writer:
    """Collects the buffers of one value."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.buffers: Buffers = []
        self.size = 0
        self.items = 0
        self.text = 0
        self.plain_keys = 0

    def put(self, part: bytes | memoryview) -> None:
        """Add bytes, up to the most that may cross."""
        self.size += len(part)
        self.buffers.append(part)
        if self.size > MAX_BYTES:
            raise WireError(f"more than {MAX_BYTES >> 20} MB")

    def sized(self, tag: bytes, content: bytes) -> None:
        """Add bytes after a tag and their length."""
        self.put(tag + SIZE.pack(len(content)) + content)

    def string(self, tag: bytes, content: bytes) -> None:
        """Add text after a tag and its length, up to the most that may cross."""
        self.text += len(content)
        if self.text > MAX_TEXT:
            raise WireError(f"more than {MAX_TEXT >> 20} MB of text")
        self.sized(tag, content)

    def count(self, tag: bytes, count: int) -> None:
        """Add a tag and a number of items, up to the most that may cross."""
        self.items += count
        if self.items > MAX_ITEMS:
            raise WireError(f"more than {MAX_ITEMS} items")
        self.put(tag + SIZE.pack(count))

    def value(self, value: Any, depth: int) -> None:  # noqa: C901, PLR0912 - one a tag
        """Add any value."""
        if depth > MAX_DEPTH:
            raise WireError("nested too deep")
        # Exact types: a subclass may lie in every method it has.
        kind = type(value)
        if kind is str:
            self.string(b"s", text(value))
        elif kind is np.ndarray and value.dtype in HEADS:
            self.array(value)
        elif kind is list or kind is tuple:
            self.count((b"l" if kind is list else b"t"), len(value))
            for item in value:
                self.value(item, depth + 1)
        elif kind is dict:
            self.dictionary(value, depth)
        elif kind is float:
            self.put(b"f" + FLOAT.pack(value))
        elif value is None:
            self.put(b"N")
        elif kind is bool:
            self.put(b"T" if value else b"F")
        elif kind is int:
            length = value.bit_length() // 8 + 1
            if length > MAX_INT_BYTES:
                raise WireError("an integer of more than a thousand bytes")
            self.sized(b"i", value.to_bytes(length, "little", signed=True))
        elif kind is complex:
            self.put(b"c" + COMPLEX.pack(value.real, value.imag))
        elif kind is bytes:
            self.sized(b"b", value)
        elif kind is np.ndarray and value.dtype.name in DTYPES:
            self.array(value)
        elif isinstance(value, np.generic) and (
            value.dtype in HEADS or value.dtype.name in DTYPES
        ):
            self.scalar(value)
        elif kind is np.ndarray and value.dtype.kind == "S" and not self.strict:
            self.strings(Strings(value.shape, tuple(value.ravel().tolist())))
        elif issubclass(kind, np.ndarray):
            self.subclass(value)
        elif kind is Strings and not self.strict:
            self.strings(value)
        elif kind is Subclassed:
            self.put(b"w")
            self.string(b"", short(value.type_name))
            self.array(value.array)
        else:
            self.opaque(value.type_name if kind is Opaque else type_name(value))

    def opaque(self, name: str) -> None:
        """Add a type's name in place of a value."""
        if self.strict:
            raise WireError(f"a value of type `{name}` cannot cross")
        self.string(b"o", short(name))

    def dictionary(self, value: dict[Any, Any], depth: int) -> None:
        """Add a dict; a key that is no plain value goes as its type's name."""
        self.count(b"d", len(value))
        self.plain_keys += sum(type(key) is not str for key in value)
        if self.plain_keys > MAX_PLAIN_KEYS:
            raise WireError("a dict with too many keys that are no text")
        for key, item in value.items():
            if type(key) not in KEYS:
                key = f"<{type_name(key)}>"  # noqa: PLW2901 - a name in its place
            self.value(key, depth + 1)
            self.value(item, depth + 1)

    def array(self, value: np.ndarray) -> None:
        """Add a plain array, in C order and the machine's byte order."""
        check_shape(value.shape, value.dtype.itemsize)
        head = HEADS.get(value.dtype)
        if head is None:
            value = value.astype(DTYPES[value.dtype.name])
            head = HEADS[value.dtype]
        head += bytes([value.ndim]) + SHAPES[value.ndim].pack(*value.shape)
        start = self.size + 1 + len(head)
        self.put(b"a" + head + bytes(-start % ALIGNMENT))
        if value.nbytes <= COPIED:
            self.put(value.tobytes())
        else:
            plain = np.ascontiguousarray(value).reshape(-1).view(np.uint8)
            self.put(memoryview(plain))  # type: ignore[arg-type]

    def strings(self, value: Strings) -> None:
        """Add an array of byte strings, each after its length."""
        check_shape(value.shape, 1)
        ndim = len(value.shape)
        self.put(b"v" + bytes([ndim]) + SHAPES[ndim].pack(*value.shape))
        self.count(b"", len(value.items))
        for item in value.items:
            self.string(b"", item)

    def scalar(self, value: np.generic) -> None:
        """Add a NumPy scalar."""
        head = HEADS.get(value.dtype) or HEADS[DTYPES[value.dtype.name]]
        self.put(b"n" + head + value.tobytes())

    def subclass(self, value: np.ndarray) -> None:
        """Add an array of a subclass as a plain one, with the type's name."""
        # ndarray's own method: the subclass may have overridden everything.
        plain = np.ndarray.__array__(value)
        plain = np.ndarray.view(plain, np.ndarray)
        if type(plain) is not np.ndarray or plain.dtype.name not in DTYPES:
            self.opaque(type_name(value))
            return
        self.put(b"w")
        self.string(b"", short(type_name(value)))
        self.array(plain)

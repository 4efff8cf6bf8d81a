"""Encoded values as two items, however many they are: their bytes and their sizes."""

from collections.abc import Iterator, Sequence

import numpy as np

Bundle = tuple[bytes, np.ndarray]


def together(parts: Sequence[bytes]) -> Bundle:
    """Return encoded values as two items."""
    return b"".join(parts), np.array(list(map(len, parts)), np.uint32)


def apart(content: bytes, sizes: np.ndarray) -> Iterator[memoryview]:
    """Yield encoded values, each in memory of its own: who has it may change it."""
    at = 0
    for size in sizes.tolist():
        yield memoryview(bytearray(content[at : at + size]))
        at += size

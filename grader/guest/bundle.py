"""Encoded values as two items, however many they are: their bytes and their sizes."""

from collections.abc import Sequence

import numpy as np


def together(parts: Sequence[bytes]) -> tuple[bytes, np.ndarray]:
    """Return encoded values as two items."""
    return b"".join(parts), np.array(list(map(len, parts)), np.uint32)

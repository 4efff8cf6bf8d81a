"""Encoded outcomes as one reply: how many, the size of each, and then all of them."""

import struct
from collections.abc import Sequence


def together(outcomes: Sequence[bytes]) -> bytes:
    """Return encoded outcomes as the body of a reply; numbers are those of SIZE."""
    sizes = list(map(len, outcomes))
    return struct.pack(f"<{1 + len(sizes)}I", len(sizes), *sizes) + b"".join(outcomes)

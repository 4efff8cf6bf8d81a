"""Many encoded values as two items."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.guest.bundle import together


@given(parts=st.lists(st.binary(max_size=40), max_size=20))
def test_parts_can_be_told_apart(parts):
    """The sizes say where each ends, empty ones too."""
    content, sizes = together(parts)
    ends = np.cumsum(sizes)
    assert [
        bytes(content[end - size : end]) for size, end in zip(sizes, ends, strict=True)
    ] == parts
    assert len(content) == sum(map(len, parts))

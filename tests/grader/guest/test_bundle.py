"""Many encoded values as two items, and back."""

from hypothesis import given
from hypothesis import strategies as st

from grader.guest.bundle import apart, together


@given(parts=st.lists(st.binary(max_size=40), max_size=20))
def test_parts_come_apart_as_they_were(parts):
    """Each is there again, empty ones too, in memory that nobody else has."""
    views = list(apart(*together(parts)))
    assert [bytes(view) for view in views] == parts
    for view in views:
        view[:] = b"x" * len(view)
    assert [bytes(view) for view in apart(*together(parts))] == parts

"""Every file of tests/hostile says what it attempts and what must come of it."""

import pytest
from hostile import FILES, KEYS, KINDS, ROOT, THROUGH, content, header

from grader import course as courses
from grader.verdict import Status


@pytest.fixture(scope="module")
def names():
    """Return the names of the bundled course's exercises."""
    return set(courses.load(ROOT).places)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_header(path, names):
    """A hostile submission says what it attempts and which verdict it must get."""
    head = header(path)
    text = path.read_text("utf-8")
    said = text.removeprefix("# -*- coding: ").partition('"""')[2].partition('"""')[0]
    assert said
    assert text.count("\n") <= 40
    assert head["kind"] in KINDS
    assert head["exercise"] in names
    assert all(Status(one) for one in head["must"].split(", "))
    if "passed" in head["must"].split(", "):
        assert "right" in said
    assert set(head) <= KEYS


def test_attacks_are_told_where_to_aim():
    """No name between two @ is left in what is handed in, once targets are known."""
    names = ("HOME", "TEMPORARY", "COURSE", "HOST", "PORT", "NAME-OF-SOCKET")
    aimed = [path for path in FILES if "@HOME@" in path.read_text("utf-8")]
    assert len(aimed) > 5
    for path in aimed:
        data = content(path, dict.fromkeys(names, "7"))
        assert not any(f"@{name}@".encode() in data for name in names)


def test_what_gets_beyond_a_wall_says_so():
    """Each attempt that a wall does not stop shows that it got through."""
    beyond = [path for path in FILES if "beyond" in header(path)]
    assert beyond
    assert all(THROUGH in path.read_text("utf-8") for path in beyond)

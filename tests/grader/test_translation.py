"""A course's texts in another language."""

import pytest
from msgspec.structs import replace

from grader import language, translation
from grader.course import Assignment, Course, Exercise
from grader.errors import UsageError

PAIRS = """
[[texts]]
text = "every row sums to one"
zh = "每一行之和为一"

[[texts]]
text = "not yet translated"
zh = ""
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.setenv(language.VARIABLE, "en")
    language.use("zh") if language.spoken() == "zh" else None
    monkeypatch.setattr(language._Spoken, "language", "zh")
    folder = tmp_path / "exercises" / "basics" / "zh"
    folder.mkdir(parents=True)
    (folder / "softmax.toml").write_text(PAIRS, "utf-8")
    (tmp_path / "exercises" / "zh.toml").write_text(
        '[[texts]]\ntext = "Basics"\nzh = "基础"\n', "utf-8"
    )
    assignment = Assignment("basics", "Basics", (Exercise(name="softmax"),))
    return Course(tmp_path, "A course", [assignment], 0.5, ["zh"])


def test_a_text_is_told_in_the_language_at_hand(course):
    """What has a translation is told in it; what has none, as it stands."""
    place = course.places["softmax"]
    assert translation.said(place, "every row sums to one") == "每一行之和为一"
    assert translation.said(place, "not yet translated") == "not yet translated"
    assert translation.said(place, "another") == "another"
    assert translation.titled(course, "Basics") == "基础"
    assert translation.titled(course, "A course") == "A course"


def test_english_asks_for_no_file(course, monkeypatch):
    """In English the files are not opened, whatever they hold."""
    place = course.places["softmax"]
    translation.file_of(place, "zh").write_text("no TOML at all", "utf-8")
    monkeypatch.setattr(language._Spoken, "language", "en")
    assert translation.said(place, "every row sums to one") == "every row sums to one"


def test_a_file_that_changes_is_read_again(course):
    """A warm program tells what the file says now."""
    place = course.places["softmax"]
    file = translation.file_of(place, "zh")
    assert translation.said(place, "every row sums to one") == "每一行之和为一"
    file.write_text(PAIRS.replace("之和为一", "的和是一"), "utf-8")
    import os  # noqa: PLC0415

    os.utime(file, ns=(1, 1))
    assert translation.said(place, "every row sums to one") == "每一行的和是一"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff", "not UTF-8 text."),
        (b"[[texts]", "not valid TOML: "),
        (b'[[texts]]\ntext = "a"\n', "not made of [[texts]] with the keys"),
        (b'[[texts]]\ntext = "a"\nde = "b"\n', "not made of [[texts]] with the keys"),
        (b'[[texts]]\ntext = "a"\nzh = 3\n', "not made of [[texts]] with the keys"),
        (b"texts = 3\n", "not made of [[texts]] with the keys"),
        (b"[[words]]\n", "not made of [[texts]] with the keys"),
    ],
)
def test_a_file_of_something_else_is_named(course, content, said):
    """What is no file of pairs is told by its path in the course."""
    place = course.places["softmax"]
    translation.file_of(place, "zh").write_bytes(content)
    with pytest.raises(UsageError) as told:
        translation.said(place, "every row sums to one")
    assert told.value.message.startswith(f"exercises/basics/zh/softmax.toml: {said}")


def test_what_a_kit_holds_is_looked_for_first(course, tmp_path):
    """A text that the student's folder does not translate, what judges it does."""
    place = course.places["softmax"]
    own = tmp_path / "own"
    begun = replace(place, root=own)
    assert translation.said(begun, "every row sums to one") == "每一行之和为一"
    file = translation.file_of(begun, "zh")
    file.parent.mkdir(parents=True)
    file.write_text(PAIRS.replace("之和为一", "加起来是一"), "utf-8")
    assert translation.said(begun, "every row sums to one") == "每一行加起来是一"
    assert translation.said(begun, "another") == "another"

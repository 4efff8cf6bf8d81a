"""Cases, stubs, notebooks and kits in another language."""

import json

import pytest
from judging import copy_course

from grader import course as courses
from grader import language
from grader.author import build, kit, translating
from grader.author.excerpt import parse
from grader.author.leaks import leaks
from grader.author.reworded import spoken
from grader.author.secrets import secrets
from grader.submission import stub
from grader.translation import file_of, pairs

PAIRS = {
    "every row sums to one": "每一行之和为一",
    "row sum": "行和",
    "each row is judged on its own": "每一行分别计算,各行之间互不影响",
    "returns an array of the same shape": "返回形状相同的数组",
}


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Return a copy of the course in which softmax has a few texts in Chinese."""
    copied = tmp_path / "course"
    copy_course(copied)
    file = copied / "exercises" / "course.toml"
    text = file.read_text("utf-8")
    if "languages" not in text:
        file.write_text('languages = ["zh"]\n' + text, "utf-8")
    course = courses.load(copied)
    place = course.places["softmax"]
    (doc,) = [
        one for one in translating.missing(file_of(place, "xx"), "xx", _texts(course))
        if one.startswith("# Softmax")
    ]  # fmt: skip
    told = file_of(place, "zh")
    told.parent.mkdir(exist_ok=True)
    told.write_text(translating.filled("zh", {doc: "# 柔性最大值", **PAIRS}), "utf-8")
    monkeypatch.setenv(language.VARIABLE, "en")
    monkeypatch.setattr(language._Spoken, "language", "zh")
    return course


def _texts(course):
    return dict(translating.files(course, "xx"))[
        file_of(course.places["softmax"], "xx")
    ]


def test_a_stub_is_in_the_language_at_hand(course):
    """The statement is translated, and the stub is the same code."""
    text = stub.text(course.places["softmax"])
    assert text.startswith('"""# 柔性最大值"""\n\nimport numpy as np\n')
    assert "\n    # YOUR CODE STARTS HERE\n    ...\n" in text


def test_a_notebook_is_in_the_language_at_hand(course):
    """Statement, promises and the words of comparisons are translated in its cells."""
    texts = {one.name: text for one, text in build.notebooks(course)}
    cells = {one["id"]: "".join(one["source"])
             for one in json.loads(texts["numpy_basics"])["cells"]}  # fmt: skip
    assert cells["softmax-statement"] == "## 柔性最大值"
    assert '"""每一行之和为一"""' in cells["softmax-check"]
    assert 'rows=("行和", np.sum)' in cells["softmax-check"]


def test_words_on_one_line_are_all_reworded(course):
    """Positions hold where a line has several words, of more bytes than letters."""
    file = parse(
        "agree(1, 2, what='every row sums to one', rows=('row sum', sum))  # é\n", ""
    )
    assert spoken(file, course.places["softmax"]).text == (
        'agree(1, 2, what="每一行之和为一", rows=("行和", sum))  # é\n'
    )


def test_a_kit_holds_no_translation_of_what_it_does_not_hold(course, tmp_path):
    """The promise of a hidden case is in no kit, in no language."""
    found = kit.contents(course, {}).files["exercises/numpy_basics/zh/softmax.toml"]
    place = tmp_path / "softmax.toml"
    place.write_bytes(found)
    known = pairs(place, "zh")
    assert known["every row sums to one"] == "每一行之和为一"
    assert "each row is judged on its own" not in known
    assert "每一行分别计算" not in found.decode()


def test_a_translation_that_leaks_is_found(course):
    """A kit in which the promise of a hidden case stands in Chinese is not released."""
    files = {"README.md": "提示:每一行分别计算,各行之间互不影响。".encode()}
    assert [one.path for one in leaks(course, files, secrets(course))] == ["README.md"]

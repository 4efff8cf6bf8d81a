"""The language of a run."""

import os

import pytest

from grader import language


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv(language.VARIABLE, "en")
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zh-TW"}, "zh"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "en_US.UTF-8", "GRADER_LANG": "zh"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "GRADER_LANG": "en"}, "en"),
        ({"GRADER_LANG": "../../etc"}, "en"),
    ],
)
def test_the_environment_chooses(environment, expected):
    """A wish to the grader counts most, then the locale as gettext orders it."""
    assert language.chosen(environment) == expected


def test_programs_that_are_started_speak_it_too():
    """The language at hand is passed on in the environment."""
    language.use("zh")
    assert language.spoken() == "zh"
    assert os.environ[language.VARIABLE] == "zh"


def test_english_is_as_it_is_written():
    """In English a text is said as it stands, in the form that suits a number."""
    language.use("en")
    assert language.say("Nothing to do.") == "Nothing to do."
    assert language.several("{n} case", "{n} cases", 1) == "{n} case"
    assert language.several("{n} case", "{n} cases", 0) == "{n} cases"


def test_sentences_are_joined_as_their_language_does():
    """There is a blank between sentences, and none after a full stop of Chinese."""
    assert language.joined("It is 3.", "", "It is not 4.") == "It is 3. It is not 4."
    assert language.joined("是 3。", "不是 4。") == "是 3。不是 4。"
    assert language.joined("", "") == ""


def test_english_has_capitals():
    """A sentence of English begins with a capital, and goes on without one."""
    assert language.begun("row sums") == "Row sums"
    assert language.continued("The value differs.") == "the value differs."


def test_chinese_has_none():
    """In Chinese a name at the beginning stays as it is."""
    language.use("zh")
    assert language.begun("x 的和") == "x 的和"
    assert language.continued("W 的形状不对。") == "W 的形状不对。"


def test_what_was_said_is_heard():
    """What was put into a text is found in the message, and in no other."""
    text = "{name} has {n} rows; {name} is wide."
    said = text.format(name="x", n=3)
    assert language.heard(text, said) == {"name": "x", "n": "3"}
    assert language.heard(text, said.replace("x is", "y is")) is None
    assert language.heard(text, said + " Very.") is None
    assert language.heard("(a) {b}", "(a) two\nlines") == {"b": "two\nlines"}


def test_what_was_said_in_english_is_heard_in_chinese():
    """A message of an earlier run is understood in whatever language it was said."""
    from grader.spot import opened  # noqa: PLC0415

    language.use("zh")
    assert opened("第 3 行：不对。") == opened("Line 3: wrong.") is not None


def test_names_are_listed():
    """Several names are told with an "and" before the last one."""
    assert language.listed(["a"]) == "a"
    assert language.listed(["a", "b"]) == "a and b"
    assert language.listed(["a", "b", "c"]) == "a, b and c"
    language.use("zh")
    assert language.listed(["a", "b", "c"]) == "a、b 和 c"


def test_chinese_nouns_are_counted_with_a_measure_word():
    """What is one itself, and what is not Chinese, needs none."""
    counted = [language.counted(one) for one in ("元素", "行", "图像", "row", "")]
    assert counted == ["个元素", "行", "张图像", "row", ""]


def test_no_blank_stands_between_chinese_signs():
    """Only where a part and what is beside it are Chinese is a blank left out."""
    text = "{file} 没有定义 {name}。"
    assert language.filled(text, file="这里", name="f") == "这里没有定义 f。"
    assert language.filled(text, file="a.py", name="它") == "a.py 没有定义它。"
    assert language.filled("{n} of {n:03d}", n=7) == "7 of 007"
    assert language.filled(text, file="我 的.py", name="f") == "我 的.py 没有定义 f。"


def test_who_is_not_asked_speaks_what_is_asked_for(monkeypatch):
    """A language that is given counts, else the environment's; no other is known."""
    monkeypatch.setenv(language.VARIABLE, "zh")
    language.speak("en")
    assert language.spoken() == "en"
    monkeypatch.setenv(language.VARIABLE, "zh")
    language.speak("xx")
    assert language.spoken() == "zh"
    monkeypatch.setenv(language.VARIABLE, "en")
    language.speak()
    assert language.spoken() == "en"

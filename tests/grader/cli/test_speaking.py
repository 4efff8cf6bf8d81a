"""The language of a run, as it is asked for."""

import pytest

from grader import language
from grader.cli.speaking import speak
from grader.errors import UsageError

CHINESE = {"LANG": "zh_CN.UTF-8"}


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv(language.VARIABLE, "en")
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("words", "left", "spoken"),
    [
        (["check"], ["check"], "en"),
        (["check", "--lang", "zh", "softmax"], ["check", "softmax"], "zh"),
        (["--lang=zh"], [], "zh"),
        (["check", "--lang=zh", "--lang", "en"], ["check"], "en"),
        (["check", "--", "--lang", "zh"], ["check", "--", "--lang", "zh"], "en"),
    ],
)
def test_the_option_may_stand_anywhere(words, left, spoken):
    """The option is taken out of the words, and the last one counts."""
    assert speak(words, {}) == left
    assert language.spoken() == spoken


def test_the_locale_decides_without_the_option():
    """A student's locale is enough, and the option counts more."""
    speak(["check"], CHINESE)
    assert language.spoken() == "zh"
    speak(["check", "--lang", "en"], CHINESE)
    assert language.spoken() == "en"


@pytest.mark.parametrize("command", ["grade", "report", "author", "ci", "release"])
def test_what_a_teacher_writes_does_not_depend_on_the_locale(command):
    """Only the option, or the variable that says it, makes a difference there."""
    speak([command], CHINESE)
    assert language.spoken() == "en"
    speak([command, "--lang", "zh"], CHINESE)
    assert language.spoken() == "zh"
    speak([command], {**CHINESE, language.VARIABLE: "zh"})
    assert language.spoken() == "zh"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--lang", "de"], "No language `de`."),
        (["--lang"], "--lang takes a language."),
        (["--lang="], "--lang takes a language."),
    ],
)
def test_a_language_that_there_is_not(words, message):
    """A language without texts is refused, with those that have them."""
    with pytest.raises(UsageError) as told:
        speak(words, {})
    assert (told.value.message, told.value.help) == (message, "There are: en, zh.")

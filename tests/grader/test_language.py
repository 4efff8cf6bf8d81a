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

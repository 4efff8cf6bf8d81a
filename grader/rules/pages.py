"""Finds the page of a rule: what it does, why it matters, what to use instead."""

import difflib
from importlib import resources
from typing import NamedTuple

from grader import language
from grader.errors import UsageError
from grader.language import say

SECTIONS = {
    "en": (
        "What it does",
        "Why it matters",
        "Example",
        "Use instead",
        "How it is found",
    ),
    "zh": ("检查什么", "为什么重要", "例子", "应当怎样写", "怎样发现"),
}
"""What every page tells, in this order; a page may tell more in between."""
ENDING = ".md"


class Rule(NamedTuple):
    """A rule: its name, its one line, and its page as Markdown."""

    name: str
    summary: str
    page: str


def every() -> list[Rule]:
    """Return all rules by name, in the language at hand."""
    folder = resources.files(__package__)
    spoken = language.spoken()
    files = folder if spoken == language.ENGLISH else folder / spoken
    pages = [file for file in files.iterdir() if file.name.endswith(ENDING)]
    return [
        _rule(file.name.removesuffix(ENDING), file.read_text("utf-8"))
        for file in sorted(pages, key=lambda file: file.name)
    ]


def find(name: str) -> Rule:
    """Return a rule by name. Raises UsageError for an unknown one, with the nearest."""
    rules = {rule.name: rule for rule in every()}
    if name in rules:
        return rules[name]
    near = difflib.get_close_matches(name.lower().replace("_", "-"), rules, n=1)
    raise UsageError(
        say("No rule `{name}`.").format(name=name),
        say("Did you mean `{name}`?").format(name=near[0])
        if near
        else say("`grader explain` lists the rules."),
    )


def _rule(name: str, page: str) -> Rule:
    # "# name", an empty line, the one line.
    return Rule(name, page.split("\n")[2], page)

"""Finds the page of a rule: what it does, why it matters, what to use instead."""

import difflib
from importlib import resources
from typing import NamedTuple

from grader.errors import UsageError

SECTIONS = (
    "What it does",
    "Why it matters",
    "Example",
    "Use instead",
    "How it is found",
)
"""What every page tells, in this order; a page may tell more in between."""
ENDING = ".md"


class Rule(NamedTuple):
    """A rule: its name, its one line, and its page as Markdown."""

    name: str
    summary: str
    page: str


def every() -> list[Rule]:
    """Return all rules by name."""
    files = resources.files(__package__).iterdir()
    pages = [file for file in files if file.name.endswith(ENDING)]
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
        f"No rule `{name}`.",
        f"Did you mean `{near[0]}`?" if near else "`grader explain` lists the rules.",
    )


def _rule(name: str, page: str) -> Rule:
    # "# name", an empty line, the one line.
    return Rule(name, page.split("\n")[2], page)

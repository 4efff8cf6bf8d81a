"""Writes docs/rules.md from the pages in grader/rules; a test holds it in step."""

import re
from pathlib import Path

from grader.rules import pages

FILE = Path(__file__).with_name("rules.md")
HEAD = """\
# Rules

What a finding means and what to do about it. `grader explain RULE` prints the same
page. This file is generated from `grader/rules/` by `python docs/rules.py`.
"""


def text() -> str:
    """Return the pages as the file holds them, each a level deeper."""
    rules = pages.every()
    listed = "".join(
        f"- [{rule.name}](#{rule.name}): {rule.summary}\n" for rule in rules
    )
    return "\n".join([HEAD, listed, *(_deeper(rule.page) for rule in rules)])


def _deeper(page: str) -> str:
    """Return a page with its headings a level deeper; in code `#` is no heading."""
    parts = page.split("```")
    parts[::2] = [re.sub(r"^#", "##", part, flags=re.MULTILINE) for part in parts[::2]]
    return "```".join(parts)


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")

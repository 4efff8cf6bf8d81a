"""The statement of an exercise, of the Markdown above its function."""

import re
from typing import NamedTuple

from grader.author.marks import MARK

_CONFIG = re.compile(r"```\s*\n?\s*(BEGIN|END) \w+.*?```", re.DOTALL)
_BOUNDARY = re.compile(
    r"\s*(<!--)?\s*#?\s*(BEGIN|END) (QUESTION|SOLUTION|PROMPT|TESTS)\b"
)
_ANCHOR = re.compile(r"<a\s+(name|id)=[^>]*>\s*(</a>)?", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\((?:data|attachment):[^)]*\)")


class Statement(NamedTuple):
    """A module docstring as it stands in a solution, quotes included."""

    text: str
    pictures: int
    """How many pictures of the notebook's own had to be left out."""


def is_boundary(text: str) -> bool:
    """Whether a cell only says where a question, its tests or its answer begin."""
    return _BOUNDARY.match(text) is not None or _CONFIG.match(text.strip()) is not None


def has_heading(text: str) -> bool:
    """Whether a Markdown cell has a heading."""
    return re.search(r"^#{1,6} ", text, re.MULTILINE) is not None


def title(text: str) -> str:
    """Return the first heading of a text without its marks; empty if there is none."""
    found = re.search(r"^#{1,6} +(.*?)[ #]*$", _tidy(text), re.MULTILINE)
    return re.sub(r"[*`_]{1,2}", "", found[1]).strip() if found else ""


def statement(texts: list[str], name: str) -> Statement:
    """Return the statement that Markdown cells make, a scaffold if they say nothing."""
    parts = [tidy for text in texts if (tidy := _tidy(text))]
    body = "\n\n".join(parts)
    body, pictures = _PICTURE.subn(rf"({MARK} the picture \1)", body)
    shown = name.replace("_", " ").capitalize()
    if not body:
        body = f"# {shown}\n\n{MARK} the statement, which the notebook does not have"
    elif not has_heading(body):
        body = f"# {shown}\n\n{body}"
    body = body.replace('"""', "'''").rstrip()
    # A docstring of TeX: raw, unless it would end in what escapes the quotes.
    if "\\" in body:
        return Statement(f'r"""{body}\n"""', pictures)
    return Statement(f'"""{body}\n"""', pictures)


def _tidy(text: str) -> str:
    text = _COMMENT.sub("", _ANCHOR.sub("", _CONFIG.sub("", text)))
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

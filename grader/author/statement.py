"""The statement of an exercise as a Markdown cell."""

import re
from collections.abc import Iterator

from grader import language
from grader.language import joined

# Code, between backticks or indented by four spaces; or else a mark to look at.
_PARTS = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|^ {4}[^\n]*$)"
    r"|^(?P<heading>#{1,5}) "
    r"|(?<=[\w)\]])(?P<stars>\*{1,2})(?=[\w(\[-])",
    re.DOTALL | re.MULTILINE,
)

# What stands on a line of its own, and what begins a part of several.
_ALONE = re.compile(r"#{1,6} |>>> |\|")
_BEGINS = re.compile(rf"{_ALONE.pattern}|\s*(?:[-*+]|\d+[.)]) ")


def markdown(statement: str) -> str:
    """Return a statement with its headings one level down.

    A star between two factors (`2*3` outside of code) is a star: Markdown would take
    it, and the next one, for emphasis. In Chinese a paragraph is one line: Markdown
    would put a space where a line ends.
    """
    text = _PARTS.sub(_part, statement.strip("\n"))
    if language.spoken() == language.ENGLISH:
        return text
    return "\n".join(_unbroken(text.split("\n")))


def _unbroken(lines: list[str]) -> Iterator[str]:
    """Yield each paragraph and each item of a list as one line."""
    part: list[str] = []
    fenced = False
    for line in lines:
        fence = line.startswith("```")
        if part and (fence or not line.strip() or _BEGINS.match(line)):
            yield joined(*part)
            part = []
        indented = line.startswith("    ") and not part
        if fenced or fence or not line.strip() or indented or _ALONE.match(line):
            yield line
            fenced ^= fence
        else:
            part.append(line.strip() if part else line.rstrip())
    if part:
        yield joined(*part)


def _part(match: re.Match[str]) -> str:
    if match["heading"]:
        return f"#{match['heading']} "
    if match["stars"]:
        return "\\*" * len(match["stars"])
    return match[0]

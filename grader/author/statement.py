"""The statement of an exercise as a Markdown cell."""

import re

# Code, between backticks or indented by four spaces; or else a mark to look at.
_PARTS = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|^ {4}[^\n]*$)"
    r"|^(?P<heading>#{1,5}) "
    r"|(?<=[\w)\]])(?P<stars>\*{1,2})(?=[\w(\[-])",
    re.DOTALL | re.MULTILINE,
)


def markdown(statement: str) -> str:
    """Return a statement with its headings one level down.

    A star between two factors (`2*3` outside of code) is a star: Markdown would take
    it, and the next one, for emphasis.
    """
    return _PARTS.sub(_part, statement.strip("\n"))


def _part(match: re.Match[str]) -> str:
    if match["heading"]:
        return f"#{match['heading']} "
    if match["stars"]:
        return "\\*" * len(match["stars"])
    return match[0]

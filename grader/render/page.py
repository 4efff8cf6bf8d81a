"""A page of Markdown on the screen: headings, paragraphs, lists and code, no more."""

import re
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from grader.language import joined
from grader.render.paragraph import hanging
from grader.render.text import printable

TITLE = re.compile(r"#+ (.*)")
FENCE = "```"
ITEM = "- "
INDENT = "  "
CODE_INDENT = "    "


def page(console: Console, markdown: str) -> None:
    """Print a page; the marks of inline code stay, as on every other screen."""
    for index, block in enumerate(_blocks(markdown)):
        if index:
            console.print()
        title = TITLE.fullmatch(block)
        if title:
            console.print(Text(printable(title[1]), style="bold"), soft_wrap=True)
        elif block.startswith(FENCE):
            for row in printable(block).split("\n")[1:-1]:
                text = Text(CODE_INDENT + row if row else "", style="cyan")
                console.print(text, soft_wrap=True)
        else:
            for part in re.split(rf"\n(?={ITEM})", block):
                _part(console, joined(*part.split("\n")))


def _part(console: Console, text: str) -> None:
    """Print a paragraph, or an item of a list."""
    if text.startswith(ITEM):
        words = " ".join(text.removeprefix(ITEM).split())
        hanging(console, words, INDENT + ITEM, INDENT + " " * len(ITEM))
    else:
        hanging(console, text, INDENT, INDENT)


def _blocks(markdown: str) -> Iterator[str]:
    """Yield headings, paragraphs, lists and fenced code, each as one text."""
    rows: list[str] = []
    fenced = False
    for row in markdown.rstrip("\n").split("\n"):
        if row.startswith(FENCE):
            fenced = not fenced
        if row or fenced:
            rows.append(row)
        elif rows:
            yield "\n".join(rows)
            rows = []
    yield "\n".join(rows)

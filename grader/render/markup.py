"""HTML made of elements: every text in it is escaped, and it holds no script."""

import html
from typing import NamedTuple

from grader.render.text import printable


class Markup(NamedTuple):
    """HTML that is safe to put into a page; made by `element` alone."""

    html: str


def element(tag: str, *children: str | Markup, style: str = "") -> Markup:
    """Return an element with text and elements in it."""
    inside = "".join(map(_inner, children))
    styled = f' style="{html.escape(style)}"' if style else ""
    return Markup(f"<{tag}{styled}>{inside}</{tag}>")


def _inner(child: str | Markup) -> str:
    if isinstance(child, Markup):
        return child.html
    return html.escape(printable(child))

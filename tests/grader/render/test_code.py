"""Source on the screen: coloured where there are colours, the same text without."""

import io
import re

from rich.console import Console

from grader.render.code import code

SOURCE = 'def f(x):\n\n    return "a\x1b[2J" * 3  # \u202e' + " long" * 30


def drawn(**options):
    """Return what a console of 40 columns is sent."""
    out = io.StringIO()
    settings = {"markup": False, "highlight": False, "emoji": False, "width": 40}
    code(Console(file=out, **settings | options), SOURCE, 4)
    return out.getvalue()


def test_plain():
    """Without colours the source is indented, unbroken, and sends no escapes."""
    assert drawn() == (
        '    def f(x):\n\n        return "a\\x1b[2J" * 3  # \\u202e'
        + " long" * 30
        + "\n"
    )


def test_colours_add_nothing():
    """With colours the words are the same."""
    text = drawn(force_terminal=True, color_system="standard", no_color=False)
    assert re.search(r"\x1b\[[\d;]*m", text)
    assert re.sub(r"\x1b\[[\d;]*m", "", text) == drawn()

"""Pages made of templates: every text in them is made visible, then escaped.

A page holds its style and its script, and its policy allows these alone by their
digests: neither a handler nor a style in an attribute, nothing from elsewhere.
"""

import base64
import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader import __version__
from grader.render.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from markupsafe import Markup

FOLDER = Path(__file__).with_name("templates")
MARK = "made by grader"
"""What every page says of itself near its beginning."""
MARKED_WITHIN = 512
LOOKS = 8
"""How many digests of styles and scripts are kept: that of a table is its own."""


def filled(template: str, key: str, *, rules: str = "", **values: Any) -> str:
    """Return a page; `key` stands in its mark and says what it was made of.

    `rules` are of its style; they hold nothing that anybody wrote. A script is taken
    from the file beside the template.
    """
    style, script = _text("page.css") + rules, _text(f"{template}.js")
    page = _environment().get_template(f"{template}.html")
    return page.render(key=key, style=style, script=script, **values)


def part(template: str, name: str, value: object) -> "Markup":
    """Return a part of a page, which a page takes as it is: a macro with one value."""
    made: Markup = getattr(_module(template), name)(value)
    return made


def shown(text: str) -> "Markup":
    """Return a text as every template shows it: visible, and escaped."""
    return _escape()(printable(text))


def prepare() -> None:
    """Load the templates of the pages."""
    for one in FOLDER.glob("*.html"):
        _environment().get_template(one.name)


def mark(key: str) -> str:
    """Return what a page that was made of `key` has near its beginning."""
    return f"{MARK} {__version__} of {key}"


@cache
def look() -> bytes:
    """Return the digest of all that decides how records become pages."""
    digest = hashlib.sha256(__version__.encode())
    for file in sorted([*FOLDER.iterdir(), *FOLDER.parent.glob("*.py")]):
        if file.is_file():
            data = file.read_bytes()
            digest.update(len(data).to_bytes(8, "little") + data)
    return digest.digest()


def number(value: float) -> str:
    """Return points as people write them."""
    return f"{round(value, 2):,.2f}".rstrip("0").rstrip(".")


@cache
def _environment() -> "jinja2.Environment":
    import jinja2  # noqa: PLC0415 - heavy, only with a page

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        # A run ends with the templates that it began with.
        auto_reload=False,
    )
    made.filters["number"] = number
    made.globals |= {"mark": mark, "digest": _digest}
    return made


@cache
def _module(template: str) -> object:
    return _environment().get_template(template).module


@cache
def _escape() -> "Callable[[str], Markup]":
    from markupsafe import escape  # noqa: PLC0415 - with the first page

    return escape


def _visible(value: Any) -> Any:
    # What a template made is a text too, but one that is escaped already.
    text = isinstance(value, str)
    plain = type(value) is str or (text and not hasattr(value, "__html__"))
    return printable(value) if plain else value


@cache
def _text(name: str) -> str:
    file = FOLDER / name
    return file.read_text("utf-8") if file.is_file() else ""


@lru_cache(LOOKS)
def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"

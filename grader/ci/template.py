"""The files beside this module, with what differs from course to course filled in."""

import json
import string
import textwrap
from collections.abc import Iterable
from importlib import resources
from typing import Final

from grader import __version__
from grader.author.kit import packages
from grader.course import Course

NAME: Final = "exercise-grader"
"""What the grader is called where packages are installed from."""


class _Text(string.Template):
    """A template in which `$` belongs to the shell."""

    delimiter = "@@"


def fill(name: str, **values: str) -> str:
    """Return the template of this name."""
    text = (resources.files("grader.ci") / "templates" / name).read_text("utf-8")
    return _Text(text).substitute(values, version=__version__)


def block(name: str, indent: int, **values: str) -> str:
    """Return a template as lines inside of another, without its last line end."""
    return textwrap.indent(fill(name, **values), " " * indent).rstrip("\n")


def install(course: Course, grader: str) -> str:
    """Return what pip is to install, as words of a shell: `grader` is such a word."""
    return " ".join([grader, *packages(course)])


def released() -> str:
    """Return the word for pip that names this version of the grader."""
    return f"{NAME}=={__version__}"


def quoted(text: str) -> str:
    """Return text as YAML reads it back."""
    # What JSON writes of a character beyond 16 bits, YAML reads as two.
    return json.dumps(text, ensure_ascii=False)


def lines(commands: Iterable[str], indent: int) -> str:
    """Return commands as the items of a list in YAML."""
    return "\n".join(f"{' ' * indent}- {command}" for command in commands)

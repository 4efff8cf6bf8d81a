"""What typer itself says of a command line: help and errors, in the language at hand.

It speaks English only. What is none of the texts below is told as it says it.
"""

import io
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext, redirect_stdout

import typer
from typer.exceptions import TyperException

from grader import language
from grader.language import marked, say

ROWS = (
    marked("Usage: {usage}"),
    marked("Try '{command}' for help."),
    marked("Error: {error}"),
    marked("Arguments:"),
    marked("Options:"),
    marked("Commands:"),
)
ERRORS = (
    marked("No such option: {option} (Possible options: {names})"),
    marked("No such option: {option}"),
    marked("No such command {name}. Did you mean {names}?"),
    marked("No such command {name}."),
    marked("Got unexpected extra argument(s) ({words})"),
    marked("Missing command."),
    marked("Missing argument {name}."),
    marked("Missing option {name}."),
    marked("Option {name} requires an argument."),
    marked("Option {name} does not take a value."),
    marked("Invalid value for {name}: {error}"),
    marked("{value} is not a valid float range."),
    marked("{value} is not a valid int range."),
    marked("{value} is not in the range {range}."),
    marked("{value} is not one of {names}."),
)
PARTS = (
    marked("Show this message and exit."),
    marked("[default: "),
    marked("[default:"),
)
"""What stands within a row of help."""


def run(app: typer.Typer, words: Sequence[str]) -> None:
    """Run a program of typer's; what it prints of its own is said."""
    if language.spoken() == language.ENGLISH:
        app(words, prog_name="grader")
        return
    told = io.StringIO()
    helps = "--help" in words
    try:
        with redirect_stdout(told) if helps else nullcontext():
            code = app(words, prog_name="grader", standalone_mode=False)
    except TyperException as error:
        written = io.StringIO()
        show = getattr(error, "show", None)
        if show is None:
            raise
        show(file=written)
        sys.stderr.write(said(written.getvalue()))
        sys.exit(error.exit_code)
    finally:
        sys.stdout.write(said(told.getvalue()))
    sys.exit(code or 0)


def said(text: str) -> str:
    """Return what typer says in the language at hand, row by row."""
    return "\n".join(_row(row) for row in text.split("\n"))


def _row(row: str) -> str:
    row = _matched(row, ROWS)
    for part in PARTS:
        row = row.replace(part, say(part))
    return row


def _matched(text: str, templates: Iterable[str]) -> str:
    for template in templates:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template))
        found = re.fullmatch(pattern, text)
        if found is not None:
            words = found.groupdict()
            if "names" in words:
                words["names"] = words["names"].replace("', '", say("', '"))
            if "error" in words:
                words["error"] = _matched(words["error"], ERRORS)
            return say(template).format(**words)
    return text

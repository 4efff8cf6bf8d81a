"""The stub of an exercise, made from its solution: the only source."""

import ast
from pathlib import Path
from typing import final

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
STARTS = "# YOUR CODE STARTS HERE"
ENDS = "# YOUR CODE ENDS HERE"


@final
class MarkerError(Exception):
    """A solution whose markers do not pair up; the message names the line."""


def make(solution: str) -> str:
    """Return the text of a solution with each marked region blanked out."""
    lines: list[str] = []
    opened = 0
    text = solution.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    for number, line in enumerate(text.split("\n"), 1):
        word = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if word == BEGIN and not opened:
            opened = number
            lines += [indent + STARTS, indent + "...", indent + ENDS]
        elif word == END and opened:
            opened = 0
        elif word in (BEGIN, END):
            raise MarkerError(f"line {number}: `{word}` has no partner")
        elif not opened:
            lines.append(line)
    if opened:
        raise MarkerError(f"line {opened}: `{BEGIN}` has no partner")
    if not any(line.strip() == STARTS for line in lines):
        raise MarkerError(f"no `{BEGIN}`: nothing is left for the student to write")
    return "\n".join(lines) + "\n"


def function(solution: Path, name: str) -> ast.stmt | None:
    """Return the stub's function of the solution at `solution`; None if not there."""
    try:
        body = ast.parse(make(solution.read_text("utf-8"))).body
    except (OSError, MarkerError, SyntaxError, ValueError):
        # A broken solution is told of when it is loaded.
        return None
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node
    return None

"""Definitions of a graded function besides the one that counts."""

import ast
from collections.abc import Collection, Iterator

from grader.spot import Spot
from grader.submission.extract import Extract
from grader.verdict import Evidence, Finding

RULE = "defined-twice"
HELP = "keep the one that is meant, and take the others out"
MAX_FINDINGS = 3


def find(extract: Extract, names: Collection[str], path: str) -> Iterator[Finding]:
    """Yield findings for other definitions of the function, in source order.

    `names` are what it may be called. One that says the same is none; one that is no
    Python is.
    """
    source, counts = extract.source, extract.definition
    if not isinstance(counts, ast.FunctionDef):
        return
    meant = source.place(counts.lineno)
    others = [
        node
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef)
        and node is not counts
        and node.name == extract.name
        and not _same(node, counts)
    ]
    for node in others[:MAX_FINDINGS]:
        spot = source.place(node.lineno)
        message = f"defines `{extract.name}` too; the one in {{}} counts."
        yield _finding(spot, message, meant, path)
    for broken in source.broken[:MAX_FINDINGS]:
        if not broken.names.isdisjoint(names):
            message = f"would define `{extract.name}` too, but {broken.fault.message}"
            yield _finding(
                broken.fault.spot, f"{message}; the one in {{}} counts.", meant, path
            )


def _same(one: ast.FunctionDef, other: ast.FunctionDef) -> bool:
    try:
        return ast.dump(one) == ast.dump(other)
    except (RecursionError, ValueError):
        # Nested too deep, or an integer too long to be written.
        return False


def _finding(spot: Spot, message: str, meant: Spot, path: str) -> Finding:
    here, there = _briefly(spot, meant)
    return Finding(
        rule=RULE,
        message=f"{here} {message.replace('{}', there)}",
        path=path,
        cell=spot.cell,
        line=spot.line,
        column=1,
        end_line=spot.line,
        evidence=Evidence.CASE,
        help=HELP,
    )


def _briefly(spot: Spot, other: Spot) -> tuple[str, str]:
    """Return what two spots are called, by their cells if that tells them apart."""
    if None not in (spot.cell, other.cell) and spot.cell != other.cell:
        return f"Cell {spot.cell}", f"cell {other.cell}"
    return f"{spot.said[0].upper()}{spot.said[1:]}", other.said

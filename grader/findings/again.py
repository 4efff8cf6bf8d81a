"""Definitions of a graded function besides the one that counts."""

import ast
from collections.abc import Collection, Iterator

from grader.language import begun, filled, marked, say
from grader.spot import CELL, Spot
from grader.submission.extract import Extract
from grader.verdict import Evidence, Finding

RULE = "defined-twice"
HELP = marked("keep the one that is meant, and take the others out")
MAX_FINDINGS = 3


def find(extract: Extract, names: Collection[str], path: str) -> Iterator[Finding]:
    """Yield findings for other definitions of the function, in source order.

    `names` are what it may be called. One that says the same is none; one that is no
    Python is.
    """
    source, counts = extract.source, extract.definition
    if not isinstance(counts, ast.FunctionDef):
        return
    others = [
        node
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef)
        and node is not counts
        and node.name == extract.name
        and not _same(node, counts)
    ]
    if not (others or source.broken):
        return
    meant = source.place(counts.lineno)
    for node in others[:MAX_FINDINGS]:
        spot = source.place(node.lineno)
        here, there = _briefly(spot, meant)
        told = say("{here} defines `{name}` too; the one in {there} counts.")
        message = filled(told, here=here, name=extract.name, there=there)
        yield _finding(spot, message, path)
    for broken in source.broken[:MAX_FINDINGS]:
        if not broken.names.isdisjoint(names):
            here, there = _briefly(broken.fault.spot, meant)
            told = say(
                "{here} would define `{name}` too, but {fault}; the one in {there} "
                "counts."
            )
            name, fault = extract.name, broken.fault.message
            message = filled(told, here=here, name=name, fault=fault, there=there)
            yield _finding(broken.fault.spot, message, path)


def _same(one: ast.FunctionDef, other: ast.FunctionDef) -> bool:
    try:
        return ast.dump(one) == ast.dump(other)
    except (RecursionError, ValueError):
        # Nested too deep, or an integer too long to be written.
        return False


def _finding(spot: Spot, message: str, path: str) -> Finding:
    return Finding(
        rule=RULE,
        message=message,
        path=path,
        cell=spot.cell,
        line=spot.line,
        column=1,
        end_line=spot.line,
        evidence=Evidence.CASE,
        help=say(HELP),
    )


def _briefly(spot: Spot, other: Spot) -> tuple[str, str]:
    """Return what two spots are called, by their cells if that tells them apart."""
    if None not in (spot.cell, other.cell) and spot.cell != other.cell:
        return (
            say("Cell {number}").format(number=spot.cell),
            say(CELL).format(number=other.cell),
        )
    return begun(spot.said), other.said

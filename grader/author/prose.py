"""What a student reads of an exercise: statement, docstring, example, hints."""

import ast
import doctest
from collections.abc import Iterator

import numpy as np

from grader.course import Place
from grader.session.reference import Reference, load_module

HINTS = 3


def complaints(place: Place, reference: Reference) -> Iterator[str]:
    """Yield what is missing or wrong."""
    name = place.exercise.name
    text = place.solution.read_text("utf-8")
    tree = ast.parse(text)
    statement = ast.get_docstring(tree) or ""
    if not statement.startswith("# "):
        yield "the statement (the docstring of the solution's file) has no # heading"
    elif not statement.partition("\n")[2].strip():
        yield "the statement has a heading and nothing below it"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            yield from _docstring(place, node, reference)
    yield from _hints(place, text)


def _docstring(
    place: Place, node: ast.FunctionDef, reference: Reference
) -> Iterator[str]:
    name = node.name
    written = ast.get_docstring(node)
    if not written:
        yield f"`{name}` has no docstring: students read what goes in and comes out"
        return
    supplied = {used: reference.function(used) for used in place.exercise.uses}
    # Its own function, not the guarded one: an example may show what it raises.
    known = vars(load_module(place, place.solution, supplied))
    test = doctest.DocTestParser().get_doctest(
        written, {"np": np, **known}, name, place.solution.name, node.lineno
    )
    if not test.examples:
        yield f"the docstring of `{name}` has no example (>>> {name}(…))"
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    for one in said:
        lines = [line.strip() for line in one.splitlines() if line.strip()]
        yield f"the example of `{name}` does not hold: {' '.join(lines[2:])}"


def _hints(place: Place, text: str) -> Iterator[str]:
    hints = place.exercise.hints
    if len(hints) != HINTS:
        yield f"{len(hints)} hints instead of {HINTS}"
    if len({hint.strip() for hint in hints}) != len(hints):
        yield "two hints are the same"
    if not all(hint.strip() for hint in hints):
        yield "a hint is empty"
    lines = {line.strip() for line in text.splitlines()}
    for number, hint in enumerate(hints, 1):
        if hint.strip() in lines - {""}:
            yield f"hint {number} is a line of the solution, without a gap"

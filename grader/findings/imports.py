"""Imports that an exercise does not allow: ready-made answers, and ways out."""

import ast
from collections.abc import Collection, Iterator
from typing import Literal

from grader.findings import words
from grader.language import listed, say
from grader.submission.extract import Extract
from grader.submission.nodes import walk
from grader.verdict import Evidence, Finding

RULE = "import-not-allowed"
MAX_FINDINGS = 20
MAX_WRITTEN = 60

ALWAYS = ("numpy", "math")
"""What every exercise allows."""
# They do nothing when a function runs.
_IDLE = ("typing", "__future__")
_IMPORTING = {ast.Import, ast.ImportFrom, ast.Call}


def find(
    extract: Extract, allowed: Collection[str] | Literal["any"], path: str
) -> list[Finding]:
    """Return the imports of what is needed that are not `allowed`, in source order.

    `allowed` names modules, parts of packages included; `path` is what findings call
    the file.
    """
    if allowed == "any":
        return []
    found = [
        (node, name)
        for statement in extract.statements
        for node, name in refused(statement, extract.names, allowed)
    ]
    if not found:
        return []
    found.sort(key=lambda pair: (pair[0].lineno, pair[0].col_offset))
    modules = listed([f"`{name}`" for name in (*ALWAYS, *allowed)])
    return [
        Finding(
            rule=RULE,
            message=say(
                "`{name}` is not allowed here: this exercise is done with {modules}."
            ).format(name=_short(name), modules=modules),
            path=path,
            cell=extract.source.place(node.lineno).cell,
            line=extract.source.place(node.lineno).line,
            column=extract.source.column(node),
            end_line=extract.source.place(node.end_lineno or node.lineno).line,
            width=extract.source.width(node),
            evidence=Evidence.STATIC,
            help=say(words.IMPORT),
        )
        for node, name in found[:MAX_FINDINGS]
    ]


def refused(
    statement: ast.stmt,
    needed: Collection[str],
    allowed: Collection[str] | Literal["any"],
) -> list[tuple[ast.stmt | ast.expr, str]]:
    """Return the modules that a statement imports and an exercise does not allow."""
    if allowed == "any":
        return []
    every = (*ALWAYS, *_IDLE, *allowed)
    return [
        (node, name)
        for node, name in _imports(statement, needed)
        if not any(name == one or name.startswith(one + ".") for one in every)
    ]


def _imports(
    statement: ast.stmt, needed: Collection[str]
) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    """Yield each module that a statement imports, wherever in it."""
    for node in walk(statement):
        if type(node) not in _IMPORTING:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                # At module level only what is needed of a list is imported.
                if node is not statement or bound in needed:
                    yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node, "." * node.level + (node.module or "")
        elif isinstance(node, ast.Call) and _calls_import(node):
            argument = node.args[0] if node.args else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield node, argument.value


def _calls_import(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "__import__"


def _short(name: str) -> str:
    return name if len(name) <= MAX_WRITTEN else name[:MAX_WRITTEN] + "…"

"""Variables of a file, or of a notebook, that a function uses besides its parameters.

A function that reads `num_px` works where the cell that computes it has run, and for
that data alone. A plain constant is no such trap.
"""

import ast
import builtins
from collections.abc import Collection
from typing import Literal, NamedTuple

from grader.findings import imports
from grader.language import marked, say
from grader.submission.extract import Extract
from grader.submission.nodes import walk
from grader.submission.statement import Statement, describe
from grader.verdict import Evidence, Finding

RULE = "outside-variable"
HELP = marked(
    "use the parameters alone: `X_train.shape[0]`, not a variable set elsewhere"
)
MAX_FINDINGS = 5
MAX_NAME = 60

# What leads to data that is only where the notebook was run.
_AWAY = frozenset(("open", "input", "get_ipython", "exec", "eval"))
_BUILTINS = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__"}
_MADE = (ast.Call, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp,
         ast.SetComp, ast.GeneratorExp, ast.Subscript)  # fmt: skip
_IMPORTS = (ast.Import, ast.ImportFrom)

Allowed = Collection[str] | Literal["any"]


class Variable(NamedTuple):
    """A variable that is read: its name, by which function, and what sets it."""

    name: str
    reader: str
    node: ast.stmt
    lost: bool
    """What it is made of is not there when the function is judged."""


def variables(
    extract: Extract, allowed: Allowed, given: Collection[str]
) -> list[Variable]:
    """Return the variables that functions read; `given` names are supplied."""
    body = extract.source.tree.body
    statements = describe(extract.source)
    readers = [
        (at, body[at]) for at in extract.keep if isinstance(body[at], ast.FunctionDef)
    ]
    readers.sort(key=lambda pair: pair[1] is not extract.definition)
    away = _lost(extract, statements, allowed, given)
    plain: set[str] = set()
    found: dict[str, Variable] = {}
    for at in extract.keep:
        statement = statements[at]
        is_lost = statement.variable and bool(statement.binds & away)
        if not is_lost and _is_plain(body[at], statement, plain):
            plain |= statement.binds
            continue
        for reader, function in readers:
            for name in sorted(statement.binds & statements[reader].reads_later):
                if name not in given and name not in found:
                    called = getattr(function, "name", extract.name)
                    found[name] = Variable(name, called, body[at], name in away)
    return list(found.values())


def lost(extract: Extract, allowed: Allowed, given: Collection[str]) -> frozenset[int]:
    """Return the statements, by position, that set variables from what is not there."""
    statements = describe(extract.source)
    names = _lost(extract, statements, allowed, given)
    return frozenset(
        at
        for at in extract.keep
        if statements[at].variable and statements[at].binds & names
    )


def advice(some: list[Variable], extract: Extract, path: str) -> list[Finding]:
    """Return findings for variables that may be why a value is wrong."""
    return [_finding(one, extract, path) for one in some][:MAX_FINDINGS]


def words(some: list[Variable], extract: Extract) -> dict[str, str]:
    """Return what to say of each name that is not there when a function runs."""
    return {one.name: _sentence(one, extract) for one in some if one.lost}


def _lost(
    extract: Extract,
    statements: list[Statement],
    allowed: Allowed,
    given: Collection[str],
) -> set[str]:
    """Return the names that are made of imports or names that are not there."""
    body = extract.source.tree.body
    bound = frozenset[str]().union(*(statements[at].binds for at in extract.keep))
    found: set[str] = set()
    for at in extract.keep:
        node, statement = body[at], statements[at]
        if isinstance(node, _IMPORTS):
            if imports.refused(node, extract.names, allowed):
                found |= statement.binds
        elif statement.variable:
            # A star may bind anything.
            unknown = statement.reads - bound - _BUILTINS - frozenset(given)
            lacks = unknown and "*" not in bound
            if lacks or statement.reads & (found | _AWAY):
                found |= statement.binds
    return found


def _sentence(one: Variable, extract: Extract) -> str:
    source = extract.source
    told = say(
        "`{name}` is a variable of the notebook, not a parameter: called with other "
        "data, `{function}` would still use what {where} sets."
    )
    if source.layout is None:
        told = say(
            "`{name}` is a variable of the file, not a parameter: called with other "
            "data, `{function}` would still use what {where} sets."
        )
    where = source.place(one.node.lineno).said
    name, function = one.name[:MAX_NAME], one.reader[:MAX_NAME]
    return told.format(name=name, function=function, where=where)


def _finding(one: Variable, extract: Extract, path: str) -> Finding:
    source = extract.source
    spot = source.place(one.node.lineno)
    return Finding(
        rule=RULE,
        message=_sentence(one, extract),
        path=path,
        cell=spot.cell,
        line=spot.line,
        column=source.column(one.node),
        end_line=source.place(one.node.end_lineno or one.node.lineno).line,
        width=source.width(one.node),
        evidence=Evidence.STATIC if one.lost else Evidence.CASE,
        help=say(HELP),
    )


def _is_plain(node: ast.stmt, statement: Statement, plain: set[str]) -> bool:
    """Whether a statement defines, imports, or sets a constant.

    A constant is a number, a text, some of them, `np.pi`, a lambda, or made of what is
    `plain`.
    """
    if not statement.variable:
        return True
    value = getattr(node, "value", None)
    if not isinstance(node, ast.Assign | ast.AnnAssign) or value is None:
        return not statement.binds
    if isinstance(value, ast.Lambda):
        return True
    return statement.reads <= plain and not any(
        isinstance(part, _MADE) for part in walk(value)
    )

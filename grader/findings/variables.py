"""Variables of a file, or of a notebook, that a function uses besides its parameters.

A function that reads `num_px` works where the cell that computes it has run, and for
that data alone. A plain constant is no such trap.
"""

import ast
import builtins
from collections.abc import Collection
from typing import Literal, NamedTuple

from grader.findings import imports
from grader.submission.extract import Extract
from grader.submission.statement import Statement, describe
from grader.verdict import OUTSIDE_VARIABLE, Evidence, Finding

HELP = "use the parameters alone: `X_train.shape[0]`, not a variable set elsewhere"
MAX_FINDINGS = 5
# What leads to data that is only where the notebook was run.
_AWAY = frozenset(("open", "input", "get_ipython", "exec", "eval"))
_BUILTINS = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__"}


class Variable(NamedTuple):
    """A variable that is read: its name, by which function, and what sets it."""

    name: str
    reader: str
    node: ast.stmt
    lost: bool
    """What it is made of is not there when the function is judged."""


def variables(
    extract: Extract, allowed: Collection[str] | Literal["any"], given: Collection[str]
) -> list[Variable]:
    """Return the variables that functions read; `given` names are supplied."""
    body = extract.source.tree.body
    statements = describe(extract.source)
    bound = frozenset[str]().union(*(statements[at].binds for at in extract.keep))
    stars = any(
        isinstance(body[at], ast.ImportFrom) and "*" in statements[at].binds
        for at in extract.keep
    )
    known = bound | _BUILTINS | frozenset(given)
    lost: set[str] = set()
    found: dict[str, Variable] = {}
    readers = [
        (at, body[at]) for at in extract.keep if isinstance(body[at], ast.FunctionDef)
    ]
    readers.sort(key=lambda pair: pair[1] is not extract.definition)
    for at in extract.keep:
        node, statement = body[at], statements[at]
        refused = isinstance(node, ast.Import | ast.ImportFrom) and imports.refused(
            node, extract.names, allowed
        )
        unknown = set() if stars else statement.reads - known
        if refused or (
            statement.variable and (statement.reads & (lost | _AWAY) or unknown)
        ):
            lost |= statement.binds
    plain: set[str] = set()
    for at in extract.keep:
        statement = statements[at]
        is_lost = statement.variable and bool(statement.binds & lost)
        if not is_lost and _is_plain(body[at], statement, plain):
            plain |= statement.binds
            continue
        for reader, function in readers:
            for name in sorted(statement.binds & statements[reader].reads_later):
                if name not in given:
                    called = getattr(function, "name", extract.name)
                    found[name] = Variable(name, called, body[at], name in lost)
    return list(found.values())


def traps(some: list[Variable], extract: Extract, path: str) -> list[Finding]:
    """Return findings for variables without which the function cannot work."""
    return [_finding(one, extract, path, Evidence.STATIC) for one in some if one.lost][
        :MAX_FINDINGS
    ]


def advice(some: list[Variable], extract: Extract, path: str) -> list[Finding]:
    """Return findings for variables that may be why a value is wrong."""
    return [_finding(one, extract, path, Evidence.CASE) for one in some][:MAX_FINDINGS]


def _finding(one: Variable, extract: Extract, path: str, evidence: Evidence) -> Finding:
    source = extract.source
    spot = source.place(one.node.lineno)
    whose = "file" if source.layout is None else "notebook"
    name = one.name[:60]
    return Finding(
        rule=OUTSIDE_VARIABLE,
        message=f"`{name}` is a variable of the {whose}, not a parameter: called with "
        f"other data, `{one.reader[:60]}` would still use what {spot.said} sets.",
        path=path,
        cell=spot.cell,
        line=spot.line,
        column=source.column(one.node),
        end_line=source.place(one.node.end_lineno or one.node.lineno).line,
        width=source.width(one.node),
        evidence=evidence,
        help=HELP,
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
    if not isinstance(value, ast.Lambda) and not statement.reads <= plain:
        return False
    return isinstance(value, ast.Lambda) or not any(
        isinstance(part, _MADE) for part in ast.walk(value)
    )


_MADE = (ast.Call, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp,
         ast.SetComp, ast.GeneratorExp, ast.Subscript)  # fmt: skip

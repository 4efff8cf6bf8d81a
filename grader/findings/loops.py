"""Explicit loops in the graded function and in what it needs."""

import ast
from collections.abc import Iterator

from grader.course import Loops, Over
from grader.submission.extract import Extract
from grader.submission.source import Source
from grader.verdict import Evidence, Finding

RULE = "explicit-loop"
MAX_WRITTEN = 30
MAX_FINDINGS = 20

_COMPREHENSIONS = {
    ast.ListComp: "list comprehension",
    ast.SetComp: "set comprehension",
    ast.DictComp: "dict comprehension",
    ast.GeneratorExp: "generator expression",
}


def find(
    extract: Extract, policy: Loops, path: str, parameter: str | None = None
) -> list[Finding]:
    """Return the loops that the policy does not allow, in source order.

    `path` is what findings call the file; `parameter` is what the submission calls
    the parameter that the policy allows one loop over.
    """
    if policy == "any":
        return []
    loops = [
        node
        for statement in extract.statements
        for node in ast.walk(statement)
        if isinstance(node, ast.stmt | ast.expr) and _is_loop(node)
    ]
    loops.sort(key=lambda node: (node.lineno, node.col_offset))
    if isinstance(policy, Over):
        names = {policy.over, parameter or policy.over}
        allowed = next((node for node in loops if _is_over(node, names)), None)
        loops = [node for node in loops if node is not allowed]
    found = loops[:MAX_FINDINGS]
    return [_finding(node, path, policy, extract.source) for node in found]


def renamed(definition: ast.stmt, reference: ast.stmt, name: str) -> str | None:
    """Return what `definition` calls the parameter that the reference calls `name`."""
    theirs, ours = parameters(definition), parameters(reference)
    position = ours.index(name) if name in ours else len(theirs)
    return theirs[position] if position < len(theirs) else None


def parameters(node: ast.stmt) -> list[str]:
    """Return the names of a function's positional parameters, in order."""
    if not isinstance(node, ast.FunctionDef):
        return []
    return [one.arg for one in node.args.posonlyargs + node.args.args]


def _is_loop(node: ast.AST) -> bool:
    if isinstance(node, ast.While):
        # `while False:` runs nothing.
        return not (isinstance(node.test, ast.Constant) and not node.test.value)
    return any(not _is_fixed(iterable) for iterable in _iterables(node))


def _iterables(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.For | ast.AsyncFor):
        yield node.iter
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        yield from (part.iter for part in node.generators)


def _is_fixed(iterable: ast.expr) -> bool:
    """Whether it is a tuple or list written out: as many steps as words."""
    return isinstance(iterable, ast.Tuple | ast.List | ast.Set) and not any(
        isinstance(item, ast.Starred) for item in iterable.elts
    )


def _is_over(node: ast.AST, names: set[str]) -> bool:
    """Whether a statement loops over a parameter: `for … range(name)` and the like."""
    head = node.iter if isinstance(node, ast.For) else None
    head = node.test if isinstance(node, ast.While) else head
    return head is not None and any(
        isinstance(part, ast.Name) and part.id in names for part in ast.walk(head)
    )


def _written(node: ast.expr, source: Source) -> str:
    """Return an expression as the student wrote it, empty over several lines."""
    if node.end_lineno != node.lineno:
        return ""
    # Offsets count bytes.
    line = source.line(node.lineno).encode()
    return line[node.col_offset : node.end_col_offset].decode("utf-8", "replace")


def _finding(
    node: ast.stmt | ast.expr, path: str, policy: Loops, source: Source
) -> Finding:
    kind = _COMPREHENSIONS.get(type(node))
    if kind:
        what = f"a {kind}"
    else:
        what = "a `while` loop" if isinstance(node, ast.While) else "a `for` loop"
    over = next((_written(one, source) for one in _iterables(node)), "")
    what += f" over `{over}`" if over and len(over) <= MAX_WRITTEN else ""
    rest = "one Python step for each element; the exercise asks for array expressions"
    if isinstance(policy, Over):
        rest = f"the only loop allowed here is the one over `{policy.over}`"
    return Finding(
        rule=RULE,
        message=f"{what}: {rest}.",
        path=path,
        line=node.lineno,
        column=source.column(node),
        end_line=node.end_lineno or node.lineno,
        evidence=Evidence.STATIC,
    )

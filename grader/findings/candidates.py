"""Where a submission might loop, as its source tells; whether it does, calls tell."""

import ast
import builtins
from collections.abc import Iterator
from typing import NamedTuple

from grader.findings.fixed import Fixed
from grader.findings.growth import Key
from grader.guest.sites import INSIDES
from grader.submission.extract import Extract
from grader.submission.source import Source

MAX_WRITTEN = 30

Node = ast.stmt | ast.expr

_COMPREHENSIONS = {
    ast.ListComp: "list comprehension",
    ast.SetComp: "set comprehension",
    ast.DictComp: "dict comprehension",
    ast.GeneratorExp: "generator expression",
}
_ITERATING = frozenset(("all", "any", "filter", "map", "max", "min", "sorted", "sum"))
_NUMPY = frozenset(
    ("apply_along_axis", "apply_over_axes", "frompyfunc", "fromfunction", "fromiter",
     "ndenumerate", "ndindex", "nditer", "nested_iters", "vectorize")
)  # fmt: skip
OPAQUE_CALLS = frozenset(
    ("__import__", "compile", "delattr", "eval", "exec", "getattr", "globals", "locals",
     "setattr", "vars")
)  # fmt: skip
"""What a watcher calls functions that lead to code nobody has looked at."""
_OPAQUE = frozenset(
    ("__builtins__", "__import__", "compile", "eval", "exec", "globals", "locals",
     "vars")
)  # fmt: skip


class Candidate(NamedTuple):
    """A place that might be a loop.

    `keys` are where a watcher sees it run; `what` says what it is; `name` is what
    the watcher calls it.
    """

    node: Node
    keys: tuple[Key, ...]
    what: str
    name: str
    called: bool = True
    """It stands here to run, and is not handed on under another name."""


def loops(extract: Extract) -> list[Candidate]:
    """Return what might be a loop in what the graded function needs, in order."""
    fixed = Fixed(extract.statements)
    numpy = _numpy_names(extract)
    own = _bound(extract)
    nodes = list(_live(extract))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    found: list[Candidate] = []
    for node in nodes:
        if isinstance(node, ast.stmt | ast.expr):
            found += _loop(node, extract.source, fixed)
            found += _call(node, extract, fixed, numpy, own)
        # Handed on under another name, or a decorator.
        if isinstance(node, ast.Attribute | ast.Name) and id(node) not in called:
            found += _reference(node, extract.source.label, numpy)
    return sorted(found, key=lambda one: (one.node.lineno, one.node.col_offset))


def opaque(extract: Extract) -> list[tuple[Node, str]]:
    """Return what leads to code that cannot be looked at: the node and its name."""
    own = _bound(extract)
    found: list[tuple[Node, str]] = []
    for node in _live(extract):
        if isinstance(node, ast.Attribute) and node.attr in INSIDES:
            found.append((node, node.attr))
        elif isinstance(node, ast.Name) and node.id in _OPAQUE - own:
            found.append((node, node.id))
    return sorted(found, key=lambda pair: (pair[0].lineno, pair[0].col_offset))


def is_over(candidate: Candidate, names: set[str]) -> bool:
    """Return whether a statement loops over a parameter: `for … range(name)`."""
    node = candidate.node
    head = node.iter if isinstance(node, ast.For) else None
    head = node.test if isinstance(node, ast.While) else head
    return head is not None and any(
        isinstance(part, ast.Name) and part.id in names for part in ast.walk(head)
    )


def key(label: str, node: Node) -> Key:
    """Return where a node is."""
    end = (node.end_lineno or 0, node.end_col_offset or 0)
    return (label, node.lineno, node.col_offset, *end)


def _live(extract: Extract) -> Iterator[ast.AST]:
    """Yield the nodes that can run: not those of `while False` or of a raise."""
    pending: list[ast.AST] = list(extract.statements)
    while pending:
        node = pending.pop()
        yield node
        match node:
            case ast.Raise():
                continue
            case ast.Assert(test=test):
                pending.append(test)
            case ast.If(test=test) if _never(test):
                pending += node.orelse
            case ast.While(test=test) if _never(test):
                pending += node.orelse
            case ast.IfExp(test=test) if _never(test):
                pending.append(node.orelse)
            case _:
                pending += ast.iter_child_nodes(node)


def _never(test: ast.expr) -> bool:
    match test:
        case ast.Constant(value=value):
            return not value
        case ast.Compare(left=ast.Name(id="__name__")):
            return True
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def _loop(node: Node, source: Source, fixed: Fixed) -> Iterator[Candidate]:
    label = source.label
    match node:
        case ast.While(test=test):
            if not _never(test):
                yield Candidate(node, (key(label, test),), "a `while` loop", "loop")
        case ast.For(iter=iterable) | ast.AsyncFor(iter=iterable):
            if not fixed.elements(iterable):
                over = _over(iterable, source)
                what = f"a `for` loop{over}"
                yield Candidate(node, (key(label, iterable),), what, "loop")
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            open_ended = [
                part.iter for part in node.generators if not fixed.elements(part.iter)
            ]
            if open_ended:
                what = f"a {_COMPREHENSIONS[type(node)]}{_over(open_ended[0], source)}"
                keys = tuple(key(label, one) for one in open_ended)
                yield Candidate(node, keys, what, "loop")


def _call(
    node: Node, extract: Extract, fixed: Fixed, numpy: dict[str, str], own: set[str]
) -> Iterator[Candidate]:
    label = extract.source.label
    match node:
        case ast.Call(func=ast.Name(id=name), args=args):
            if name in numpy and numpy[name] in _NUMPY:
                yield _numpy(node, label, numpy[name])
            elif name in _ITERATING - own and _goes_through(name, args, fixed):
                yield Candidate(node, (key(label, node),), f"`{name}`", name)
            elif name == extract.name and any(map(_is_part, args)):
                what = f"`{name}` calls itself with a part"
                yield Candidate(node, (), what, "")
        case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)):
            if numpy.get(module) == "" and name in _NUMPY:
                yield _numpy(node, label, name)


def _reference(
    node: ast.Attribute | ast.Name, label: str, numpy: dict[str, str]
) -> Iterator[Candidate]:
    match node:
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            if numpy.get(module) == "" and name in _NUMPY:
                yield _numpy(node, label, name)._replace(called=False)
        case ast.Name(id=name, ctx=ast.Load()):
            if numpy.get(name) in _NUMPY:
                yield _numpy(node, label, numpy[name])._replace(called=False)


def _numpy(node: Node, label: str, name: str) -> Candidate:
    return Candidate(node, (key(label, node),), f"`np.{name}`", f"np.{name}")


def _goes_through(name: str, args: list[ast.expr], fixed: Fixed) -> bool:
    """Return whether a call of a builtin goes through elements of who knows how many.

    `max(a, b)` compares two things, `max(x)` all of one.
    """
    if name in ("map", "filter"):
        return len(args) > 1 and not any(map(fixed.elements, args[1:]))
    stars = any(isinstance(one, ast.Starred) for one in args)
    if name in ("max", "min") and len(args) != 1:
        return stars
    return bool(args) and (stars or not fixed.elements(args[0]))


def _is_part(node: ast.expr) -> bool:
    return isinstance(node, ast.Subscript) and any(
        isinstance(part, ast.Slice) for part in ast.walk(node.slice)
    )


def _over(iterable: ast.expr, source: Source) -> str:
    """Return " over `x`", as the student wrote it; empty over several lines."""
    if iterable.end_lineno != iterable.lineno:
        return ""
    # Offsets count bytes.
    line = source.line(iterable.lineno).encode()
    written = line[iterable.col_offset : iterable.end_col_offset]
    text = written.decode("utf-8", "replace")
    return f" over `{text}`" if text and len(text) <= MAX_WRITTEN else ""


def _numpy_names(extract: Extract) -> dict[str, str]:
    """Return what names of NumPy's mean: a function, or the module itself as ""."""
    names: dict[str, str] = {}
    for statement in extract.statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.name == "numpy":
                        names[alias.asname or "numpy"] = ""
            elif isinstance(node, ast.ImportFrom) and node.module == "numpy":
                names |= {one.asname or one.name: one.name for one in node.names}
                if any(one.name == "*" for one in node.names):
                    names |= {name: name for name in _NUMPY}
    return names


def _bound(extract: Extract) -> set[str]:
    """Return the names of builtins that the submission gives another meaning."""
    found: set[str] = set()
    for statement in extract.statements:
        for node in ast.walk(statement):
            match node:
                case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                    found.add(name)
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    found.add(name)
                case ast.alias(name=name, asname=other):
                    found.add(other or name)
    return found & set(dir(builtins))

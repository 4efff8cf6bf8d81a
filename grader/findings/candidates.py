"""Where a submission might loop, as its source tells; whether it does, calls tell."""

import ast
from collections.abc import Iterator
from typing import NamedTuple, final

from grader.findings.fixed import Fixed
from grader.findings.growth import Key
from grader.findings.live import is_never, live
from grader.findings.names import Names
from grader.findings.words import What
from grader.guest.iterating import INSIDES
from grader.guest.sites import OWN, place
from grader.language import marked
from grader.submission.extract import Extract
from grader.submission.nodes import walk
from grader.submission.source import Source

MAX_WRITTEN = 30

Node = ast.stmt | ast.expr

_COMPREHENSIONS = {
    ast.ListComp: marked("a list comprehension"),
    ast.SetComp: marked("a set comprehension"),
    ast.DictComp: marked("a dict comprehension"),
    ast.GeneratorExp: marked("a generator expression"),
}
_ITERATING = frozenset(("all", "any", "filter", "map", "max", "min", "sorted", "sum"))
_FOLDING = frozenset(
    ("functools.reduce", "itertools.accumulate", "itertools.starmap", "math.dist",
     "math.fsum", "math.prod", "math.sumprod", "statistics.fmean", "statistics.mean")
)  # fmt: skip
_NUMPY = frozenset(
    ("apply_along_axis", "apply_over_axes", "frompyfunc", "fromfunction", "fromiter",
     "ndenumerate", "ndindex", "nditer", "nested_iters", "vectorize")
)  # fmt: skip
_HANDED_ON = frozenset(("filter", "functools.reduce", "map"))
_OPAQUE = frozenset(
    ("__builtins__", "__import__", "compile", "eval", "exec", "globals", "locals",
     "vars")
)  # fmt: skip
_ATTRIBUTES = frozenset(("getattr", "setattr", "operator.attrgetter"))


class Candidate(NamedTuple):
    """A place that might be a loop.

    `keys` are where a watcher sees it run; `what` says what it is; `name` is what
    the watcher calls it.
    """

    node: Node
    keys: tuple[Key, ...]
    what: What
    name: str
    called: bool = True
    """It stands here to run, and is not handed on under another name."""


@final
class Candidates:
    """What of a source can run when the graded function is called, looked through."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._names = Names(extract.statements)
        self._nodes = list(live(extract))

    def loops(self) -> list[Candidate]:
        """Return what might be a loop in what the graded function needs, in order."""
        extract, names = self._extract, self._names
        fixed = Fixed(extract.statements)
        called = {id(node.func) for node in self._nodes if isinstance(node, ast.Call)}
        label = extract.source.label
        found: list[Candidate] = []
        for node in self._nodes:
            if isinstance(node, ast.stmt | ast.expr):
                found += _loop(node, extract.source, fixed)
            if isinstance(node, ast.Call):
                found += _call(node, extract, fixed, names)
            # Handed on under another name, or a decorator.
            if isinstance(node, ast.Attribute | ast.Name) and id(node) not in called:
                found += _reference(node, label, names)
        return sorted(found, key=lambda one: (one.node.lineno, one.node.col_offset))

    def opaque(self) -> list[tuple[Node, str]]:
        """Return what leads to code that cannot be looked at: node and name."""
        found: list[tuple[Node, str]] = []
        for node in self._nodes:
            if isinstance(node, ast.Attribute) and node.attr in INSIDES:
                found.append((node, node.attr))
            elif isinstance(node, ast.Name) and self._names.resolve(node) in _OPAQUE:
                found.append((node, node.id))
        return sorted(found, key=lambda pair: (pair[0].lineno, pair[0].col_offset))

    def dynamic(self) -> list[tuple[Node, str]]:
        """Return where functions look up attributes by names that are put together."""
        within = (
            part
            for node in self._nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for part in walk(node)
        )
        found: dict[int, tuple[Node, str]] = {}
        for node in within:
            match node:
                case ast.Call(func=func, args=args):
                    name = self._names.resolve(func)
                    if name in _ATTRIBUTES and not _is_written_out(args[-2:]):
                        found[id(node)] = (node, name)
                case ast.Subscript(value=ast.Attribute(attr="__dict__")):
                    found[id(node)] = (node, "__dict__")
        return list(found.values())


def is_over(candidate: Candidate, names: set[str]) -> bool:
    """Return whether a statement loops over a parameter: `for … range(name)`."""
    node = candidate.node
    head = node.iter if isinstance(node, ast.For) else None
    head = node.test if isinstance(node, ast.While) else head
    return head is not None and any(
        isinstance(part, ast.Name) and part.id in names for part in walk(head)
    )


def _loop(node: Node, source: Source, fixed: Fixed) -> Iterator[Candidate]:
    label = source.label
    match node:
        case ast.While(test=test):
            if not is_never(test):
                what = What.of(marked("a `while` loop"))
                yield Candidate(node, (place(label, test, looping=True),), what, "loop")
        case ast.For(iter=iterable) | ast.AsyncFor(iter=iterable):
            if not fixed.elements(iterable):
                key = place(label, iterable, looping=True)
                what = What.of(marked("a `for` loop"))
                if text := _written(iterable, source):
                    what = What.of(marked("a `for` loop over `{text}`"), text=text)
                yield Candidate(node, (key,), what, "loop")
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            open_ended = [
                part.iter for part in node.generators if not fixed.elements(part.iter)
            ]
            if open_ended:
                what = What.of(_COMPREHENSIONS[type(node)])
                if text := _written(open_ended[0], source):
                    over = marked("{comprehension} over `{text}`")
                    what = What.of(over, comprehension=what, text=text)
                keys = tuple(place(label, one, looping=True) for one in open_ended)
                yield Candidate(node, keys, what, "loop")


def _call(
    node: ast.Call, extract: Extract, fixed: Fixed, names: Names
) -> Iterator[Candidate]:
    label = extract.source.label
    name = names.resolve(node.func)
    short = name.rpartition(".")[2]
    match node.func:
        case ast.Name(id=called) if called == extract.name:
            if any(map(_is_part, node.args)):
                part = marked("`{name}` calls itself with a part")
                what = What.of(part, name=called)
                yield Candidate(node, (place(label, node),), what, OWN)
        case ast.Name(id=called) if called in _NUMPY and names.is_star(called):
            yield _numpy(node, label, called)
    if _is_numpy(name):
        yield _numpy(node, label, short)
    elif name in _FOLDING:
        if not any(map(fixed.elements, node.args)):
            yield Candidate(node, (place(label, node),), What(f"`{name}`"), short)
    elif name in _ITERATING and _goes_through(name, node.args, fixed):
        yield Candidate(node, (place(label, node),), What(f"`{name}`"), name)


def _reference(
    node: ast.Attribute | ast.Name, label: str, names: Names
) -> Iterator[Candidate]:
    if names.is_alias(node) or not isinstance(node.ctx, ast.Load):
        return
    name = names.resolve(node)
    short = name.rpartition(".")[2]
    if _is_numpy(name):
        yield _numpy(node, label, short)._replace(called=False)
    elif name in _HANDED_ON:
        keys = (place(label, node),)
        yield Candidate(node, keys, What(f"`{name}`"), short, called=False)


def _is_numpy(name: str) -> bool:
    """Return whether it is one of NumPy's loops, wherever in its packages."""
    return name.startswith("numpy.") and name.rpartition(".")[2] in _NUMPY


def _numpy(node: Node, label: str, name: str) -> Candidate:
    return Candidate(node, (place(label, node),), What(f"`np.{name}`"), f"np.{name}")


def _goes_through(name: str, args: list[ast.expr], fixed: Fixed) -> bool:
    """Return whether a call of a builtin goes through elements of who knows how many.

    `max(a, b)` compares two things, `max(x)` all of one.
    """
    if name in ("map", "filter"):
        return len(args) > 1 and not any(map(fixed.elements, args[1:]))
    stars = any(isinstance(one, ast.Starred) for one in args)
    if name in ("max", "min") and len(args) != 1:
        return stars
    # A generator is found by itself.
    open_ended = bool(args) and not isinstance(args[0], ast.GeneratorExp)
    return stars or (open_ended and not fixed.elements(args[0]))


def _is_part(node: ast.expr) -> bool:
    """Return whether it is `x[1:]`; `x[None, :]` is all of it."""
    return isinstance(node, ast.Subscript) and any(
        isinstance(part, ast.Slice) and (part.lower or part.upper or part.step)
        for part in walk(node.slice)
    )


def _is_written_out(nodes: list[ast.expr]) -> bool:
    return any(
        isinstance(node, ast.Constant) and isinstance(node.value, str) for node in nodes
    )


def _written(iterable: ast.expr, source: Source) -> str:
    """Return what a loop is over, as the student wrote it; empty over several lines."""
    if iterable.end_lineno != iterable.lineno:
        return ""
    # Offsets count bytes.
    line = source.line(iterable.lineno).encode()
    written = line[iterable.col_offset : iterable.end_col_offset]
    text = written.decode("utf-8", "replace")
    return text if len(text) <= MAX_WRITTEN else ""

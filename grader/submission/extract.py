"""Takes out of a source the graded function and what it needs, and nothing else.

A statement at module level is kept if it binds, or changes, a name that is needed;
what it reads is needed in turn. So an unrelated import or a crash further down
does not matter.
"""

import ast
import sys
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from grader.submission.functions import definitions, lasting
from grader.submission.source import Source
from grader.submission.statement import NOTHING, Statement, binds, describe

_STAR_FROM = sys.stdlib_module_names | {"numpy"}
# People's files take some hundred steps to take apart; each costs microseconds.
MAX_STEPS = 200_000


class Extract(NamedTuple):
    """The statements to keep of a source, by position, and the graded one.

    `name` is what the source calls the function, `names` all that it needs.
    """

    source: Source
    keep: tuple[int, ...]
    definition: ast.stmt
    name: str
    names: frozenset[str]

    @property
    def statements(self) -> list[ast.stmt]:
        """The kept statements, in order."""
        return [self.source.tree.body[index] for index in self.keep]


class _Table(NamedTuple):
    """What is the same for every function of a source."""

    statements: list[Statement]
    own: Collection[str]
    """Names that may be asked for."""
    bound: frozenset[str]
    touching: dict[str, list[int]]
    """The statements, by position, that may change what a name stands for."""


def bound(source: Source, *, imported: bool) -> frozenset[str]:
    """Return the names that imports bind at module level, or those that others do.

    Of a notebook those alone that are functions.
    """
    if source.layout is not None:
        body = source.tree.body
        return frozenset(
            name
            for name, positions in definitions(source).items()
            if isinstance(body[positions[-1]], ast.ImportFrom) is imported
        )
    kinds = (ast.Import, ast.ImportFrom)
    nodes = [node for node in source.tree.body if isinstance(node, kinds) is imported]
    return frozenset[str]().union(*map(binds, nodes))


def extract(
    source: Source,
    names: tuple[str, ...],
    supplied: Iterable[str] = (),
    without: Collection[int] = (),
) -> Extract | None:
    """Return what is needed for the function called by the first of `names` found.

    `supplied` names are left out: the host supplies them; so are the statements
    `without`, by position. None if no name is bound.
    """
    table = _tabled(source, without) if without else _table(source)
    name = next((name for name in names if name in table.own), None)
    if name is None:
        return None
    given = frozenset(supplied) - {name}
    keep, needed = _closure(table, name, given)
    # A star may also stand for what looks like a builtin (numpy.sum).
    if needed - table.bound - given:
        keep |= {i for i, node in enumerate(source.tree.body) if _is_star(node)}
    # They change how the rest is read, whatever it needs.
    keep |= {i for i, node in enumerate(source.tree.body) if _is_future(node)}
    definition = max(i for i in keep if name in table.statements[i].binds)
    return Extract(
        source,
        tuple(sorted(keep)),
        source.tree.body[definition],
        name,
        frozenset(needed),
    )


# It is asked for again for each exercise that one file answers.
@lru_cache(maxsize=1)
def _table(source: Source) -> _Table:
    return _tabled(source, ())


def _tabled(source: Source, without: Collection[int]) -> _Table:
    statements = [
        statement if index not in without else NOTHING
        for index, statement in enumerate(describe(source))
    ]
    defined = {} if source.layout is None else definitions(source)
    statements = lasting(statements, defined) if defined else statements
    bound = frozenset[str]().union(*(statement.binds for statement in statements))
    variables = frozenset[str]().union(
        *(statement.binds for statement in statements if statement.variable)
    )
    touching: dict[str, list[int]] = {}
    for index, statement in enumerate(statements):
        called = statement.calls & variables
        for one in statement.binds | statement.changes | called:
            touching.setdefault(one, []).append(index)
    own = bound if source.layout is None else defined
    return _Table(statements, own, bound, touching)


def _closure(
    table: _Table, name: str, given: frozenset[str]
) -> tuple[set[int], set[str]]:
    """Return the statements that `name` needs at the end of the file, and all names.

    A demand is a name at a position: only what stands before it can answer it, from
    the last time the name was bound anew. What a function reads is demanded where
    the function is.
    """
    statements = table.statements
    keep: set[int] = set()
    demands = [(name, len(statements))]
    seen = set(demands)
    steps = 0
    while demands:
        wanted, position = demands.pop()
        if wanted in given:
            continue
        for index in _answers(table, wanted, position):
            # The same statement counts for each demand: n² of them in n lines.
            steps += 1 + len(statements[index].reads | statements[index].reads_later)
            if steps > MAX_STEPS:
                return _everything(statements, given)
            keep.add(index)
            new = {(one, index) for one in statements[index].reads}
            for one in statements[index].reads_later:
                new |= {(one, position), (one, len(statements))}
            demands += new - seen
            seen |= new
    return keep, {one for one, _ in seen}


def _everything(
    statements: list[Statement], given: frozenset[str]
) -> tuple[set[int], set[str]]:
    """Return all statements but those that only bind what is given, and all names.

    What is too entangled to be taken apart is judged as a whole.
    """
    keep = {
        index
        for index, statement in enumerate(statements)
        if not statement.binds or not statement.binds <= given
    }
    names: set[str] = set()
    for index in keep:
        statement = statements[index]
        names |= statement.binds | statement.reads | statement.reads_later
    return keep, names


def _answers(table: _Table, name: str, position: int) -> Iterator[int]:
    """Yield the statements before `position` that give `name` its value there."""
    touching = table.touching.get(name, [])
    for at in range(bisect_left(touching, position) - 1, -1, -1):
        index = touching[at]
        yield index
        statement = table.statements[index]
        if statement.fresh and name in statement.binds:
            return


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _is_star(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.ImportFrom)
        and node.names[0].name == "*"
        and (node.module or "").partition(".")[0] in _STAR_FROM
    )

"""Python's own parser, on a stack of its own; as a program, also under limits.

As a program (`python -I -S parser.py CPU MEMORY NODES`) it parses what it reads and
ends with the exit code that says whether the host may do the same.
"""

import ast
import symtable
import sys
import threading
import warnings
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

T = TypeVar("T")

# The parser calls itself several thousand times before it refuses. A stack of 512 KB,
# as threads and containers may have, does not hold that; unused, a large one is free.
STACK_BYTES = 64 << 20
# Freeing a tree needs stack for each level, and the host frees it on its own: half a
# megabyte holds more than this. A sum of 500 terms has 500 levels.
MAX_DEPTH = 1000

# The size of the next stack is one setting for all threads.
_STARTING = threading.Lock()

HARMLESS = 0
TOO_DEEP = 3
TOO_MUCH = 4


class Parsed(NamedTuple):
    """A source's syntax tree, how many nodes it has, and its symbol table."""

    tree: ast.Module
    nodes: int
    scopes: symtable.SymbolTable


def parse(text: str, label: str) -> Parsed:
    """Return what `text` is as Python.

    Raises SyntaxError or ValueError if it is none, RecursionError or MemoryError if it
    is nested too deep.
    """
    (result,) = _on_a_stack(lambda: [_tried(_parse, text, label)])
    if not isinstance(result, Parsed):
        raise result
    return result


def faults(texts: Iterable[str]) -> list[Exception | None]:
    """Return for each text what `parse` raises, None for one that is Python."""
    return _on_a_stack(lambda: [_fault(text) for text in texts])


def _fault(text: str) -> Exception | None:
    found = _tried(_checked, text, "")
    return found if isinstance(found, Exception) else None


def _checked(text: str, label: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if _size(ast.parse(text, label))[1] > MAX_DEPTH:
            raise RecursionError
        symtable.symtable(text, label, "exec")


def _tried(work: Callable[[str, str], T], text: str, label: str) -> T | Exception:
    try:
        return work(text, label)
    except Exception as error:  # noqa: BLE001 - for who awaits it
        return error


def _on_a_stack(work: Callable[[], list[T]]) -> list[T]:
    """Do what raises nothing on a stack that is large enough."""
    done: list[T] = []
    thread = threading.Thread(target=lambda: done.extend(work()), daemon=True)
    with _STARTING:
        before = threading.stack_size(STACK_BYTES)
        try:
            thread.start()
        finally:
            threading.stack_size(before)
    thread.join()
    return done


def _parse(text: str, label: str) -> Parsed:
    with warnings.catch_warnings():
        # Doubtful escapes and the like are Python's to warn of, not ours.
        warnings.simplefilter("ignore")
        tree = ast.parse(text, label)
        nodes, depth = _size(tree)
        if depth > MAX_DEPTH:
            # Here, where there is stack enough.
            del tree
            raise RecursionError
        return Parsed(tree, nodes, symtable.symtable(text, label, "exec"))


def _size(tree: ast.AST) -> tuple[int, int]:
    """Return how many nodes a syntax tree has, and how many levels."""
    nodes = depth = 0
    level = [tree]
    while level:
        nodes += len(level)
        depth += 1
        level = [child for node in level for child in children(node)]
    return nodes, depth


def children(node: ast.AST) -> tuple[ast.AST, ...]:
    """Return the nodes right below one, in order, as ast.iter_child_nodes.

    Left out are operators and contexts: `+`, or that a name is read. They are looked
    up once: a tree that was parsed is not changed.
    """
    fields = _FIELDS.get(type(node))
    if fields is None:
        fields = _FIELDS[type(node)] = _fields(type(node))
    if not fields:
        return ()
    here = vars(node)
    known: tuple[ast.AST, ...] | None = here.get(_BELOW)
    if known is None:
        known = here[_BELOW] = tuple(_below(here, fields))
    return known


def _below(here: dict[str, object], fields: tuple[str, ...]) -> list[ast.AST]:
    found: list[ast.AST] = []
    for name in fields:
        value = here.get(name)
        if type(value) is list:
            found += [one for one in value if isinstance(one, ast.AST)]
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


_BELOW = "_below"
# By the kind of node: to look where nothing can be takes most of the time.
_FIELDS: dict[type[ast.AST], tuple[str, ...]] = {}
_BARE = {"arg", "asname", "attr", "conversion", "ctx", "id", "is_async", "kind",
         "kwd_attrs", "level", "module", "op", "ops", "rest", "simple",
         "type_comment"}  # fmt: skip
_BARE_IN: dict[type[ast.AST], set[str]] = {
    ast.Constant: {"value"},
    ast.MatchSingleton: {"value"},
    ast.Global: {"names"},
    ast.Nonlocal: {"names"},
}
_NAMED = (ast.alias, ast.ClassDef, ast.ExceptHandler, ast.FunctionDef,
          ast.AsyncFunctionDef, ast.MatchAs, ast.MatchStar)  # fmt: skip


def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    """Return the fields of a kind of node that may hold nodes."""
    bare = _BARE | _BARE_IN.get(kind, set()) | ({"name"} if kind in _NAMED else set())
    return tuple([name for name in kind._fields if name not in bare])


def _limit(cpu: int, memory: int) -> None:
    """Limit this process for good; a system without such limits has none."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    # At the first of the two CPU limits the signal says why, at the second it kills.
    wanted = {"CPU": (cpu, cpu + 1), "AS": (memory, memory), "CORE": (0, 0)}
    for name, values in wanted.items():
        # macOS refuses some of them: the others still hold.
        try:
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), values)
        except (AttributeError, ValueError, OSError):
            continue


def _main(cpu: str, memory: str, nodes: str) -> int:
    _limit(int(cpu), int(memory))
    text = sys.stdin.buffer.read().decode("utf-8")
    try:
        found = parse(text, "").nodes
    except (SyntaxError, ValueError):
        # The host finds the same mistake, and says it.
        return HARMLESS
    except (RecursionError, MemoryError):
        return TOO_DEEP
    return TOO_MUCH if found > int(nodes) else HARMLESS


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))

"""Cases that ask for our fixtures and nothing else of pytest: called as they are.

That is nearly all of them, and pytest's protocol takes longer than the test itself.
A case that asks for more, by a fixture, a mark or a setup of its file's own, is no
plain one, and pytest runs it.
"""

import inspect
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

import pytest

_MARKS = {"private", "points", "advice", "steps", "parametrize"}


class Plain(NamedTuple):
    """A case as a function: its parameters, and the fixtures that it asks for."""

    function: Callable[..., object]
    params: dict[str, Any]
    asked: tuple[str, ...]


def plain(item: pytest.Item, own: Collection[str]) -> Plain | None:
    """Return a case as a function, None if only pytest can run it.

    `own` are the names of our fixtures.
    """
    if not isinstance(item, pytest.Function) or item.cls is not None:
        return None
    marks = list(item.iter_markers())
    if not _MARKS.issuperset(mark.name for mark in marks):
        return None
    given = {name for mark in marks for name in _given(mark)}
    params = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    info = item._fixtureinfo  # noqa: SLF001 - pytest has no other way to it
    asked = tuple(name for name in info.argnames if name not in params)
    # A file may have fixtures of its own, by our names as well.
    ours = all(
        name in own and [one.baseid for one in info.name2fixturedefs[name]] == [""]
        for name in asked
    )
    # Our fixtures ask for the request that they are made for.
    known = {*params, *asked, "request"}
    if not ours or given != set(params) or not known.issuperset(info.names_closure):
        return None
    return Plain(item.obj, params, asked)


def run(case: Plain, value: Callable[[str], Any]) -> None:
    """Call the case with the value of each fixture; raises what it raises.

    Raises TypeError for a case that returns what would have to be awaited: it did not
    run.
    """
    values = {name: value(name) for name in case.asked}
    result = case.function(**case.params, **values)
    if hasattr(result, "__await__") or hasattr(result, "__aiter__"):
        if inspect.iscoroutine(result):
            # Or Python complains, some time later, that nobody awaited it.
            result.close()
        raise TypeError("a case cannot be async")


def _given(mark: pytest.Mark) -> list[str]:
    """Return the parameters that a mark gives values to; none of what is indirect."""
    if mark.name != "parametrize" or len(mark.args) != 2 or "indirect" in mark.kwargs:
        return []
    names = mark.args[0]
    parts = names.split(",") if isinstance(names, str) else names
    return [name.strip() for name in parts]

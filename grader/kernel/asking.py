"""`grader.check(softmax)`: which cell is meant, and what the check says, shown."""

import linecache
import os
import shlex
import sys
import types
from typing import Any, NamedTuple, final

from grader.kernel import engine
from grader.kernel.executed import Cell, executed
from grader.language import marked, say, speak

NO_KERNEL = (
    marked("grader.check works in a notebook, on functions that its cells define."),
    marked("Here, run in a terminal: grader check NAME --file FILE"),
)


@final
class Shown:
    """Blocks as a notebook shows them: HTML where it can, else text."""

    def __init__(self, blocks: engine.Blocks) -> None:
        self._blocks = blocks

    def __repr__(self) -> str:
        return self._blocks.text

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, str]:
        return {"text/plain": self._blocks.text, "text/html": self._blocks.html}


class Meant(NamedTuple):
    """The names a function may go by, and the cell that it was taken from."""

    names: tuple[str, ...]
    target: int | None = None


MAX_SEED = 2**32
"""As for `grader check --seed`."""


class Refused(Exception):  # noqa: N818 - no error of ours: what to put right
    """What is no function of a cell: the message, and what to do."""


def check(function: Any, *, seed: int | None = None, reveal: bool = False) -> None:
    """Check a function of a cell, or the one of that name, and show the verdict."""
    speak()
    shell = running()
    if shell is None:
        print("\n".join(map(say, NO_KERNEL)))  # noqa: T201 - there is nothing else to show it
        return
    cells = executed(shell)
    try:
        if seed is not None:
            seed = as_seed(seed)
        meant = find(function, shell.user_ns, cells)
    except Refused as refused:
        show(engine.problem(*refused.args))
        return
    ask(
        cells,
        names=meant.names,
        either=not isinstance(function, str),
        target=meant.target,
        seed=seed,
        reveal=reveal,
    )


def as_seed(given: object) -> int:
    """Return a seed as an integer; raises Refused for what is none."""
    text = str(given)
    if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_SEED)):
        seed = int(text)
        if seed < MAX_SEED:
            return seed
    raise Refused(
        say("That is no seed."),
        say("A seed is a whole number from 0 to {most}.").format(most=MAX_SEED - 1),
    )


def running() -> Any:
    """Return the IPython that runs this; None if none does."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def ask(cells: list[Cell], **asked: Any) -> None:
    """Have something checked, and show what that says."""
    show(engine.check({"folder": os.getcwd(), "cells": cells} | asked))  # noqa: PTH109 - as text


def show(blocks: engine.Blocks) -> None:
    """Show blocks below the cell."""
    from IPython.display import display  # noqa: PLC0415 - it is there: it runs this

    display(Shown(blocks))  # type: ignore[no-untyped-call]


def find(function: Any, names: dict[str, Any], cells: list[Cell]) -> Meant:
    """Return what is meant by a function or its name; raises Refused if nothing."""
    if isinstance(function, str):
        if isinstance(names.get(function), types.FunctionType):
            # Where it comes from counts, not what it is called.
            _cell(function, names[function], cells)
        return Meant((function,))
    called = _called(function, names)
    if not isinstance(function, types.FunctionType):
        raise Refused(*_no_function(function))
    if not called:
        raise Refused(
            say("A lambda without a name cannot be checked."),
            say("Give it the exercise's name: def softmax(x): …"),
        )
    return Meant(called, _cell(called[0], function, cells))


def _called(function: Any, names: dict[str, Any]) -> tuple[str, ...]:
    own: object = getattr(function, "__name__", "")
    bound = [
        name
        for name, value in names.items()
        if value is function and not name.startswith("_")
    ]
    called = [own] if isinstance(own, str) and own.isidentifier() else []
    return tuple(dict.fromkeys(called + bound))


def _no_function(value: object) -> tuple[str, str]:
    called: object = getattr(value, "__name__", None)
    if isinstance(value, type):
        told = say("`{name}` is a class, not a function.")
        said = told.format(name=value.__name__)
    elif callable(value) and called:
        told = say("`{name}` was not written in a cell: it is built in.")
        said = told.format(name=called)
    else:
        told = say("A value of type `{type}` is no function.")
        said = told.format(type=type(value).__name__)
    helps = say("grader.check takes a function that a cell defines, or its name.")
    return said, helps


def _cell(name: str, function: types.FunctionType, cells: list[Cell]) -> int:
    """Return the number of the cell that a function was defined in."""
    inner: object = function
    while isinstance(inner, types.FunctionType):
        # What a decorator made of it comes from elsewhere.
        function, inner = inner, vars(inner).get("__wrapped__")
    file = function.__code__.co_filename
    text = _bare("".join(linecache.getlines(file)))
    for cell in reversed(cells):
        if _bare(cell.text) == text:
            return cell.number
    if not file.endswith(".py") or not os.path.isfile(file):  # noqa: PTH113 - as text
        raise Refused(
            say("The cell that defines `{name}` is not known any more.").format(
                name=name
            ),
            say("Run it again, then check."),
        )
    raise Refused(
        say("`{name}` comes from {file}, not from a cell.").format(
            name=name, file=file
        ),
        say("Check it there: {command}").format(
            command=f"!grader check {name} --file {shlex.quote(file)}"
        ),
    )


def _bare(text: str) -> str:
    lines = (line.rstrip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and line.lstrip()[0] != "#")

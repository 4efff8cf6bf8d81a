"""`grader inspect`: the input of the failing case, to be looked at or worked with."""

import contextlib
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.cli.hint import chosen
from grader.course import Place
from grader.errors import Exit, UsageError
from grader.language import say
from grader.render.paragraph import WIDTH
from grader.render.text import next_action, printable

if TYPE_CHECKING:
    from grader.student.inspect import Kept


def inspect(folder: Path | None, name: str | None, *, as_text: bool) -> Exit:
    """Open what is kept in Python, or print it where there is no terminal."""
    course, command = load(folder), here.command(folder)
    name = chosen(course, name, command("inspect", "NAME"))
    place = course.places[name]
    from grader.student.inspect import inspect as look_up  # noqa: PLC0415 - heavy

    try:
        kept = look_up(course, name)
    except UsageError as error:
        again = say("Next: to check it, run: {command}").format(
            command=command("check", name)
        )
        raise UsageError(error.message, f"{error.help}\n{again}") from None
    action = say("Next: look at {where}, then run: {command}").format(
        where=here.answer(place), command=command("check", name)
    )
    out = console()
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if as_text or not terminal:
        out.print(printable(text(kept, place), 1 << 30), soft_wrap=True)
        out.print()
        out.print(next_action(printable(action), out.width), soft_wrap=True)
        return Exit.PASSED
    _interact(kept, place, next_action(printable(action), out.width))
    return Exit.PASSED


def text(kept: "Kept", place: Place, width: int = WIDTH) -> str:
    """Return everything that is kept as Python source, whole."""
    from grader.feedback.literal import assignment  # noqa: PLC0415 - heavy

    lines = [f"# {row}" for row in _head(kept, place)]
    lines += ["import numpy as np", ""]
    lines += [assignment(name, value, width) for name, value in kept.values.items()]
    return "\n".join(lines)


def _head(kept: "Kept", place: Place) -> Iterator[str]:
    yield f"{kept.name}: {kept.case}"
    yield kept.sentence
    if kept.part:
        yield say("`yours` is this part of what was returned: {part}").format(
            part=kept.part
        )
    if kept.changed:
        yield say("You changed {file} since: this is what the last check had.").format(
            file=here.path(place.stub)
        )


def _interact(kept: "Kept", place: Place, action: str) -> None:
    """Let the student work with the values; nothing of theirs is loaded."""
    import code  # noqa: PLC0415 - only here

    import numpy as np  # noqa: PLC0415 - heavy

    from grader.feedback.literal import plain  # noqa: PLC0415 - heavy

    names: dict[str, Any] = {name: plain(one) for name, one in kept.values.items()}
    rows = [*_head(kept, place), ""]
    wide = max((len(name) for name in names), default=0)
    rows += [f"  {name.ljust(wide)}  {_kind(one)}" for name, one in names.items()]
    rows += ["", say("This is Python, with NumPy as np. Ctrl-D ends it.")]
    _comfort(names)
    # Whoever leaves by `exit()` reads what is next as well.
    with contextlib.suppress(SystemExit):
        code.interact(
            banner=printable("\n".join(rows)),
            local={"__name__": "__console__", "np": np, **names},
            exitmsg="",
        )
    console().print(action, soft_wrap=True)


def _comfort(names: dict[str, Any]) -> None:
    """Complete names on Tab where the system can, and let SIGTERM end it."""
    # A console of Python's takes the signal of Ctrl-C for a line that is given up.
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.SIG_DFL)
    try:
        import readline  # noqa: PLC0415 - not on every system
        import rlcompleter  # noqa: PLC0415 - as above
    except ImportError:
        return
    readline.set_completer(rlcompleter.Completer(names).complete)
    readline.parse_and_bind("tab: complete")


def _kind(value: Any) -> str:
    from grader.compare.sentences import describe  # noqa: PLC0415 - heavy

    dtype = getattr(value, "dtype", None)
    if dtype is None:
        return describe(value)
    return say("{value}, {dtype}").format(value=describe(value), dtype=dtype)

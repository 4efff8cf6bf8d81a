"""A picture of what the student's functions do, drawn in the kernel."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grader.compare.failure import Failure
from grader.errors import UsageError
from grader.language import say, speak
from grader.notebook.answer import Answer, is_written

SIZE = (7.2, 4.4)


class _Waiting(Exception):  # noqa: N818 - no error: the picture comes later
    """What has to be there before the picture can be drawn."""


def show_picture(
    picture: Callable[..., Any], data: str = "", *, language: str | None = None
) -> None:
    """Draw a picture from the notebook's functions; print what it says of them.

    The picture asks by name for what it needs: `figure`, the folder `data`, and
    exercises. What is printed is in the `language` given, else in the kernel's.
    """
    speak(language)
    try:
        given = _given(picture, data)
    except _Waiting as waiting:
        print(f"· {picture.__name__}   {waiting}")  # noqa: T201 - the cell's output
        return
    from matplotlib import pyplot as plt  # noqa: PLC0415 - an extra, slow to load

    figure = plt.figure(figsize=SIZE, layout="constrained")
    try:
        said = picture(figure=figure, **given)
    except (Failure, UsageError) as fault:
        plt.close(figure)
        said = say("not drawn: {fault}").format(fault=fault)
        said = f"✗ {picture.__name__}   {said}"
        said += f"\n  {fault.help}" if isinstance(fault, UsageError) else ""
    except BaseException:
        # Half a picture above a traceback would be read as the answer's.
        plt.close(figure)
        raise
    if said:
        print(said)  # noqa: T201 - as above


def _given(picture: Callable[..., Any], data: str) -> dict[str, Any]:
    """Return what the picture asks for, by name. Raises _Waiting if it is not there."""
    names = getattr(picture, "__globals__", {})
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(picture).parameters.items():
        if name == "data":
            given[name] = Path(data)
        elif name != "figure":
            there = name in names and is_written(names[name])
            if there:
                given[name] = Answer(name, names[name], names)
            elif parameter.default is parameter.empty:
                told = say("needs `{name}`, which is not defined.")
                if name in names:
                    told = say("needs `{name}`, which is not started.")
                raise _Waiting(told.format(name=name))
    return given

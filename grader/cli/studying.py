"""What a student asks for between checks: commands and their options."""

from functools import partial
from typing import Annotated

import typer

from grader.cli.running import State, interruptible
from grader.language import say

studying = typer.Typer()

Name = Annotated[str, typer.Argument(metavar="NAME", help=say("The exercise."))]
MaybeName = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]", help=say("The exercise; by default the current one.")
    ),
]


@studying.command(
    help=say("Show the hints of an exercise: one more after each attempt.")
)
def hint(name: MaybeName = None) -> None:
    """Show the hints of an exercise: one more after each attempt."""
    from grader.cli.hint import hint  # noqa: PLC0415 - each command loads its own

    raise typer.Exit(interruptible(partial(hint, State.course, name)))


@studying.command(help=say("Open the exact input of the case that failed, in Python."))
def inspect(
    name: MaybeName = None,
    print_: Annotated[
        bool, typer.Option("--print", help=say("Print it as text, whole."))
    ] = False,
) -> None:
    """Open the exact input of the case that failed, in Python."""
    from grader.cli.inspect import inspect  # noqa: PLC0415

    work = partial(inspect, State.course, name, as_text=print_)
    raise typer.Exit(interruptible(work))


@studying.command(help=say("Show the solution beside your answer, once that passes."))
def solution(name: Name) -> None:
    """Show the solution beside your answer, once that passes."""
    from grader.cli.solution import solution  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(solution, State.course, name)))


@studying.command(
    help=say("Put the stub of an exercise back, and keep what you wrote.")
)
def reset(name: Name) -> None:
    """Put the stub of an exercise back, and keep what you wrote."""
    from grader.cli.reset import reset  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(reset, State.course, name)))


@studying.command(
    "list",
    help=say("List the exercises: how they stand, minutes, points and attempts."),
)
def list_(
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ASSIGNMENT]...", help=say("Assignments; all without one.")
        ),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help=say("Only what has not passed yet."))
    ] = False,
) -> None:
    """List the exercises: how they stand, minutes, points and attempts."""
    from grader.cli.listing import show  # noqa: PLC0415

    names = assignments or []
    work = partial(show, State.course, names, only_open=open_)
    raise typer.Exit(interruptible(work))

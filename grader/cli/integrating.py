"""The commands that write workflows, pipelines and autograders, and their options."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from grader.cli.running import State, interruptible
from grader.sandbox.launcher import Isolation

integrating = typer.Typer(
    rich_markup_mode=None,
    help="Let other machines grade: GitHub, GitLab and Gradescope.",
)

_Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR", help="The repository; by default the course's own."
    ),
]
_Student = Annotated[
    bool, typer.Option("--student", help="For the repository of a student.")
]
_Wheel = Annotated[
    bool,
    typer.Option("--wheel", help="Put this grader beside it, and install that."),
]
_Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]


@integrating.command()
def github(
    out: _Out = None,
    student: _Student = False,
    wheel: _Wheel = False,
    force: _Force = False,
) -> None:
    """Write a workflow: checks of every push, and a run that grades the class."""
    from grader.cli.ci import Request, github  # noqa: PLC0415 - each loads its own

    request = Request(State.course, out, student, wheel, force)
    raise typer.Exit(interruptible(partial(github, request)))


@integrating.command()
def gitlab(
    out: _Out = None,
    student: _Student = False,
    wheel: _Wheel = False,
    force: _Force = False,
) -> None:
    """Write a pipeline: checks of every push, and a run that grades the class."""
    from grader.cli.ci import Request, gitlab  # noqa: PLC0415

    request = Request(State.course, out, student, wheel, force)
    raise typer.Exit(interruptible(partial(gitlab, request)))


@integrating.command()
def gradescope(
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The zip file to write.")
    ] = Path("autograder.zip"),
    assignment: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Assignments; may be given often."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Exercises; may be given often."),
    ] = None,
    isolation: Annotated[
        Isolation,
        typer.Option(metavar="strict|auto", help="The wall around submissions."),
    ] = Isolation.STRICT,
    force: _Force = False,
) -> None:
    """Write autograder.zip: the course, the grader, and what Gradescope runs."""
    from grader.cli.ci import Autograder, gradescope  # noqa: PLC0415

    request = Autograder(
        State.course, out, assignment or [], only or [], isolation, force
    )
    raise typer.Exit(interruptible(partial(gradescope, request)))

"""The commands that start courses and exercises, and their options."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from grader.cli.running import State, interruptible

author = typer.Typer(
    rich_markup_mode=None,
    help="For authors: start exercises, build stubs, prove that exercises work.",
)


@author.command(name="new-course")
def author_new_course(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder, empty or not there yet.")
    ],
    title: Annotated[
        str | None, typer.Option(help="The course's title; the folder's name without.")
    ] = None,
) -> None:
    """Start a course folder, ready for `grader author new`."""
    from grader.cli.author_new import new_course  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(new_course, folder, title)))


@author.command(name="new")
def author_new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The function's name.")],
    assignment: Annotated[
        str | None,
        typer.Option(help="The assignment, made if it is not there; else the last."),
    ] = None,
    arguments: Annotated[
        str, typer.Option(help='As in its definition: "x, axis=1".')
    ] = "x",
    slow: Annotated[
        bool, typer.Option("--slow", help="Also a version with a loop, for race.")
    ] = False,
) -> None:
    """Start an exercise: its files, its entry, and a list of what to fill in."""
    from grader.cli.author_new import new  # noqa: PLC0415

    work = partial(new, State.course, name, assignment, arguments, slow=slow)
    raise typer.Exit(interruptible(work))


@author.command(name="import")
def author_import(
    notebook: Annotated[
        Path, typer.Argument(metavar="NOTEBOOK", help="Of nbgrader, otter or Coursera.")
    ],
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="DIR", help="A course, or a folder that is empty or new."
        ),
    ] = None,
) -> None:
    """Make a course, or one assignment more, of a notebook of another grader."""
    from grader.cli.author_import import import_notebook  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(import_notebook, notebook, into)))


@author.command()
def build() -> None:
    """Write the stubs in exercises/ from the solutions."""
    from grader.cli.author import build  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(build, State.course)))


@author.command(name="check")
def author_check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Exercises; all without a name."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(min=0, max=64, help="Processes; by default one a processor."),
    ] = 0,
) -> None:
    """Prove that each exercise tells right answers from wrong ones."""
    from grader.cli.author_check import check  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(check, State.course, names or [], jobs)))


@author.command(name="translate")
def author_translate(
    language: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help="As in zh, for Chinese.")
    ],
) -> None:
    """Write what is left to translate, as pairs to fill in."""
    from grader.cli.author_translate import translate  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(translate, State.course, language)))

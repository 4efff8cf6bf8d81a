"""The commands and their options; the work is in the modules beside this one."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from grader import __version__
from grader.cli.authoring import author
from grader.cli.integrating import integrating
from grader.cli.running import State, interruptible
from grader.cli.studying import studying
from grader.cli.teaching import teaching
from grader.language import LANGUAGES, marked, say
from grader.sandbox.launcher import Isolation

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=say("Check NumPy exercises: hidden cases, a sandbox, explicit loops found."),
)
LANG = say("The language of what you read; the locale decides without it.")
FORMATS = say("text, json, junit, github, gradescope or classroom50.")
_Seed = Annotated[
    int | None,
    typer.Option(min=0, help=say("Repeat the inputs of an earlier check.")),
]
_Isolation = Annotated[
    Isolation, typer.Option(help=say("How strong a wall to ask for."))
]
app.add_typer(author, name="author")
app.add_typer(studying)
app.add_typer(teaching)
app.add_typer(integrating, name="ci")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"grader {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    course: Annotated[
        Path | None,
        typer.Option(help=say("The course folder; found upward from here without it.")),
    ] = None,
    _lang: Annotated[
        # Taken out of the words before any text is said; here for its help.
        str,
        typer.Option("--lang", metavar="|".join(LANGUAGES), help=LANG),
    ] = "",
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=say("Say which version this is."),
        ),
    ] = False,
) -> None:
    """Show the course map and the next action, or run a command."""
    State.course = course
    if context.invoked_subcommand is None:
        from grader.cli.map import show  # noqa: PLC0415 - each command loads its own

        raise typer.Exit(interruptible(partial(show, State.course)))


@app.command(
    help=say("Begin the course that comes with grader, in a folder of your own.")
)
def init(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help=say("A folder, empty or not there yet: grader-course."),
        ),
    ] = None,
) -> None:
    """Begin the course that comes with grader, in a folder of your own."""
    from grader.cli.init import init  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(init, folder)))


@app.command(help=say("Check your answers against the visible and hidden cases."))
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help=say("Exercises; all without a name.")),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", "-f", help=say("Take answers from a .py, .ipynb, folder or .zip.")
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", help=FORMATS)
    ] = "text",
    seed: _Seed = None,
    isolation: _Isolation = Isolation.AUTO,
    own_helpers: Annotated[
        bool,
        typer.Option(
            "--own-helpers", help=say("Use your own versions of what is supplied.")
        ),
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help=say("Show what hidden cases expected."))
    ] = False,
) -> None:
    """Check your answers against the visible and hidden cases."""
    from grader.cli.check import Request, check  # noqa: PLC0415

    request = Request(
        course=State.course,
        names=names or [],
        file=file,
        format=format,
        seed=seed,
        isolation=isolation,
        own_helpers=own_helpers,
        reveal=reveal,
    )
    raise typer.Exit(interruptible(partial(check, request)))


@app.command(help=say("Check an exercise each time you save it."))
def watch(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help=say("The exercise; without it the one you are at.")
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", "-f", help=say("Watch a .py file or a notebook of yours.")
        ),
    ] = None,
    poll: Annotated[
        bool,
        typer.Option(
            "--poll", help=say("Look at the files often: on network drives, say.")
        ),
    ] = False,
    manual: Annotated[
        bool, typer.Option("--manual", help=say("Check when you press r, not on save."))
    ] = False,
    seed: _Seed = None,
    isolation: _Isolation = Isolation.AUTO,
) -> None:
    """Check an exercise each time you save it."""
    from grader.cli.watch import Request, watch  # noqa: PLC0415

    request = Request(State.course, name, file, poll, manual, isolation, seed)
    kept = marked("What you saved is in your files.")
    raise typer.Exit(interruptible(partial(watch, request), kept))


@app.command(help=say("Explain a rule: why it matters and what to use instead."))
def explain(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help=say("A rule; all without a name.")),
    ] = None,
) -> None:
    """Explain a rule: why it matters and what to use instead."""
    from grader.cli.explain import explain  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(explain, rule)))


@app.command(
    help=say("Race your version against a loop and the reference, on growing sizes.")
)
def race(
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("The exercise."))],
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            "-f",
            help=say("Take the answer from a .py, .ipynb, folder or .zip."),
        ),
    ] = None,
    isolation: _Isolation = Isolation.AUTO,
    plot: Annotated[
        Path | None,
        typer.Option(
            "--plot", metavar="FILE", help=say("Draw it: a .png or .svg file.")
        ),
    ] = None,
    max_size: Annotated[
        int,
        typer.Option(min=10, max=10_000_000, help=say("No more elements than this.")),
    ] = 1_000_000,
) -> None:
    """Race your version against a loop and the reference, on growing sizes."""
    from grader.cli.race import Request, race  # noqa: PLC0415

    request = Request(State.course, name, file, isolation, plot, max_size)
    raise typer.Exit(interruptible(partial(race, request)))


@app.command(help=say("Draw what your answer does, as pictures."))
def show(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help=say("The exercise; all without a name.")),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            "-f",
            help=say("Take the answer from a .py, .ipynb, folder or .zip."),
        ),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save", metavar="FILE", help=say("Where to: a .png or .svg file.")
        ),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help=say("Open the pictures when they are drawn."))
    ] = False,
    image: Annotated[
        Path | None,
        typer.Option("--image", metavar="FILE", help=say("Take an image of your own.")),
    ] = None,
    isolation: _Isolation = Isolation.AUTO,
) -> None:
    """Draw what your answer does, as pictures."""
    from grader.cli.show import Request, show  # noqa: PLC0415

    request = Request(State.course, name, file, isolation, save, image, open_)
    raise typer.Exit(interruptible(partial(show, request)))


@app.command(help=say("Show which walls this machine has, and try each for real."))
def doctor() -> None:
    """Show which walls this machine has, and try each for real."""
    from grader.cli.doctor import doctor  # noqa: PLC0415

    raise typer.Exit(interruptible(doctor))


@app.command(
    help=say("Write an assignment as a notebook, or take a finished one back.")
)
def notebook(
    name: Annotated[
        str | None, typer.Argument(metavar="[ASSIGNMENT]", help=say("The assignment."))
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help=say("Where to; by default here.")),
    ] = None,
    take: Annotated[
        Path | None,
        typer.Option(
            "--take",
            metavar="FILE",
            help=say("Put a finished one's answers in exercises/."),
        ),
    ] = None,
) -> None:
    """Write an assignment as a notebook, or take a finished one back."""
    from grader.cli.notebook import Request, notebook  # noqa: PLC0415

    request = Request(State.course, name, to, take)
    raise typer.Exit(interruptible(partial(notebook, request)))

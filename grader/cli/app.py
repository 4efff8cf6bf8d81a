"""The commands and their options; the work is in the modules beside this one."""

import io
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from grader import __version__
from grader.cli.authoring import author
from grader.cli.console import error_console, problem
from grader.errors import Exit, GraderError, UsageError
from grader.sandbox.launcher import Isolation

# 128 and the number of SIGINT, as shells have it.
# What shells add to a signal's number.
ENDED_BY = 128

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Check NumPy exercises: hidden cases, a sandbox, explicit loops found.",
)
app.add_typer(author, name="author")


class State:
    """What the options before the command say, and what ended the program."""

    course: Path | None = None
    signal: int = signal.SIGINT


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"grader {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    course: Annotated[
        Path | None,
        typer.Option(help="The course folder; found upward from here without it."),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say it."),
    ] = False,
) -> None:
    """Show the course map and the next action, or run a command."""
    State.course = course
    if context.invoked_subcommand is None:
        from grader.cli.map import show  # noqa: PLC0415 - each command loads its own

        raise typer.Exit(interruptible(partial(show, State.course)))


@app.command()
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Exercises; all without a name."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", "-f", help="Take answers from a .py, .ipynb, folder or .zip."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", help="text or json.")
    ] = "text",
    seed: Annotated[
        int | None, typer.Option(min=0, help="Repeat the inputs of an earlier check.")
    ] = None,
    isolation: Annotated[
        Isolation, typer.Option(help="How strong a wall to ask for.")
    ] = Isolation.AUTO,
    own_helpers: Annotated[
        bool,
        typer.Option(
            "--own-helpers", help="Use your own versions of what is supplied."
        ),
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Show what hidden cases expected.")
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


@app.command()
def explain(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="A rule; all without a name."),
    ] = None,
) -> None:
    """Explain a rule: why it matters and what to use instead."""
    from grader.cli.explain import explain  # noqa: PLC0415

    raise typer.Exit(interruptible(partial(explain, rule)))


@app.command()
def race(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The exercise.")],
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            "-f",
            help="Take the answer from a .py, .ipynb, folder or .zip.",
        ),
    ] = None,
    isolation: Annotated[
        Isolation, typer.Option(help="How strong a wall to ask for.")
    ] = Isolation.AUTO,
    plot: Annotated[
        Path | None,
        typer.Option("--plot", metavar="FILE", help="Draw it: a .png or .svg file."),
    ] = None,
    max_size: Annotated[
        int, typer.Option(min=10, max=10_000_000, help="No more elements than this.")
    ] = 1_000_000,
) -> None:
    """Race your version against a loop and the reference, on growing sizes."""
    from grader.cli.race import Request, race  # noqa: PLC0415

    request = Request(State.course, name, file, isolation, plot, max_size)
    raise typer.Exit(interruptible(partial(race, request)))


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The exercise.")],
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            "-f",
            help="Take the answer from a .py, .ipynb, folder or .zip.",
        ),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="FILE", help="Where to: a .png or .svg file."),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Open the pictures when they are drawn.")
    ] = False,
    image: Annotated[
        Path | None,
        typer.Option("--image", metavar="FILE", help="Take an image of your own."),
    ] = None,
    isolation: Annotated[
        Isolation, typer.Option(help="How strong a wall to ask for.")
    ] = Isolation.AUTO,
) -> None:
    """Draw what your answer does, as pictures."""
    from grader.cli.show import Request, show  # noqa: PLC0415

    request = Request(State.course, name, file, isolation, save, image, open_)
    raise typer.Exit(interruptible(partial(show, request)))


@app.command()
def doctor() -> None:
    """Show which walls this machine has, and try each for real."""
    from grader.cli.doctor import doctor  # noqa: PLC0415

    raise typer.Exit(interruptible(doctor))


@app.command()
def release(
    target: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder, or a .zip file.")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="An earlier kit may be there.")
    ] = False,
    allow_leaks: Annotated[
        bool,
        typer.Option("--allow-leaks", help="Even if it gives something away."),
    ] = False,
) -> None:
    """Write the student kit: stubs, visible cases and data, nothing else."""
    from grader.cli.release import Request, release  # noqa: PLC0415

    request = Request(State.course, target, force, allow_leaks)
    raise typer.Exit(interruptible(partial(release, request)))


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


def interruptible(work: Callable[[], int]) -> int:
    """Do the work; Ctrl-C is told in words, before typer has its own way with it."""
    try:
        return work()
    except KeyboardInterrupt:
        problem("Interrupted. Nothing was changed.", "Run the same command again.")
        return ENDED_BY + State.signal


def _end_as_ctrl_c(number: int, _frame: FrameType | None) -> None:
    """End like Ctrl-C: guests and temporary folders are cleared away."""
    State.signal = number
    signal.raise_signal(signal.SIGINT)


def _prepare() -> None:
    """Set what holds for every command: streams, signals, threads."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a symbol shows `?` in its place.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Whoever ignores one (nohup) means it.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end_as_ctrl_c)
    # One thread: small matrices, and the same sums as in the guest.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def run() -> int:
    """Run the program; return the exit code, whatever happens."""
    _prepare()
    try:
        app(prog_name="grader")
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else Exit.USAGE
    except UsageError as error:
        problem(error.message, error.help)
        return Exit.USAGE
    except GraderError as error:
        problem(
            f"The grader itself failed. This is not your code. {error.message}",
            error.help,
        )
        return Exit.GRADER
    except BrokenPipeError:
        # Whoever read has enough; Python must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.PASSED
    except Exception:  # noqa: BLE001 - our bug, and the student must hear that it is
        return _bug()
    return Exit.PASSED


def _bug() -> int:
    import tempfile  # noqa: PLC0415 - only when it is too late
    import traceback  # noqa: PLC0415

    where = "could not be saved"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="grader-report-", suffix=".txt", delete=False
        ) as report:
            report.write(f"grader {__version__}, Python {sys.version}\n")
            report.write(f"{sys.argv[1:]}\n{traceback.format_exc()}")
            where = f"was saved in {report.name}"
    except OSError:
        error_console().print(traceback.format_exc(), markup=False)
    problem(
        "The grader itself failed. This is not your code.",
        f"grader {__version__}, command: grader {' '.join(sys.argv[1:])}. "
        f"The report {where}: please send it to the maintainers.",
    )
    return Exit.GRADER

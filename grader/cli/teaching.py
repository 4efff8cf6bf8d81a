"""The instructor's commands and their options."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from grader.cli.running import State, interruptible
from grader.errors import Exit
from grader.sandbox.launcher import Isolation

teaching = typer.Typer()


@teaching.command()
def release(
    target: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder, or a .zip file.")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Replace an earlier kit there.")
    ] = False,
    allow_leaks: Annotated[
        bool,
        typer.Option("--allow-leaks", help="Write it even if it gives something away."),
    ] = False,
) -> None:
    """Write the student kit: stubs, visible cases and data, nothing else."""
    from grader.cli.release import Request, release  # noqa: PLC0415

    request = Request(State.course, target, force, allow_leaks)
    raise typer.Exit(interruptible(partial(release, request)))


@teaching.command()
def grade(
    submissions: Annotated[
        Path,
        typer.Argument(
            metavar="SUBMISSIONS", help="A folder: each folder or file in it is one."
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Where the gradebook is kept.")
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Exercises; may be given often."),
    ] = None,
    jobs: Annotated[
        int, typer.Option(min=0, max=256, help="Workers; by default one a processor.")
    ] = 0,
    cluster: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Workers of a Dask scheduler judge: tcp://HOST:8786, or local.",
        ),
    ] = "",
    seed: Annotated[
        int | None, typer.Option(min=0, help="Of the inputs; else the gradebook's own.")
    ] = None,
    isolation: Annotated[
        Isolation, typer.Option(help="The wall around submissions.")
    ] = Isolation.STRICT,
    limit: Annotated[
        float,
        typer.Option(min=1, metavar="SECONDS", help="That one submission may take."),
    ] = 120,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Judge again what is known.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing.")] = False,
) -> None:
    """Grade a class: every submission, into a gradebook that can be resumed."""
    from grader.batch.starting import is_needed, starting  # noqa: PLC0415

    def work() -> Exit:
        # First of all: what judges loads on another core while this one loads and
        # reads. Where there are verdicts already, it may not be needed.
        soon = is_needed(out, fresh=fresh, cluster=bool(cluster))
        with starting(soon=soon) as start:
            from grader.cli.grade import Request, run  # noqa: PLC0415

            request = Request(
                State.course,
                submissions,
                out,
                only or [],
                jobs,
                cluster,
                seed,
                isolation,
                limit,
                fresh,
                quiet,
            )
            return run(request, start)

    kept = "What was judged is in the gradebook."
    raise typer.Exit(interruptible(work, kept))


@teaching.command()
def report(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="What grade was given as --out.")
    ],
    format: Annotated[  # noqa: A002 - the option's name
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="html, feedback, csv, json, junit, github, gradescope, classroom50 "
            "or canvas.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="PATH",
            help="A file or a folder; without it a file is printed.",
        ),
    ] = None,
    canvas: Annotated[
        Path | None,
        typer.Option("--canvas", metavar="FILE", help="The gradebook from Canvas."),
    ] = None,
    column: Annotated[
        str, typer.Option("--column", metavar="TITLE", help="Of it, for all points.")
    ] = "",
) -> None:
    """Report a graded class: as pages to read, or as another program reads it."""
    from grader.cli.report import Request, run  # noqa: PLC0415

    request = Request(folder, format, out, canvas, column)
    raise typer.Exit(interruptible(partial(run, request)))

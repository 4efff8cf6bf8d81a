"""How a command is run: streams, signals, and what an exception comes to."""

import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from grader import __version__
from grader.cli.console import error_console, problem
from grader.errors import OURS, Exit, GraderError, UsageError
from grader.language import marked, say

ENDED_BY = 128
"""What shells add to a signal's number."""


class State:
    """What the options before the command say, and what ended the program."""

    course: Path | None = None
    signal: int = signal.SIGINT


NOTHING_CHANGED = marked("Nothing was changed.")


def interruptible(work: Callable[[], int], kept: str = NOTHING_CHANGED) -> int:
    """Do the work; Ctrl-C is told in words, before typer has its own way with it."""
    try:
        return work()
    except KeyboardInterrupt:
        problem(
            _both(say("Interrupted."), say(kept)), say("Run the same command again.")
        )
        return ENDED_BY + State.signal


def _end_as_ctrl_c(number: int, _frame: FrameType | None) -> None:
    """End like Ctrl-C: guests and temporary folders are cleared away."""
    State.signal = number
    signal.raise_signal(signal.SIGINT)


def prepare() -> None:
    """Set what holds for every command: streams, signals, threads."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a symbol shows `?` in its place.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # From here on somebody can say it in words.
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Whoever ignores one (nohup) means it.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end_as_ctrl_c)
    # One thread: small matrices, and the same sums as in the guest.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def run(program: Callable[[], object]) -> int:
    """Run the program; return the exit code, whatever happens."""
    try:
        prepare()
        program()
    except KeyboardInterrupt:
        # While the command itself is being loaded; later it has its own words.
        return ENDED_BY + State.signal
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else Exit.USAGE
    except UsageError as error:
        problem(error.message, error.help)
        return Exit.USAGE
    except GraderError as error:
        problem(_both(say(OURS), error.message), error.help)
        return Exit.GRADER
    except Exception:  # noqa: BLE001 - our bug, and the student must hear that it is
        return _bug()
    return Exit.PASSED


def _both(one: str, other: str) -> str:
    from grader.language import joined  # noqa: PLC0415 - only with a problem

    return joined(one, other)


def _bug() -> int:
    import tempfile  # noqa: PLC0415 - only when it is too late
    import traceback  # noqa: PLC0415

    told = say(
        "{version}, command: {command}. The report could not be saved: please send it "
        "to the maintainers."
    )
    name = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="grader-report-", suffix=".txt", delete=False
        ) as report:
            report.write(f"grader {__version__}, Python {sys.version}\n")
            report.write(f"{sys.argv[1:]}\n{traceback.format_exc()}")
            name = report.name
            told = say(
                "{version}, command: {command}. The report was saved in {file}: please "
                "send it to the maintainers."
            )
    except OSError:
        error_console().print(traceback.format_exc(), markup=False)
    problem(
        say(OURS),
        told.format(
            version=f"grader {__version__}",
            command=f"grader {' '.join(sys.argv[1:])}",
            file=name,
        ),
    )
    return Exit.GRADER

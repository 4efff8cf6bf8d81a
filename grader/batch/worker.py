"""A process that judges one submission after the other, with one set of cases.

It is told what to judge and tells what came of it in bytes: JSON of known records,
nothing that could carry code.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from grader import course as courses
from grader.batch.parcel import Parcel
from grader.course import Course
from grader.errors import GraderError, UsageError
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.submission.fingerprint import Fingerprint


class Job(msgspec.Struct, frozen=True):
    """What a worker is for: course, folder of submissions, exercises, conditions."""

    course: str
    root: str
    names: tuple[str, ...]
    seed: int
    isolation: Isolation
    seconds: float
    """That a submission may take before the rest of its exercises is not run."""


class Task(msgspec.Struct, frozen=True):
    """A submission to judge, and the keys of answers whose verdicts are known.

    A `name` is bytes: not every one is text. What has no `parcel` lies in the folder.
    """

    id: str
    name: bytes
    known: dict[str, str]
    """By exercise, for those whose cases and references are still the same."""
    parcel: Parcel | None = None


class Judged(msgspec.Struct, frozen=True):
    """What came of one submission: the keys of its answers, and new verdicts.

    Verdicts are JSON, by exercise; one that is not there is the one that was known.
    `prints` are the fingerprints of answers that have one.
    """

    path: str
    key: str
    sha256: str
    answers: dict[str, str]
    verdicts: dict[str, msgspec.Raw]
    prints: dict[str, Fingerprint]


class Ready(msgspec.Struct, frozen=True):
    """A worker is up; or why it is not, in `fault`.

    `keys` are those of the exercises, as its course, NumPy and grader make them.
    """

    wall: str
    fault: str = ""
    help: str = ""
    keys: dict[str, str] = {}


def main(connection: Connection) -> None:
    """Serve until the connection is closed; what comes over it first is the job."""
    # Ctrl-C is the parent's: it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        # Ignored from here on, also by what is started here.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # The parent may be gone by now.
    with suppress(EOFError, ConnectionError):
        work(connection, msgspec.json.decode(connection.recv_bytes(), type=Job))


def work(connection: Connection, job: Job) -> None:
    """Judge what comes over the connection, or tell over it why that cannot be."""
    # What is loaded from here on stays: `serve` has garbage looked for again.
    gc.disable()
    with telling(connection):
        course = load(job)
        with sandbox_for(job, course) as sandbox:
            # Loaded while the sandbox starts.
            from grader.batch.judging import collect  # noqa: PLC0415

            collect(job, course, lambda all_: all_.serve(connection, sandbox))


@contextmanager
def telling(connection: Connection) -> Iterator[None]:
    """Tell over the connection what is at fault, if whoever is there still listens."""
    try:
        yield
    except (GraderError, UsageError) as error:
        connection.send_bytes(msgspec.json.encode(Ready("", error.message, error.help)))
    except (EOFError, ConnectionError):
        # The parent is gone, or has nothing more to do.
        return


def load(job: Job) -> Course:
    """Return the course of a job; cases run in the same place from here on."""
    course = courses.load(Path(job.course))
    # Wherever the program was started.
    os.chdir(job.root)
    return course


def sandbox_for(job: Job, course: Course) -> Sandbox:
    """Start the sandbox of a job."""
    grants = needed(course.places[name].exercise for name in job.names)
    return Sandbox(job.isolation, grants)

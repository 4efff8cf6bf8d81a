"""Proves many exercises at once, in processes that have a sandbox each."""

import multiprocessing
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import util
from pathlib import Path

from grader import course as courses
from grader.course import Course
from grader.errors import GraderError
from grader.proof import Proof
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox


class _Worker:
    """What a process holds from its first exercise to its last."""

    course: Course
    sandbox: Sandbox


def prove(
    course: Course, names: Sequence[str], jobs: int, done: Callable[[Proof], None]
) -> list[Proof]:
    """Return the proofs of the exercises `names`, in order; tell of each when `done`.

    Raises GraderError if a process is lost.
    """
    # Fresh interpreters, on all systems: what this process holds open stays here.
    context = multiprocessing.get_context("spawn")
    proofs: dict[str, Proof] = {}
    with ProcessPoolExecutor(
        min(jobs, len(names)), context, _start, (course.root,)
    ) as pool:
        # The longest first, so that the last one to end is a short one.
        order = sorted(names, key=lambda name: -_size(course, name))
        try:
            for future in as_completed(pool.submit(_prove, name) for name in order):
                proof = future.result()
                proofs[proof.name] = proof
                done(proof)
        except BrokenProcessPool:
            raise GraderError(
                "A process that proved exercises was killed.",
                "If memory is short, use fewer of them: --jobs 1.",
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [proofs[name] for name in names]


def _size(course: Course, name: str) -> int:
    """Return about how long it takes: mutants times cases."""
    place = course.places[name]
    solution, hidden = (
        path.read_bytes() if path.is_file() else b""
        for path in (place.solution, place.hidden)
    )
    code = solution.partition(b"BEGIN SOLUTION")[2]
    return len(code) * len(hidden) * (1 + len(place.exercise.uses))


def _start(root: Path) -> None:
    # Ctrl-C is the parent's: it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Worker.course = courses.load(root)
    grants = needed(place.exercise for place in _Worker.course)
    _Worker.sandbox = Sandbox(Isolation.AUTO, grants)
    util.Finalize(None, _Worker.sandbox.close, exitpriority=1)


def _prove(name: str) -> Proof:
    from grader.author.check import prove as one  # noqa: PLC0415 - beside the sandbox

    return one(_Worker.course, _Worker.course.places[name], _Worker.sandbox)

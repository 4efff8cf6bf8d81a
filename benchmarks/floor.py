"""The floor: a bare fork server that makes the same calls, with no wall and no pytest.

A parent with NumPy loaded forks a child for each submission, which runs the source,
makes every call and sends the values back pickled; the parent compares them. Student
code could do what it likes, and one hanging answer ends it all: nothing that grades can
be like it, and nothing can be faster.
"""

import contextlib
import multiprocessing
import os
import pickle
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from calls import Recording
from students import IMPORTS, Student


def grade(recording: Recording, students: Sequence[Student], jobs: int) -> float:
    """Make the calls with every submission; return the seconds that it took."""
    shares = [students[first::jobs] for first in range(jobs)]
    context = multiprocessing.get_context("fork")
    workers = [
        context.Process(target=_serve, args=(recording, share)) for share in shares
    ]
    started = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - started


def _serve(recording: Recording, students: Sequence[Student]) -> None:
    for student in students:
        passed(recording, student)


def passed(recording: Recording, student: Student) -> dict[str, bool]:
    """Return for each exercise of one submission whether every call was right."""
    near, far = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(near)
        with os.fdopen(far, "wb") as wire:
            pickle.dump(_values(recording, student), wire)
        os._exit(0)
    os.close(far)
    with os.fdopen(near, "rb") as wire:
        values = pickle.load(wire)  # noqa: S301 - the point: nothing is safe here
    os.waitpid(child, 0)
    return {
        name: all(map(_agrees, values[name], (one.expected for one in cases)))
        for name, cases in recording.cases.items()
    }


def _values(recording: Recording, student: Student) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for name, cases in recording.cases.items():
        namespace: dict[str, Any] = {}
        found[name] = []
        exec(IMPORTS + student.answers[name], namespace)  # noqa: S102 - its purpose
        for case in cases:
            value = None
            with contextlib.suppress(Exception), np.errstate(all="ignore"):
                value = namespace[name](*case.args)
            found[name].append(value)
    return found


def _agrees(yours: Any, expected: Any) -> bool:
    try:
        array = np.asarray(yours, dtype=float)
    except (TypeError, ValueError):
        return False
    same = array.shape == np.shape(expected)
    return same and bool(np.allclose(array, expected, rtol=1e-6, atol=1e-9))

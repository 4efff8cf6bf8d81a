"""The floor: a bare fork server that makes the same calls, with no wall and no pytest.

    python benchmarks/floor.py FILE JOBS

A process that has loaded NumPy and nothing else forks a child for each submission,
which runs the source, makes every call and sends the values back pickled; it compares
them. Student code could do what it likes, and one hanging answer ends it all: nothing
that grades can be like it, and nothing can be faster. It is a program of its own, since
forking takes the longer the more a process has loaded.
"""

import contextlib
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from calls import Recording
    from students import Student

Cases = dict[str, list[tuple[tuple[Any, ...], Any]]]
"""By exercise, the arguments of each call and the value that is right."""
Sources = dict[str, str]
"""By exercise, the source of one submission's answer."""


def grade(recording: "Recording", students: Sequence["Student"], jobs: int) -> float:
    """Make the calls with every submission; return the seconds that it took.

    Loading Python and NumPy is not counted.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "class.pickle")
        content = cases(recording), [sources(one) for one in students]
        file.write_bytes(pickle.dumps(content))
        words = [sys.executable, __file__, str(file), str(jobs)]
        return float(subprocess.check_output(words))


def cases(recording: "Recording") -> Cases:
    """Return what is called, as data that loads nothing."""
    return {
        name: [(one.args, one.expected) for one in some]
        for name, some in recording.cases.items()
    }


def sources(student: "Student") -> Sources:
    """Return what a submission's answers are run as."""
    from students import IMPORTS  # noqa: PLC0415 - not by the program

    return {name: IMPORTS + text for name, text in student.answers.items()}


def passed(wanted: Cases, answers: Sources) -> dict[str, bool]:
    """Return for each exercise of one submission whether every call was right."""
    near, far = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(near)
        with os.fdopen(far, "wb") as wire:
            pickle.dump(_values(wanted, answers), wire)
        os._exit(0)
    os.close(far)
    with os.fdopen(near, "rb") as wire:
        values = pickle.load(wire)  # noqa: S301 - the point: nothing is safe here
    os.waitpid(child, 0)
    return {
        name: all(map(_agrees, values[name], (expected for _, expected in some)))
        for name, some in wanted.items()
    }


def _values(wanted: Cases, answers: Sources) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for name, some in wanted.items():
        namespace: dict[str, Any] = {}
        found[name] = []
        exec(answers[name], namespace)  # noqa: S102 - its purpose
        for args, _ in some:
            value = None
            with contextlib.suppress(Exception), np.errstate(all="ignore"):
                value = namespace[name](*args)
            found[name].append(value)
    return found


def _agrees(yours: Any, expected: Any) -> bool:
    try:
        array = np.asarray(yours, dtype=float)
    except (TypeError, ValueError):
        return False
    same = array.shape == np.shape(expected)
    return same and bool(np.allclose(array, expected, rtol=1e-6, atol=1e-9))


def _serve(file: Path, jobs: int) -> None:
    """Share the class among so many processes, and print what it took them."""
    wanted, answers = pickle.loads(file.read_bytes())  # noqa: S301 - our own file
    started = time.perf_counter()
    workers = []
    for first in range(jobs):
        worker = os.fork()
        if worker == 0:
            for one in answers[first::jobs]:
                passed(wanted, one)
            os._exit(0)
        workers.append(worker)
    for worker in workers:
        os.waitpid(worker, 0)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), int(sys.argv[2]))

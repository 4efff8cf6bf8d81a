"""Hostile submissions, hundreds in a row, leave the host as it was before them."""

import gc
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import psutil
import pytest
from kin import below

from grader import course as courses
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Options, check
from grader.verdict import CaseStatus, Status

HOSTILE = Path(__file__).parents[1] / "hostile"
NAMES = (
    "exit_at_once",
    "segmentation_fault",
    "closed_wire",
    "garbage_on_descriptors",
    "second_reply",
    "wrong_nonce",
    "announced_exabyte",
    "forged_array",
    "descriptor_flood",
)
# Where every import is allowed, they are run.
TOML = """
title = "Small"
[[assignments]]
name = "basics"
title = "Basics"
[[assignments.exercises]]
name = "answer"
imports = "any"
"""
CASE = '''
from grader.cases import agree

def test_doubles(answer):
    """it doubles a number"""
    agree(answer(3), 6)
'''
# Behind the process wall each guest that is lost costs the start of an interpreter.
COUNT = {Isolation.BUBBLEWRAP: 120, Isolation.LANDLOCK: 45, Isolation.PROCESS: 18}
# Until each of them has been met twice.
WARM_UP = 2 * len(NAMES)
# Allocators keep some megabytes for later, now more and now less; objects are exact.
MAX_GROWTH = 16 << 20
END_SECONDS = 5


@pytest.fixture
def course(write_course):
    """Return a course of one exercise with two cases."""
    root = write_course("answer", toml=TOML)
    for folder in ("visible", "hidden"):
        path = root / "tests" / folder / "basics" / "test_answer.py"
        path.write_text(CASE, "utf-8")
    return courses.load(root)


def named_answer(path):
    """Return a hostile submission as an answer to the exercise of this course."""
    text = path.read_text("utf-8")
    name = text.partition("# exercise: ")[2].partition("\n")[0]
    return text.replace(name, "answer")


def alive():
    """Return the number of processes below this one that have not ended."""
    return len(below(recursive=True))


def held(most):
    """Return the processes, descriptors, objects and bytes that this process holds.

    What is ending gets a moment to: `most` processes are there for good.
    """
    until = time.monotonic() + END_SECONDS
    while alive() > most and time.monotonic() < until:
        time.sleep(0.02)
    gc.collect()
    process = psutil.Process()
    memory = process.memory_info().rss
    return alive(), process.num_fds(), len(gc.get_objects()), memory


def endured(root, wall):
    """Hand them in, and return what is held after the first and after all."""
    course = courses.load(root)
    place = course.places["answer"]
    texts = [named_answer(HOSTILE / f"{name}.py") for name in NAMES]

    def hand_in(count):
        for text in islice(cycle(texts), count):
            place.stub.write_text(text, "utf-8")
            submission, entries = submitted.read_course(course, [place])
            result = check(course, submission, entries, sandbox, Options(7))
            (one,) = result.exercises
            assert one.status is Status.FAILED
            assert len(one.cases) == 2
            assert all(case.status is not CaseStatus.PASSED for case in one.cases)

    with Sandbox(wall) as sandbox:
        sandbox.guest().end()
        most = alive()
        hand_in(WARM_UP)
        before = held(most)
        hand_in(COUNT[wall])
        return before, held(most)


def test_hundreds_in_a_row(wall, course):
    """Memory, descriptors and processes are after them what they were before."""
    # In a process of its own: what other tests left behind comes and goes.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as own:
        before, after = own.submit(endured, course.root, wall).result()
    assert after[:2] == before[:2]
    # Not one object a submission, nor memory that no object shows.
    assert after[2] - before[2] < COUNT[wall]
    assert after[3] - before[3] < MAX_GROWTH

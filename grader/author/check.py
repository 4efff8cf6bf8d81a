"""Proves, with the engine that judges students, that exercises do their work."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.author import pictures
from grader.author.build import in_step
from grader.course import Course, Place
from grader.sandbox.launcher import Sandbox
from grader.session import runner as runners
from grader.session.check import Checker, Options
from grader.session.recognise import known
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.submitted import answer
from grader.submission import stub
from grader.submission.files import UnreadableError
from grader.submission.source import Source, parse
from grader.submission.started import is_started
from grader.submission.stub import MarkerError
from grader.verdict import CaseStatus, Exercise, Status

SEED = 7
HINTS = 3
MISCONCEPTIONS = 3


class Proof(NamedTuple):
    """What was found about one exercise; no complaints is good."""

    place: Place
    cases: int
    misconceptions: int
    complaints: tuple[str, ...]


def check(course: Course, places: Sequence[Place], sandbox: Sandbox) -> list[Proof]:
    """Return the proofs for `places`, in order."""
    proofs: list[Proof] = []
    checker = Checker(course, sandbox, Options(SEED))

    def judge(runner: Runner) -> None:
        proofs.extend(_prove(place, checker, runner) for place in places)

    # With those they are supplied with: a failing answer proves them as well.
    names = dict.fromkeys(
        name
        for place in places
        for name in (place.exercise.name, *course.supplied(place.exercise.uses))
    )
    runners.run(course, SEED, [course.places[name] for name in names], judge)
    return proofs


def _prove(place: Place, checker: Checker, runner: Runner) -> Proof:
    complaints: list[str] = []
    cases = wrong = 0
    try:
        complaints += _stub(place)
        cases = len(runner.cases(place))
        complaints += _solution(place, checker, runner)
        names = list(known(place, runner.bench.reference))
        wrong = len(names)
        if wrong < MISCONCEPTIONS:
            complaints.append(f"{wrong} misconceptions; at least {MISCONCEPTIONS}")
        for name in names:
            complaints += _misconception(place, name, checker, runner)
        complaints += _slow(place, checker, runner)
        bench = runner.bench
        complaints += pictures.complaints(bench.course, place, bench.reference)
    except (ExerciseError, MarkerError, UnreadableError, OSError, ValueError) as error:
        complaints.append(str(error))
    if len(place.exercise.hints) != HINTS:
        complaints.append(f"{len(place.exercise.hints)} hints instead of {HINTS}")
    return Proof(place, cases, wrong, tuple(complaints))


def _stub(place: Place) -> Iterator[str]:
    text = stub.make(place.solution.read_text("utf-8"))
    if not place.stub.is_file():
        yield f"{place.stub.name} is missing: run grader author build"
        return
    if not in_step(place, text):
        yield f"{place.stub.name} is not in step: run grader author build"
    shipped = stub.function(place.solution, place.exercise.name)
    if shipped is None or is_started(shipped, shipped):
        yield f"the stub does not define `{place.exercise.name}`, not started"


def _solution(place: Place, checker: Checker, runner: Runner) -> Iterator[str]:
    entry = answer(place, _source(place.solution), place.solution.name)
    if entry.status is not None:
        yield entry.message
        return
    verdict = checker.judge(runner, entry)
    if verdict.status is not Status.PASSED or verdict.points != verdict.max_points:
        yield f"the solution does not pass: {verdict.message}"


def _slow(place: Place, checker: Checker, runner: Runner) -> Iterator[str]:
    """Hold that the version with a loop, if there is one, is right and found out."""
    if not place.slow.is_file():
        return
    entry = answer(place, _source(place.slow), place.slow.name)
    if entry.status is not None:
        yield f"the version with a loop: {entry.message}"
        return
    verdict = checker.judge(runner, entry)
    if verdict.status is Status.PASSED:
        if place.exercise.loops != "any":
            yield "no loop is found in the version with a loop"
    elif verdict.status is not Status.LOOPS:
        yield f"the version with a loop is not right: {verdict.message}"


def _misconception(
    place: Place, name: str, checker: Checker, runner: Runner
) -> Iterator[str]:
    exercise = place.exercise
    entry = answer(place, _source(place.misconceptions), name, (name,))
    if entry.status is not None or entry.extract is None:
        yield f"misconception {name}: {entry.message}"
        return
    verdict = checker.judge(runner, entry)
    if verdict.status is Status.ERROR:
        yield f"misconception {name}: {verdict.message}"
    elif not _rejected(verdict):
        yield f"misconception {name} is not rejected by any hidden case"
    elif verdict.misconception is None or verdict.misconception.name != name:
        found = verdict.misconception.name if verdict.misconception else "nothing"
        yield f"misconception {name} of {exercise.name} is recognised as {found}"


def _rejected(verdict: Exercise) -> bool:
    return any(
        case.status is not CaseStatus.PASSED and case.id.startswith("hidden/")
        for case in verdict.cases
    )


def _source(path: Path) -> Source:
    return parse(path.read_bytes(), path.name)

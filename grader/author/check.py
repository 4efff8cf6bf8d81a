"""Proves, with the engine that judges students, that exercises do their work."""

import time
from collections.abc import Iterator
from pathlib import Path

from grader.author import pictures, prose, steadiness, survival, translating, trial
from grader.author.build import complaint
from grader.author.equivalents import EquivalentsError
from grader.author.marks import left
from grader.course import Course, Place
from grader.errors import GraderError
from grader.proof import Proof
from grader.sandbox.launcher import Sandbox
from grader.session import runner as runners
from grader.session.bench import case_name
from grader.session.check import Checker, Options
from grader.session.compose import marked
from grader.session.recognise import known
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.submitted import Entry, answer
from grader.submission import stub
from grader.submission.files import UnreadableError
from grader.submission.source import parse
from grader.submission.started import is_started
from grader.submission.stub import MarkerError
from grader.verdict import CaseStatus, Exercise, Status

SEED = 7
MISCONCEPTIONS = 3

_FAULTS = (
    EquivalentsError,
    ExerciseError,
    GraderError,
    MarkerError,
    OSError,
    SyntaxError,
    UnreadableError,
    ValueError,
)
"""What the files of an exercise bring about that are not as they should be."""


def prove(course: Course, place: Place, sandbox: Sandbox) -> Proof:
    """Return what is found about one exercise."""
    proofs: list[Proof] = []

    def judge(runner: Runner) -> None:
        proofs.append(_Prover(course, place, sandbox, runner).prove())

    # With those it is supplied with: a failing answer proves them as well.
    names = (place.exercise.name, *course.supplied(place.exercise.uses))
    places = [course.places[name] for name in dict.fromkeys(names)]
    started = time.perf_counter()
    runners.run(course, SEED, places, judge)
    return proofs[0]._replace(seconds=time.perf_counter() - started)


class _Prover:
    """Looks at one exercise from all sides."""

    def __init__(
        self, course: Course, place: Place, sandbox: Sandbox, runner: Runner
    ) -> None:
        self._course = course
        self._place = place
        self._sandbox = sandbox
        self._runner = runner
        self._checker = Checker(course, sandbox, Options(SEED))
        runner.bench.sandbox = sandbox
        self._trials: list[tuple[str, ...]] = []
        self._promises: dict[str, str] = {}
        self._proof = Proof(place.exercise.name)

    def prove(self) -> Proof:
        complaints: list[str] = []
        try:
            for complaint in self._complaints():
                complaints.append(complaint)  # noqa: PERF402 - kept if one raises
        except _FAULTS as error:
            complaints.append(str(error))
        return self._proof._replace(complaints=tuple(complaints))

    def _complaints(self) -> Iterator[str]:
        place, runner = self._place, self._runner
        self._proof = self._proof._replace(cases=len(runner.cases(place)))
        unfinished = left(place)
        yield from unfinished
        if unfinished:
            # What else is wrong can be told when its author is done.
            return
        yield from _stub(place)
        yield from prose.complaints(place, runner.bench.reference)
        yield from translating.complaints(self._course, place)
        yield from self._steps()
        wrong = list(self._solution())
        yield from wrong
        if wrong:
            # Of a solution that is not right, nothing else can be said.
            return
        self._promises = trial.promises(trial.hidden(runner, place))
        yield from self._misconceptions()
        yield from self._slow()
        yield from self._mutants()
        yield from steadiness.complaints(runner, place)
        yield from pictures.complaints(self._course, place, runner.bench.reference)

    def _solution(self) -> Iterator[str]:
        entry = self._answer(self._place.solution)
        if entry.status is not None:
            yield entry.message
            return
        verdict = self._checker.judge(self._runner, entry)
        full = verdict.points == verdict.max_points
        if verdict.status is not Status.PASSED or not full:
            yield f"the solution does not pass: {verdict.message}"

    def _steps(self) -> Iterator[str]:
        """Hold that steps are counted in a student kit as well, to the same verdict."""
        place = self._place
        shown = place.visible.relative_to(place.root).as_posix()
        for item in self._runner.cases(place):
            if item.path == place.hidden and marked(item, "steps"):
                yield (
                    f"the hidden case “{case_name(item)}” counts steps: a student kit "
                    f"would judge loops in another way; move it to {shown}"
                )

    def _misconceptions(self) -> Iterator[str]:
        names = list(known(self._place, self._runner.bench.reference))
        if len(names) < MISCONCEPTIONS:
            yield f"{len(names)} misconceptions; at least {MISCONCEPTIONS}"
        rejected: dict[str, str] = {}
        for name in names:
            entry = self._answer(self._place.misconceptions, name)
            if entry.status is not None:
                yield f"misconception {name}: {entry.message}"
                continue
            verdict = self._checker.judge(self._runner, entry)
            cases = _rejecting(verdict)
            self._trials.append(cases)
            rejected[name] = self._promises[cases[0]] if cases else ""
            yield from _recognised(name, verdict, cases)
        self._proof = self._proof._replace(misconceptions=rejected)

    def _slow(self) -> Iterator[str]:
        """Hold that the version with a loop, if there is one, is right and found."""
        place = self._place
        if not place.slow.is_file():
            return
        entry = self._answer(place.slow)
        if entry.status is not None:
            yield f"the version with a loop: {entry.message}"
            return
        verdict = self._checker.judge(self._runner, entry)
        if verdict.status is Status.PASSED:
            if place.exercise.loops != "any":
                yield "no loop is found in the version with a loop"
        elif verdict.status is not Status.LOOPS:
            yield f"the version with a loop is not right: {verdict.message}"

    def _mutants(self) -> Iterator[str]:
        found = survival.test(self._runner, self._course, self._place, self._sandbox)
        yield from found.complaints
        idle = trial.idle(list(self._promises), [*self._trials, *found.trials])
        self._proof = self._proof._replace(
            mutants=found.mutants,
            killed=len(found.trials),
            equivalent=found.equivalent,
            survivors=found.survivors,
            idle=tuple(
                (self._promises[one], self._promises[other]) for one, other in idle
            ),
        )

    def _answer(self, path: Path, name: str = "") -> Entry:
        source = parse(path.read_bytes(), path.name)
        names = (name,) if name else ()
        return answer(self._place, source, name or path.name, names)


def _stub(place: Place) -> Iterator[str]:
    text = stub.read(place)
    said = complaint(place.stub, text)
    if said is not None:
        yield said
    shipped = stub.function(place.solution, place.exercise.name)
    if shipped is None or is_started(shipped, shipped):
        yield f"the stub does not define `{place.exercise.name}`, not started"


def _recognised(name: str, verdict: Exercise, cases: tuple[str, ...]) -> Iterator[str]:
    if verdict.status is Status.ERROR:
        yield f"misconception {name}: {verdict.message}"
    elif not cases:
        yield f"misconception {name} is not rejected by any hidden case"
    elif verdict.misconception is None or verdict.misconception.name != name:
        found = verdict.misconception.name if verdict.misconception else "nothing"
        yield f"misconception {name} of {verdict.name} is recognised as {found}"


def _rejecting(verdict: Exercise) -> tuple[str, ...]:
    """Return the functions of the hidden cases that did not pass, in order."""
    names = [
        case.id.partition("::")[2].partition("[")[0]
        for case in verdict.cases
        if case.status is not CaseStatus.PASSED and case.id.startswith("hidden/")
    ]
    return tuple(dict.fromkeys(names))

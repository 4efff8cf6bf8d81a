"""Checks one submission: every case of every exercise, and the verdict on each."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, final

import pytest

from grader.compare.failure import Failure
from grader.course import Course, Over
from grader.errors import GraderError
from grader.findings import unfilled
from grader.findings.loops import is_uncounted
from grader.findings.proof import Proof
from grader.kit import is_kit
from grader.language import joined, say
from grader.sandbox.grants import hold
from grader.sandbox.launcher import Sandbox
from grader.session.advice import advice, praise
from grader.session.ahead import Ahead, proved
from grader.session.compose import (
    broken,
    case_record,
    marked,
    verdict,
    weight,
    without_answer,
)
from grader.session.divided import divided
from grader.session.failing import Failing, failing
from grader.session.proxy import Submitted
from grader.session.recognise import Recogniser
from grader.session.reference import ExerciseError
from grader.session.runner import Ran, Runner
from grader.session.runner import run as run_cases
from grader.session.sound import Sound
from grader.session.submitted import Entry
from grader.session.supplied import supplies, waiting, waits
from grader.session.work import Work
from grader.verdict import (
    CaseStatus,
    Exercise,
    Finding,
    Result,
    Status,
    Submission,
    first_sentence,
    result,
)


class Options(NamedTuple):
    """What a check was asked to do besides checking."""

    seed: int
    reveal: bool = False
    starting: Callable[[str], None] | None = None
    """Told the name of each exercise before its cases run."""
    after: Callable[[Runner, Entry, Exercise], None] | None = None
    """Told each verdict while the exercise's cases can still be run."""
    failing: Callable[[Failing], None] | None = None
    """Told the input of each exercise's first failed case."""


def check(
    course: Course,
    submission: Submission,
    entries: Sequence[Entry],
    sandbox: Sandbox,
    options: Options,
) -> Result:
    """Return the verdict on a submission; `entries` are in the order asked for."""
    checker = Checker(course, sandbox, options)
    entries = [waiting(course, entry) for entry in entries]
    answers = [entry for entry in entries if entry.status is None]
    if answers:
        # With those they are supplied with: a wrong one would spoil the verdict.
        names = dict.fromkeys(
            name
            for entry in answers
            for name in (entry.place.exercise.name, *course.supplied(entry.supplied))
        )
        places = [course.places[name] for name in names]
        run_cases(
            course, options.seed, places, lambda runner: checker.run(runner, answers)
        )
    return checker.result(submission, entries)


@final
class Checker:
    """Judges answers with one collection of cases and one sandbox.

    Who judges many hands over what makes calls `ahead`, has it prepare the answers of
    each submission before they are judged, and closes it after them.
    """

    def __init__(
        self,
        course: Course,
        sandbox: Sandbox,
        options: Options,
        ahead: Ahead | None = None,
    ) -> None:
        self._course = course
        self._sandbox = sandbox
        self._options = options
        self._ahead = ahead
        self._sound = Sound()
        self._recogniser = Recogniser()
        self.verdicts: dict[str, Exercise] = {}

    def run(self, runner: Runner, answers: Sequence[Entry]) -> None:
        """Judge one answer after the other into `verdicts`."""
        for entry in answers:
            if self._options.starting is not None:
                self._options.starting(entry.place.exercise.name)
            verdict = self.judge(runner, entry)
            self.verdicts[entry.place.exercise.name] = verdict
            if self._options.after is not None:
                self._options.after(runner, entry, verdict)

    def result(self, submission: Submission, entries: Sequence[Entry]) -> Result:
        """Return the record of a submission whose answers were judged."""
        exercises = tuple(
            self.verdicts.get(entry.place.exercise.name) or without_answer(entry)
            for entry in entries
        )
        wall, seed = self._sandbox.wall, self._options.seed
        return result(self._course.title, seed, wall, submission, exercises)

    def judge(self, runner: Runner, entry: Entry) -> Exercise:
        """Return the verdict on one answer; a fault that is not its own is `error`."""
        try:
            return self._judge(runner, entry)
        except ExerciseError as error:
            return verdict(entry.place, Status.ERROR, broken(str(error)))
        except GraderError as error:
            ours = say("The grader itself failed. This is not your code.")
            message = joined(ours, error.message)
            return verdict(entry.place, Status.ERROR, message)

    def _judge(self, runner: Runner, entry: Entry) -> Exercise:
        hold(entry.place.exercise)
        runner.bench.sandbox = self._sandbox
        counting, items = divided(runner, entry.place)
        proof = proved(entry) if self._ahead is None else self._ahead.proof(entry)
        if proof is Proof.STRAIGHT:
            known = None if self._ahead is None else self._ahead.passed(entry)
            if known is not None:
                return known
            # It goes through nothing: there is no step to count.
            ran, _ = self._run(runner, entry, (), items, proof)
            ran += [Ran(item, None, (), 0.0) for item in counting]
            loops = []
        else:
            ran, work = self._run(runner, entry, counting, items, proof)
            policy = entry.place.exercise.loops
            over = policy.over if isinstance(policy, Over) else ""
            loops = entry.loops(work.evidence(over))
        failed = [
            one
            for one in ran
            if one.raised is not None
            and not (marked(one.item, "steps") and isinstance(one.raised, Failure))
        ]
        for one in failed:
            if isinstance(one.raised, ExerciseError | GraderError):
                raise one.raised
        if failed:
            # Before a student is blamed, the exercise has to pass itself.
            for name in (entry.place.exercise.name, *self._supplied(entry)):
                self._sound.hold(runner, self._course.places[name])
            wrong = self._wrong_supply(runner, entry)
            if wrong is not None:
                message = waits(entry, wrong, say("it does not pass its own cases"))
                return verdict(entry.place, Status.FAILED, message)
        record = self._verdict(runner, entry, ran, loops)
        if self._ahead is not None and proof is Proof.STRAIGHT:
            self._ahead.keep(record, ran)
        return record

    def _run(
        self,
        runner: Runner,
        entry: Entry,
        counting: Sequence[pytest.Item],
        items: Sequence[pytest.Item],
        proof: Proof,
    ) -> tuple[list[Ran], Work]:
        """Run cases, those that count first; return what came of them and was counted.

        While steps are counted, the guest that goes on to the other cases is fresh: a
        function may be another one after so many calls. Of one that only computes no
        call knows of another.
        """
        ahead = self._ahead if proof else None
        subject = self._subject(entry, ahead)
        try:
            if ahead is None:
                ran = list(runner.run(counting, subject))
                ran += runner.run(items, subject)
            else:
                ran = ahead.run(runner, entry.place, counting, items, subject)
        finally:
            subject.close()
        return ran, subject.work

    def _supplied(self, entry: Entry) -> list[str]:
        return self._course.supplied(entry.supplied)

    def _wrong_supply(self, runner: Runner, entry: Entry) -> str | None:
        """Return a function of a kit's student that is wrong, and that `entry` uses."""
        if not is_kit(self._course.base):
            return None
        for other in supplies(self._course, entry):
            subject = self._subject(other)
            items = [
                item
                for item in runner.cases(other.place)
                if not (marked(item, "steps") or marked(item, "advice"))
            ]
            try:
                # To the end: pytest has to take down what it set up.
                ran = list(runner.run(items, subject))
            finally:
                subject.close()
            if any(one.raised is not None for one in ran):
                return other.place.exercise.name
        return None

    def _subject(self, entry: Entry, ahead: Ahead | None = None) -> Submitted:
        return Submitted(
            self._sandbox,
            self._course,
            entry.place,
            entry.unit(),
            entry.text,
            self._options.seed,
            where=entry.where,
            absent=entry.absent,
            names=entry.names,
            shared=None if ahead is None else ahead.guest,
        )

    def _verdict(
        self, runner: Runner, entry: Entry, ran: list[Ran], findings: list[Finding]
    ) -> Exercise:
        place = entry.place
        advised = [one for one in ran if marked(one.item, "advice")]
        decisive = [
            one
            for one in ran
            if not (marked(one.item, "advice") or marked(one.item, "steps"))
        ]
        if not decisive:
            raise ExerciseError("it has no case that decides anything")
        weights = [weight(one.item) for one in decisive]
        share = place.exercise.points / sum(weights)
        folder = str(self._sandbox.files) if place.exercise.files else ""
        cases = [
            case_record(
                one,
                each * share,
                entry,
                self._course,
                reveal=self._options.reveal,
                folder=folder,
            )
            for one, each in zip(decisive, weights, strict=True)
        ]
        failed = [one for one in decisive if one.raised is not None]
        if failed:
            if self._options.failing is not None:
                reveal, name = self._options.reveal, place.exercise.name
                names = entry.parameters
                self._options.failing(
                    failing(name, decisive, cases, names, reveal=reveal, folder=folder)
                )
            status = Status.FAILED
            first = next(case for case in cases if case.status != CaseStatus.PASSED)
            message = first_sentence(first.message)
            points = sum(case.points for case in cases)
            # A call that fails cannot be counted either: its failure is told.
            findings = [one for one in findings if not is_uncounted(one)]
            findings += entry.doubts
            if entry.doubts and entry.doubts[0].rule == unfilled.RULE:
                message = joined(entry.doubts[0].message, message)
            made, reference = [one.calls for one in failed], runner.bench.reference
            misconception = self._recogniser.recognise(place, reference, made)
        else:
            penalty = self._course.penalty(place.exercise)
            status = Status.LOOPS if findings else Status.PASSED
            counted = len(advised) + len(decisive) < len(ran)
            message = praise(place, cases, findings, counted=counted)
            points = place.exercise.points * (1 - penalty if findings else 1)
            misconception = None
            findings += advice(entry, advised, decisive)
        findings += entry.findings
        return verdict(place, status, message, points, misconception, findings, cases)

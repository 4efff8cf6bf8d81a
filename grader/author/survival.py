"""Which mutants of a solution its hidden cases reject, and which live."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from grader.author import distinction, equivalents, trial
from grader.author.equivalents import Mark
from grader.author.mutants import Mutant, make
from grader.author.trial import Trial
from grader.course import Course, Place
from grader.proof import Survivor
from grader.sandbox.launcher import Sandbox
from grader.session.runner import Runner
from grader.session.submitted import Entry, answer
from grader.submission.source import parse


class Survival(NamedTuple):
    """What came of an exercise's mutants; trials are those of the rejected ones."""

    mutants: int
    trials: tuple[tuple[str, ...], ...]
    survivors: tuple[Survivor, ...]
    complaints: tuple[str, ...]

    @property
    def equivalent(self) -> int:
        """How many are marked as no change at all."""
        return self.mutants - len(self.trials) - len(self.survivors)


def test(runner: Runner, course: Course, place: Place, sandbox: Sandbox) -> Survival:
    """Try every mutant of an exercise's solution on its hidden cases.

    Raises EquivalentsError for marks that cannot be read.
    """
    mutants = make(place.solution.read_text("utf-8"))
    marks = equivalents.read(place)
    trials: list[tuple[str, ...]] = []
    survivors: list[Survivor] = []
    complaints: list[str] = []
    for mutant in mutants:
        marked = any(equivalents.is_marked(mutant, mark) for mark in marks)
        entry, tried = _try(runner, course, place, sandbox, mutant)
        if tried.rejecting:
            trials.append(tried.rejecting)
            if marked:
                why = tried.rejecting[0]
                said = _change(mutant)
                complaints.append(f"marked as equivalent, but rejected ({why}): {said}")
        elif not marked:
            found = distinction.find(runner, course, entry, tried.calls, sandbox)
            change = mutant.line, mutant.before, mutant.after
            mark = equivalents.file_name(place), equivalents.lines(mutant)
            survivors.append(Survivor(*change, found, *mark))
    complaints += _stale(marks, mutants)
    return Survival(len(mutants), tuple(trials), tuple(survivors), tuple(complaints))


def _try(
    runner: Runner, course: Course, place: Place, sandbox: Sandbox, mutant: Mutant
) -> tuple[Entry, Trial]:
    source = parse(mutant.source.encode(), place.solution.name)
    entry = answer(place, source, place.solution.name)
    if entry.status is not None:
        # It is not even run: what is left is the stub, say.
        return entry, Trial((str(entry.status),), ())
    return entry, trial.run(runner, course, entry, sandbox)


def _stale(marks: Sequence[Mark], mutants: Sequence[Mutant]) -> Iterator[str]:
    for mark in marks:
        if not any(equivalents.is_marked(mutant, mark) for mutant in mutants):
            yield f"marked as equivalent, but there is no such mutant: {_change(mark)}"


def _change(one: Mutant | Mark) -> str:
    return f"{one.before} → {one.after or 'left out'}"

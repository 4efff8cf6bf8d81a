"""What is known of a class as a whole: verdicts, points, failing cases, mistakes.

Results are looked at once, one after the other; a student is kept as a row.
"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple, final

from grader.verdict import Case, CaseStatus, Exercise, Result, Status, Visibility

TENTHS = 10


class Row(NamedTuple):
    """A student: the file of the page, points, and a letter for each exercise."""

    id: str
    file: str
    points: float
    max_points: float
    letters: str


class Failing(NamedTuple):
    """A case that did not pass: for how many of those whose answer it judged.

    One with several parameters is one case: it fails if it does with any of them.
    """

    exercise: str
    name: str
    private: bool
    failed: int
    judged: int


class Mistaken(NamedTuple):
    """A misconception, and how many had it."""

    exercise: str
    message: str
    students: int


LETTERS = {
    Status.PASSED: "p",
    Status.LOOPS: "l",
    Status.FAILED: "f",
    Status.NOT_STARTED: "n",
    Status.MISSING: "m",
    Status.UNREADABLE: "u",
    Status.ERROR: "e",
}
NONE = "-"
"""The letter of an exercise that has no verdict yet."""


@final
class Classroom:
    """The students in order, and what is counted over all of them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self.rows: list[Row] = []
        self.assignments: dict[str, str] = {}
        self.statuses = {name: Counter[Status]() for name in names}
        self._failed: Counter[tuple[str, str]] = Counter()
        self._judged: Counter[tuple[str, str]] = Counter()
        self._tests: dict[str, dict[str, tuple[str, str]]] = {
            name: {} for name in names
        }
        self._cases: dict[tuple[str, str], tuple[str, bool]] = {}
        self._mistakes: Counter[tuple[str, str]] = Counter()
        self._sentences: dict[tuple[str, str], str] = {}

    def add(self, one: Result, file: str) -> None:
        """Take note of a student whose page is `file`."""
        letters = dict.fromkeys(self.names, NONE)
        for exercise in one.exercises:
            letters[exercise.name] = LETTERS[exercise.status]
            self._count(exercise)
        told = "".join(letters[name] for name in self.names)
        row = Row(one.submission.id, file, one.points, one.max_points, told)
        self.rows.append(row)

    @property
    def present(self) -> list[Status]:
        """The verdicts that somebody got, in their order."""
        return [it for it in Status if any(one[it] for one in self.statuses.values())]

    @property
    def median(self) -> float:
        """The points that half of the class has, or more."""
        return median(row.points for row in self.rows) if self.rows else 0.0

    @property
    def most(self) -> float:
        """The points that there are."""
        return max((row.max_points for row in self.rows), default=0.0)

    def shares(self) -> list[int]:
        """Return how many have up to a tenth of their points, and so on.

        The last are those who have all of them.
        """
        counts = [0] * (TENTHS + 1)
        for row in self.rows:
            share = row.points / row.max_points if row.max_points else 0.0
            # A tenth written in binary is a little less.
            counts[min(TENTHS, max(0, int(share * TENTHS + 1e-9)))] += 1
        return counts

    def failing(self, most: int, of_one: int) -> list[Failing]:
        """Return the cases that most fail, the worst first.

        Of an exercise there are at most `of_one`: a wrong answer fails many.
        """
        order = {name: index for index, name in enumerate(self.names)}
        found = [
            Failing(key[0], *self._cases[key], failed, self._judged[key])
            for key, failed in self._failed.items()
        ]
        found.sort(
            key=lambda it: (
                -it.failed,
                -it.failed / it.judged,
                order[it.exercise],
                it.name,
            )
        )
        taken = Counter[str]()
        kept: list[Failing] = []
        for one in found:
            taken[one.exercise] += 1
            if taken[one.exercise] <= of_one:
                kept.append(one)
        return kept[:most]

    def mistaken(self, most: int) -> list[Mistaken]:
        """Return the commonest misconceptions, the commonest first."""
        order = {name: index for index, name in enumerate(self.names)}
        found = [
            Mistaken(key[0], self._sentences[key], count)
            for key, count in self._mistakes.items()
        ]
        found.sort(key=lambda it: (-it.students, order[it.exercise], it.message))
        return found[:most]

    def _count(self, exercise: Exercise) -> None:
        name = exercise.name
        self.assignments[name] = exercise.assignment
        self.statuses[name][exercise.status] += 1
        if exercise.cases:
            self._count_cases(name, exercise.cases)
        if exercise.misconception is not None:
            key = name, exercise.misconception.name
            self._mistakes[key] += 1
            self._sentences[key] = exercise.misconception.message

    def _count_cases(self, name: str, cases: Sequence[Case]) -> None:
        passed: dict[tuple[str, str], bool] = {}
        tests = self._tests[name]
        for case in cases:
            # What failed for the exercise's own sake is nobody's.
            if case.status is CaseStatus.ERROR:
                continue
            test = tests.get(case.id)
            if test is None:
                test = tests[case.id] = name, case.id.partition("[")[0]
            if case.status is CaseStatus.PASSED:
                passed.setdefault(test, True)
            else:
                passed[test] = False
                if test not in self._cases:
                    private = case.visibility is Visibility.PRIVATE
                    self._cases[test] = _promise(case), private
        self._judged.update(passed.keys())
        if not all(passed.values()):
            self._failed.update(test for test, fine in passed.items() if not fine)


def _promise(case: Case) -> str:
    """Return the name of a case without the parameters at its end."""
    parameters = case.id.partition("[")[2] and re.search(r" \[[^\[\]]*\]$", case.name)
    return case.name[: parameters.start()] if parameters else case.name

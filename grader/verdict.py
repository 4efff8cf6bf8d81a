"""The records of a verdict: what every renderer reads and `--format json` prints.

The published schema (docs/result.schema.json) is generated from these types.
"""

from enum import StrEnum

import msgspec

import grader
from grader.language import heard, marked
from grader.spot import Spot, opened

SCHEMA = "grader.result/1"
EXPLICIT_LOOP = "explicit-loop"
"""The rule of a loop that was found, whatever the evidence."""
WAITS = marked("`{name}` waits for `{other}`: {why}")
"""The sentence of an answer that uses another one that is not right yet."""
CALLED = marked("called as {call}")
"""The row below a sentence that says which call it is about."""
PYTHONS = marked("Python says: {said}")
"""The row with Python's own words on an exception."""


class Status(StrEnum):
    """The verdict on one exercise."""

    PASSED = "passed"
    LOOPS = "loops"
    FAILED = "failed"
    NOT_STARTED = "not_started"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    ERROR = "error"


class CaseStatus(StrEnum):
    """The outcome of one case."""

    PASSED = "passed"
    FAILED = "failed"
    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    ERROR = "error"


class Visibility(StrEnum):
    """How much of a case a student may see."""

    SHOWN = "shown"
    """Everything: input, result, expected."""
    DESCRIBED = "described"
    """The promise, the input and what was returned, not what was expected."""
    PRIVATE = "private"
    """That it exists, and whether it passed."""


class Evidence(StrEnum):
    """Where a finding comes from."""

    STATIC = "static"
    STEPS = "steps"
    CASE = "case"


class Record(msgspec.Struct, frozen=True):
    """What all records are: data, and nothing changes it."""


class Finding(Record, frozen=True, kw_only=True):
    """Something located in the student's source; lines and columns count from 1.

    In a notebook lines are those of the `cell`, counted from 1 among all cells.
    `width` is how many characters of its first line are meant, such as the head of a
    loop; 0 is all that follow. `help` is one sentence on what to do instead; where
    there is one, `grader explain` has a page on the rule.
    """

    rule: str
    message: str
    path: str
    cell: int | None = None
    line: int
    column: int
    end_line: int
    evidence: Evidence
    width: int = 0
    help: str = ""

    @property
    def spot(self) -> Spot:
        """Where it begins."""
        return Spot(self.line, self.cell)


class Misconception(Record, frozen=True, kw_only=True):
    """A known wrong answer that the submission's output equals."""

    name: str
    message: str


class Case(Record, frozen=True, kw_only=True):
    """The outcome of one case.

    The first paragraph of `message` is one sentence; arrays and code may follow.
    `seconds` is the only field that may differ between two runs with one seed.
    """

    id: str
    name: str
    visibility: Visibility
    status: CaseStatus
    points: float
    max_points: float
    message: str
    seconds: float
    stdout: str


class Exercise(Record, frozen=True, kw_only=True):
    """The verdict on one exercise; `message` is one sentence, always there."""

    name: str
    assignment: str
    status: Status
    points: float
    max_points: float
    message: str
    misconception: Misconception | None
    findings: tuple[Finding, ...]
    cases: tuple[Case, ...]


class Submission(Record, frozen=True, kw_only=True):
    """What was judged: `sha256` is of the bytes of the file or files read."""

    id: str
    path: str
    sha256: str


class Result(Record, frozen=True, kw_only=True):
    """The verdict on a submission."""

    schema: str = SCHEMA
    grader: str
    course: str
    seed: int
    isolation: str
    submission: Submission
    points: float
    max_points: float
    exercises: tuple[Exercise, ...]


class Alike(Record, frozen=True, kw_only=True):
    """Submissions whose answers to an exercise are one after renaming and formatting.

    `submissions` are ids in order; `statements` are those of the answer, with its
    docstring left out: the fewer, the less it says that two are alike.
    """

    exercise: str
    submissions: tuple[str, ...]
    statements: int


def crash_spot(case: Case) -> Spot | None:
    """Return where a case crashed, which its sentence opens with."""
    if case.status is not CaseStatus.CRASHED:
        return None
    return opened(case.message)


def waits_for(exercise: Exercise) -> str | None:
    """Return the exercise that has to be right before this one can be judged."""
    found = heard(WAITS, exercise.message)
    return found["other"] if found else None


def first_sentence(message: str) -> str:
    """Return the first paragraph of a message."""
    return message.partition("\n\n")[0]


def rounded(points: float) -> float:
    """Return points as results give them."""
    return round(float(points), 4)


def result(
    course: str,
    seed: int,
    isolation: str,
    submission: Submission,
    exercises: tuple[Exercise, ...],
) -> Result:
    """Return the record of a submission, of the verdicts on its exercises."""
    return Result(
        grader=grader.__version__,
        course=course,
        seed=seed,
        isolation=isolation,
        submission=submission,
        points=rounded(sum(exercise.points for exercise in exercises)),
        max_points=rounded(sum(exercise.max_points for exercise in exercises)),
        exercises=exercises,
    )

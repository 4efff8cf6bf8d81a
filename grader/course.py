"""A course on disk: `exercises/course.toml`, read and checked, and where files lie."""

import difflib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from grader import bundled, consistency
from grader.errors import UsageError
from grader.language import say
from grader.table import complaint

COURSE_FILE = Path("exercises", "course.toml")

_Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
_Positive = Annotated[float, msgspec.Meta(gt=0, le=1e6)]
_Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}$")]
_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
_Difficulty = Annotated[int, msgspec.Meta(ge=1, le=3)]


class Over(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A loop policy: one loop, over the values of the parameter `over`."""

    over: _Name


Loops = Literal["none", "any"] | Over


_Module = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_.]*$")]
Imports = tuple[_Module, ...] | Literal["any"]
"""An import policy: modules allowed beside NumPy and math."""


class Tolerance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How near is right: `|yours - expected| <= atol + rtol * |expected|`."""

    rtol: Annotated[float, msgspec.Meta(ge=0)] = 1e-6
    atol: Annotated[float, msgspec.Meta(ge=0)] = 1e-9


class Exercise(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One graded function and how it is judged; `timeout` is in seconds a call.

    `minutes` is what a student may need, `difficulty` grows from 1 to 3. With `files`
    its cases may hand over files, by path.
    """

    name: _Name
    points: _Positive = 10
    minutes: _Positive = 10
    difficulty: _Difficulty = 1
    aliases: tuple[_Name, ...] = ()
    loops: Loops = "none"
    loop_penalty: _Share | None = None
    imports: Imports = ()
    files: bool = False
    uses: tuple[_Name, ...] = ()
    timeout: _Positive = 5
    tolerance: Tolerance = Tolerance()
    hints: tuple[str, ...] = ()


class Assignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A folder of exercises, in the order in which they are meant to be done."""

    name: _Name
    title: str
    exercises: tuple[Exercise, ...] = ()


class _CourseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    assignments: tuple[Assignment, ...]
    loop_penalty: _Share = 0.5
    languages: tuple[_Language, ...] = ()


class Place(msgspec.Struct, frozen=True, dict=True):
    """Where the files of one exercise lie.

    `root` is the folder of the student's file, `base` that of what judges it.
    """

    exercise: Exercise
    assignment: str
    root: Path
    base: Path

    @cached_property
    def stub(self) -> Path:
        """The student's file, as shipped a stub."""
        return self._at("exercises", "{}.py")

    @cached_property
    def solution(self) -> Path:
        """The only source: statement, signature and reference."""
        return self._beside("solutions", "{}.py")

    @cached_property
    def visible(self) -> Path:
        """The worked examples."""
        return self._beside("tests/visible", "test_{}.py")

    @cached_property
    def hidden(self) -> Path:
        """The hidden cases."""
        return self._beside("tests/hidden", "test_{}.py")

    @cached_property
    def misconceptions(self) -> Path:
        """The known wrong answers."""
        return self._beside("tests/misconceptions", "{}.py")

    @cached_property
    def slow(self) -> Path:
        """A right answer with a loop, for `grader race`; not every exercise has one."""
        return self._beside("tests/slow", "{}.py")

    @cached_property
    def mutants(self) -> Path:
        """Marks on mutants that change nothing; not every exercise has any."""
        return self._beside("tests/mutants", "{}.toml")

    @cached_property
    def pictures(self) -> Path:
        """What `grader show` draws of it; not every exercise has pictures."""
        return self._at("exercises", "pictures/{}.py")

    def _at(self, folder: str, pattern: str) -> Path:
        file = pattern.format(self.exercise.name)
        return self.root.joinpath(folder, self.assignment, file)

    def _beside(self, folder: str, pattern: str) -> Path:
        file = pattern.format(self.exercise.name)
        return self.base.joinpath(folder, self.assignment, file)


class Course:
    """A course: its title, its assignments in order, and its exercises by name.

    `languages` are those that its texts are translated into. `base` is the folder of
    solutions and cases: its root, but for a course that lies in the package.
    """

    def __init__(
        self,
        root: Path,
        title: str,
        assignments: Iterable[Assignment],
        loop_penalty: float,
        languages: Iterable[str] = (),
        base: Path | None = None,
    ) -> None:
        self.root = root
        self.base = root if base is None else base
        self.title = title
        self.assignments = tuple(assignments)
        self.loop_penalty = loop_penalty
        self.languages = tuple(languages)
        self.places = {
            exercise.name: Place(exercise, assignment.name, root, self.base)
            for assignment in self.assignments
            for exercise in assignment.exercises
        }
        self._known = {
            name: place
            for place in self
            for name in (place.exercise.name, *place.exercise.aliases)
        }

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places.values())

    def select(self, names: Iterable[str]) -> list[Place]:
        """Return the places of `names` in the order asked, all if there are none.

        An alias is as good as the name. Raises UsageError for an unknown name,
        with the nearest known one.
        """
        known = self.by_any_name()
        chosen: dict[str, Place] = {}
        for name in names:
            if name not in known:
                raise UsageError(*self._unknown(name))
            chosen[known[name].exercise.name] = known[name]
        return list(chosen.values()) or list(self)

    def by_any_name(self) -> dict[str, Place]:
        """Return the places by name and by alias; not to be changed."""
        return self._known

    def supplied(self, names: Iterable[str]) -> list[str]:
        """Return `names` and all that they use in turn, each once."""
        found: dict[str, None] = {}
        pending = list(names)
        while pending:
            name = pending.pop()
            if name not in found:
                found[name] = None
                pending += self.places[name].exercise.uses
        return list(found)

    def penalty(self, exercise: Exercise) -> float:
        """Return the share of the points that loops cost in `exercise`."""
        own = exercise.loop_penalty
        return self.loop_penalty if own is None else own

    def _unknown(self, name: str) -> tuple[str, str]:
        lower = {known.lower(): known for known in self.by_any_name()}
        near = difflib.get_close_matches(name.lower(), lower, n=1)
        help_ = say("`grader` lists the exercises of this course.")
        if near:
            help_ = say("Did you mean `{name}`?").format(name=lower[near[0]])
        return say("No exercise `{name}`.").format(name=name), help_


def find_root(start: Path) -> Path:
    """Return the course folder at or above `start`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / COURSE_FILE).is_file():
            return folder
    raise UsageError(
        say(
            "No course here: neither {folder} nor a folder above it has {file}."
        ).format(folder=start, file=COURSE_FILE.as_posix()),
        say("Go to the folder of the course, or name it: grader --course FOLDER …"),
    )


def load(root: Path) -> Course:
    """Read and check the course in the folder `root`.

    Raises UsageError with file and key for anything that is not right.
    """
    root = root.resolve()
    file = root / COURSE_FILE
    shown = COURSE_FILE.as_posix()
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise UsageError(
            say("No course in {folder}: it has no {file}.").format(
                folder=root, file=shown
            ),
            say("--course takes the folder that holds exercises/ and solutions/."),
        ) from None
    except OSError as error:
        told = say("Cannot read {file}: {reason}.")
        raise UsageError(told.format(file=file, reason=error.strerror)) from None
    except UnicodeDecodeError:
        told = say("{file}: not UTF-8 text.").format(file=shown)
        raise UsageError(told, say("Save it as UTF-8.")) from None
    except tomllib.TOMLDecodeError as error:
        told = say("{file}: not valid TOML: {reason}.")
        raise UsageError(told.format(file=shown, reason=error)) from None
    try:
        read = msgspec.convert(table, _CourseFile)
    except msgspec.ValidationError as error:
        raise UsageError(f"{shown}: {complaint(str(error), table)}") from None
    course = Course(
        root,
        read.title,
        read.assignments,
        read.loop_penalty,
        read.languages,
        bundled.base(root),
    )
    consistency.check(course, shown)
    return course

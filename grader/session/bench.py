"""What a case finds when it asks for its fixtures, whoever runs pytest."""

import hashlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

import numpy as np
import pytest

from grader import cases, translation
from grader.course import Course, Place
from grader.feedback.promise import promise
from grader.session.reference import ExerciseError, Reference
from grader.verdict import Visibility

if TYPE_CHECKING:
    from grader.sandbox.launcher import Sandbox
    from grader.session.subject import Subject

_MARKERS = (
    "private: the student hears only whether it passed",
    "points(n): the weight of the case among the exercise's cases",
    "advice(rule): a failure is a finding and costs nothing",
    "steps: counts steps; what it finds is a matter of the loop policy",
)

FILES = "files"
"""The fixture of cases that hand over files."""

# What a case is called is asked for with every answer, and always the same.
_ID, _NAME = pytest.StashKey[str](), pytest.StashKey[str]()
_SEEN = pytest.StashKey[Visibility]()
_ENTROPY = pytest.StashKey[np.ndarray]()


@final
class Bench:
    """Holds the function under judgement, the references and the seed.

    Registered with pytest it offers a fixture for each exercise's name, `reference`,
    `rng`, and `files`: an empty folder whose files the student's function can read.
    """

    def __init__(self, course: Course, seed: int) -> None:
        self.course = course
        self.reference = Reference(course)
        self.subject: Subject | None = None
        self.sandbox: Sandbox | None = None
        self.seed = seed
        self.fixtures: dict[str, Callable[[pytest.Item], Any]] = {
            FILES: self._files,
            "rng": self._rng,
            "reference": self._reference,
        }
        for place in course:
            self.fixtures[place.exercise.name] = partial(self._subject, place)
        self._visible = {place.visible for place in course}
        self._places = {
            file: place for place in course for file in (place.visible, place.hidden)
        }

    def register(self, config: pytest.Config) -> None:
        """Make the markers and fixtures known to pytest."""
        for marker in _MARKERS:
            config.addinivalue_line("markers", marker)
        config.pluginmanager.register(self._fixtures(), "grader-fixtures")

    def value(self, item: pytest.Item, name: str) -> Any:
        """Return what a case finds under the name of one of the `fixtures`."""
        return self.fixtures[name](item)

    def _fixtures(self) -> object:
        made = {
            f"fixture_{name}": pytest.fixture(name=name)(_method(function))
            for name, function in self.fixtures.items()
        }
        return type("Fixtures", (), made)()

    def place_of(self, item: pytest.Item) -> Place | None:
        """Return the exercise that a case belongs to, None if it is no case."""
        return self._places.get(item.path)

    def _files(self, item: pytest.Item) -> Path:
        if self.sandbox is None:
            raise ExerciseError("a case hands over files where nothing is judged")
        # Of its own for each case, made anew for each answer.
        name = hashlib.sha256(case_id(item, self.course).encode()).hexdigest()[:16]
        folder = self.sandbox.files / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def _rng(self, item: pytest.Item) -> np.random.Generator:
        # Of its own for each case: the order and choice of cases change nothing.
        if _ENTROPY not in item.stash:
            digest = hashlib.sha256(case_id(item, self.course).encode()).digest()
            # As an array, which NumPy need not put together from a list each time.
            words = [*_words(self.seed), *digest[:8]]
            item.stash[_ENTROPY] = np.array(words, np.uint32)
        return np.random.default_rng(item.stash[_ENTROPY])

    def _reference(self, item: pytest.Item) -> Reference:
        if item.path in self._visible:
            raise ExerciseError("a visible case must not use the reference")
        return self.reference

    def _subject(self, place: Place, item: pytest.Item) -> Any:
        own = self.place_of(item)
        if own is not place or self.subject is None:
            raise ExerciseError(
                f"a case of {own.exercise.name if own else item.path.name} "
                f"must not call `{place.exercise.name}` of the student"
            )
        cases.tolerance.set(place.exercise.tolerance)
        cases.say.set(partial(translation.said, place))
        return self.subject


def case_id(item: pytest.Item, course: Course) -> str:
    """Return what a case is called in results: visible/softmax::test_one_row."""
    if _ID not in item.stash:
        parts = item.path.relative_to(course.base / "tests").with_suffix("").parts
        folder, assignment, file = parts[0], parts[1], parts[-1]
        name = f"{folder}/{assignment}/{file.removeprefix('test_')}::{item.name}"
        item.stash[_ID] = name
    return item.stash[_ID]


def case_name(item: pytest.Item) -> str:
    """Return the promise of a case: its docstring's first line, else its name."""
    if _NAME not in item.stash:
        doc = getattr(getattr(item, "function", None), "__doc__", None)
        spec = getattr(item, "callspec", None)
        values = None if spec is None else spec.params.values()
        item.stash[_NAME] = promise(doc, item.name.partition("[")[0], values)
    return item.stash[_NAME]


def told_name(item: pytest.Item, place: Place) -> str:
    """Return the promise of a case of an exercise in the language at hand."""
    name = case_name(item)
    said, bracket, values = name.partition(" [")
    return translation.said(place, said) + bracket + values


def visibility(item: pytest.Item, course: Course) -> Visibility:
    """Return how much of a case the student may see."""
    if _SEEN not in item.stash:
        shown = item.path.is_relative_to(course.base / "tests" / "visible")
        seen = Visibility.SHOWN if shown else Visibility.DESCRIBED
        private = item.get_closest_marker("private")
        item.stash[_SEEN] = Visibility.PRIVATE if private else seen
    return item.stash[_SEEN]


def _words(seed: int) -> list[int]:
    """Return a seed in 32 bits a word, the lowest first, as NumPy takes it apart."""
    return [seed >> at & 0xFFFFFFFF for at in range(0, max(1, seed.bit_length()), 32)]


def _method(function: Callable[[pytest.Item], Any]) -> Any:
    def fixture(_self: object, request: pytest.FixtureRequest) -> Any:
        return function(request.node)

    return fixture

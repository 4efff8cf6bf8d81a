"""The references: loaded on the host for cases, described for the helper guest."""

import copy
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, final

from grader.course import Course, Place
from grader.sandbox.unit import Piece, Unit


@final
class ExerciseError(Exception):
    """The exercise is broken: its reference or its cases, not the student's code."""


@final
class Reference:
    """Every solved exercise as an attribute: `reference.softmax(x)`."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._functions: dict[str, Callable[..., Any]] = {}
        self._wrong: dict[str, ModuleType] = {}

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_") or name not in self._course.places:
            raise AttributeError(name)
        return self.function(name)

    def function(self, name: str) -> Callable[..., Any]:
        """Return the reference of an exercise; raises ExerciseError if it is broken."""
        if name not in self._functions:
            place = self._course.places[name]
            inner = getattr(self._load(place, place.solution), name, None)
            if not callable(inner):
                raise ExerciseError(
                    f"{_path(place)} does not define the function `{name}`."
                )
            self._functions[name] = _guarded(inner, place)
        return self._functions[name]

    def misconceptions(self, place: Place) -> ModuleType:
        """Return the module of an exercise's known wrong answers, loaded once."""
        name = place.exercise.name
        if name not in self._wrong:
            self._wrong[name] = self._load(place, place.misconceptions)
        return self._wrong[name]

    def _load(self, place: Place, path: Path) -> ModuleType:
        supplied = {used: self.function(used) for used in place.exercise.uses}
        return load_module(place, path, supplied)


def load_module(place: Place, path: Path, supplied: dict[str, Any]) -> ModuleType:
    """Load an exercise's solution, or other answers to it, with what it uses."""
    module = ModuleType(f"course_{path.parent.parent.name}_{path.stem}")
    module.__file__ = str(path)
    module.__dict__.update(supplied)
    try:
        # Not imported: no cache is read that another version of the file left.
        code = compile(path.read_text("utf-8"), path, "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - the course's own, as trusted as we
    except (Exception, SystemExit) as error:
        said = f"{type(error).__name__}: {error}"
        shown = path.relative_to(place.base).as_posix()
        raise ExerciseError(f"{shown} does not load: {said}") from error
    return module


def units(course: Course, names: tuple[str, ...]) -> list[Unit]:
    """Return the references of `names`, in that order, after what they use.

    The unit of `names[i]` comes at the position `positions` finds for it.
    """
    ordered: dict[str, Unit] = {}

    def add(name: str) -> None:
        place = course.places[name]
        for used in place.exercise.uses:
            if used not in ordered:
                add(used)
        text = place.solution.read_text("utf-8")
        piece = Piece(place.solution.name, text)
        ordered.setdefault(name, Unit((name,), (piece,), place.exercise.uses))

    for name in names:
        add(name)
    return list(ordered.values())


def _guarded(function: Callable[..., Any], place: Place) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        # Copies: a case may use its inputs again after the reference saw them.
        args, kwargs = copy.deepcopy((args, kwargs))
        try:
            return function(*args, **kwargs)
        except (Exception, SystemExit) as error:
            said = f"{type(error).__name__}: {error}"
            raise ExerciseError(f"{_path(place)} raised {said}") from error

    return call


def _path(place: Place) -> str:
    return place.solution.relative_to(place.base).as_posix()

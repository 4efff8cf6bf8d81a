"""The pictures of an exercise, as their author wrote them."""

import inspect
from collections.abc import Callable
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from grader import translation
from grader.course import Course, Place
from grader.session.reference import ExerciseError

FIGURE, DATA, IMAGE = "figure", "data", "image"
"""What a picture may ask for by name beside exercises."""


class Picture(NamedTuple):
    """One picture: its name, its caption, and what it asks for to be drawn."""

    name: str
    caption: str
    asks: tuple[str, ...]
    optional: tuple[str, ...]
    """Of what it asks for, the functions that it can be drawn without."""
    draw: Callable[..., Any]


def load(course: Course, place: Place) -> tuple[Picture, ...]:
    """Return the pictures of an exercise in the order of their file, none without one.

    Raises ExerciseError for a file that does not load or does not follow the rules.
    """
    path = place.pictures
    if not path.is_file():
        return ()
    module = ModuleType(f"pictures_{path.stem}")
    module.__file__ = str(path)
    try:
        code = compile(path.read_text("utf-8"), path, "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - the course's own, as its cases
    except (Exception, SystemExit) as error:
        said = f"{type(error).__name__}: {error}"
        raise ExerciseError(f"{shown(place)} does not load: {said}") from error
    return tuple(
        _picture(course, place, name, one)
        for name, one in vars(module).items()
        if isinstance(one, FunctionType)
        and one.__code__.co_filename == str(path)
        and not name.startswith("_")
    )


def shown(place: Place) -> str:
    """Return what messages call the file of pictures."""
    return place.pictures.relative_to(place.root).as_posix()


def _picture(
    course: Course, place: Place, name: str, function: FunctionType
) -> Picture:
    where = f"{shown(place)}: `{name}`"
    if name in course.by_any_name():
        raise ExerciseError(f"{where} is the name of an exercise, not of a picture.")
    told = translation.said(place, inspect.getdoc(function) or "")
    caption = " ".join(told.split())
    if not caption:
        raise ExerciseError(f"{where} has no docstring, which is its caption.")
    parameters = inspect.signature(function).parameters
    for asked in parameters:
        if asked not in (FIGURE, DATA, IMAGE) and asked not in course.places:
            raise ExerciseError(f"{where} asks for `{asked}`, which is no exercise.")
    if FIGURE not in parameters:
        raise ExerciseError(f"{where} does not ask for the `figure` to draw on.")
    optional = tuple(
        asked
        for asked, one in parameters.items()
        if one.default is not inspect.Parameter.empty
    )
    return Picture(name, caption, tuple(parameters), optional, function)

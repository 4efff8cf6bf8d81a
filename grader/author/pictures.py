"""Proves that each picture of an exercise can be drawn from the reference."""

from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from typing import Any

import numpy as np

from grader.compare.failure import Failure
from grader.course import Course, Place
from grader.errors import UsageError
from grader.pictures import canvas
from grader.session import gallery
from grader.session.reference import ExerciseError, Reference


def complaints(course: Course, place: Place, reference: Reference) -> Iterator[str]:
    """Yield what is wrong with the pictures of an exercise, if it has some.

    Raises ExerciseError for a file that cannot be loaded.
    """
    if not place.pictures.is_file():
        return
    if find_spec("matplotlib") is None:
        yield "its pictures need matplotlib: pip install 'exercise-grader[plot]'"
        return
    pictures = gallery.load(course, place)
    if not pictures:
        yield f"{gallery.shown(place)} defines no picture"
    for picture in pictures:
        asked: dict[str, Any] = {
            name: reference.function(name)
            for name in picture.asks
            if name in course.places
        }
        if gallery.DATA in picture.asks:
            asked[gallery.DATA] = course.root / "data"
        if gallery.IMAGE in picture.asks:
            asked[gallery.IMAGE] = np.full((3, 5, 3), 127, np.uint8)
        try:
            canvas.draw(partial(picture.draw, **asked), canvas.FORMATS[0])
        except (Failure, UsageError, ExerciseError) as error:
            yield f"picture {picture.name}: {error}"
        except Exception as error:  # noqa: BLE001 - the author's code, not ours
            yield f"picture {picture.name}: {type(error).__name__}: {error}"

"""Draws pictures with the student's own functions, which are called in the sandbox."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, final

import msgspec
import numpy as np

from grader.compare.failure import Failure
from grader.course import Course, Place
from grader.errors import Exit, GraderError, UsageError
from grader.guest import wire
from grader.language import joined, say
from grader.pictures import canvas
from grader.sandbox.launcher import Sandbox
from grader.session.gallery import DATA, FIGURE, IMAGE, Picture, shown
from grader.session.proxy import Submitted
from grader.session.reference import ExerciseError
from grader.session.submitted import Entry
from grader.verdict import Status

SEED = 7
LONGER = 3
"""How many times as long a call may take as in a case, whose inputs are small."""

Starting = Callable[[str], None]
"""Is told what is being done."""

_EXIT = {Status.UNREADABLE: Exit.USAGE, Status.ERROR: Exit.GRADER}


class Drawn(NamedTuple):
    """A picture as the bytes of a file, or why there is none."""

    picture: Picture
    data: bytes = b""
    said: str = ""
    """What the picture says in words."""
    fault: str = ""
    details: str = ""
    blames: str = ""
    """The exercise whose function is at fault, if one is."""
    code: Exit = Exit.PASSED


@final
class Exhibit:
    """The student's functions by name, and where pictures find what they ask for."""

    def __init__(
        self,
        course: Course,
        entries: Mapping[str, Entry],
        sandbox: Sandbox,
        image: np.ndarray | None = None,
    ) -> None:
        self._course = course
        self._entries = entries
        self._sandbox = sandbox
        self._image = image
        self._starting: Starting | None = None
        self._known: dict[bytes, bytes | Failure] = {}
        self._doing = ""
        self._called = ""

    def draw(
        self,
        place: Place,
        picture: Picture,
        kind: str,
        starting: Starting | None = None,
    ) -> Drawn:
        """Draw one picture as a file of this kind; whatever goes wrong is told in it.

        Raises GraderError if the sandbox is lost.
        """
        self._starting, self._doing, self._called = starting, picture.name, ""
        for name in picture.asks:
            entry = self._entries.get(name)
            if entry and entry.status is not None and name not in picture.optional:
                code = _EXIT.get(entry.status, Exit.STUDENT)
                return Drawn(picture, fault=entry.message, blames=name, code=code)
        try:
            asked = self._asked(picture)
            data, said = canvas.draw(partial(picture.draw, **asked), kind)
        except Failure as failure:
            return Drawn(
                picture,
                fault=f"`{self._called}`: {failure.sentence}",
                details=failure.details,
                blames=self._called,
                code=Exit.STUDENT,
            )
        except UsageError as error:
            fault = joined(error.message, error.help)
            return Drawn(picture, fault=fault, code=Exit.USAGE)
        except GraderError:
            raise
        except ExerciseError as error:
            return _broken(place, picture, str(error))
        except Exception as error:  # noqa: BLE001 - the author's code, not ours
            return _broken(place, picture, f"{type(error).__name__}: {error}")
        return Drawn(picture, data, said if isinstance(said, str) else "")

    def _asked(self, picture: Picture) -> dict[str, Any]:
        """Return what a picture asks for by name, but for the figure."""
        asked: dict[str, Any] = {}
        for name in picture.asks:
            if name == DATA:
                asked[name] = self._course.root / "data"
            elif name == IMAGE:
                asked[name] = self._image
            elif name != FIGURE and self._entries[name].status is None:
                asked[name] = partial(self._call, self._entries[name])
        return asked

    def _call(self, entry: Entry, *args: Any, **kwargs: Any) -> Any:
        """Call a student's function in a guest of its own; raises Failure.

        The same call is made once: pictures of a long training share it.
        """
        name = self._called = entry.place.exercise.name
        args = tuple(self._handed_over(one) for one in args)
        try:
            sent = wire.join(wire.encode((name, args, kwargs), strict=True))
        except wire.WireError as error:
            raise ExerciseError(f"It calls `{name}` with {error}.") from None
        key = hashlib.sha256(sent).digest()
        if key not in self._known:
            if self._starting is not None:
                self._starting(f"{self._doing}: {_brief(entry, args, kwargs)}")
            self._known[key] = self._answer(entry, args, kwargs)
        known = self._known[key]
        if isinstance(known, Failure):
            raise known
        # Decoded anew each time: a picture may change what it is given.
        return wire.decode(bytearray(known))

    def _answer(
        self, entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> bytes | Failure:
        exercise = entry.place.exercise
        longer = msgspec.structs.replace(exercise, timeout=LONGER * exercise.timeout)
        place = msgspec.structs.replace(entry.place, exercise=longer)
        subject = Submitted(
            self._sandbox,
            self._course,
            place,
            entry.unit(),
            entry.text,
            SEED,
            where=entry.where,
        )
        try:
            return wire.join(wire.encode(subject(*args, **kwargs)))
        except Failure as failure:
            return failure
        finally:
            subject.close()

    def _handed_over(self, value: Any) -> Any:
        """Return a path in the data folder as that of a copy that guests can read."""
        if not isinstance(value, str | Path):
            return value
        path = Path(value)
        if not path.is_relative_to(self._course.root / "data") or not path.is_file():
            return str(value)
        copy = self._sandbox.files / path.name
        if not copy.exists():
            shutil.copyfile(path, copy)
        return str(copy)


def _broken(place: Place, picture: Picture, said: str) -> Drawn:
    ours = say("This picture is broken. It is not your code.")
    fault = joined(ours, f"{shown(place)}: `{picture.name}`: {said}")
    return Drawn(picture, fault=fault, code=Exit.GRADER)


def _brief(entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return a call with the numbers in it: what changes from one to the next."""
    named = [*zip(entry.parameters, args, strict=False), *kwargs.items()]
    said = [
        f"{name} {value:g}"
        for name, value in named
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    name = entry.place.exercise.name
    if not said:
        return name
    numbers = say(", ").join(said)
    return say("{name} with {numbers}").format(name=name, numbers=numbers)

"""A course's own texts in other languages, from a file an exercise and language.

`exercises/<assignment>/zh/<exercise>.toml` holds pairs: a text of the course as it
stands there, and what it is in Chinese. A text that was changed has no pair any more:
`grader author check` says so, and until then it is shown as it is.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from grader import language
from grader.course import Course, Place
from grader.errors import UsageError

TEXT = "text"
"""The key of a text as the course has it; the key of a translation is its language."""


def said(place: Place, text: str) -> str:
    """Return a text of an exercise in the language at hand."""
    spoken = language.spoken()
    if spoken == language.ENGLISH:
        return text
    # A course that was begun from the package holds what a student may see; the
    # names of hidden cases are beside them.
    for root in dict.fromkeys((place.root, place.base)):
        told = pairs(_file(root, place, spoken), spoken).get(text)
        if told:
            return told
    return text


def titled(course: Course, text: str) -> str:
    """Return a title of a course or an assignment in the language at hand."""
    spoken = language.spoken()
    if spoken == language.ENGLISH:
        return text
    return pairs(file_of_course(course, spoken), spoken).get(text) or text


def file_of(place: Place, tongue: str) -> Path:
    """Return where the texts of an exercise are in a language."""
    return _file(place.root, place, tongue)


def _file(root: Path, place: Place, tongue: str) -> Path:
    folder = root.joinpath("exercises", place.assignment, tongue)
    return folder / f"{place.exercise.name}.toml"


def file_of_course(course: Course, tongue: str) -> Path:
    """Return where the titles of a course are in a language."""
    return course.root / "exercises" / f"{tongue}.toml"


def pairs(file: Path, tongue: str) -> dict[str, str]:
    """Return what a file holds: a translation by text; nothing if there is no file.

    Raises UsageError for a file that is not made of such pairs.
    """
    try:
        changed = file.stat().st_mtime_ns
    except OSError:
        return {}
    return _read(file, tongue, changed)


@cache
def _read(file: Path, tongue: str, _changed: int) -> dict[str, str]:
    shown = "/".join(file.parts[-4 if file.parent.name == tongue else -2 :])
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8"))
        return dict(_pairs(table, tongue))
    except OSError as error:
        said = error.strerror or "it cannot be read"
    except UnicodeDecodeError:
        said = "not UTF-8 text"
    except tomllib.TOMLDecodeError as error:
        said = f"not valid TOML: {error}"
    except msgspec.ValidationError:
        said = f"not made of [[texts]] with the keys `{TEXT}` and `{tongue}`"
    raise UsageError(f"{shown}: {said}.")


def _pairs(table: dict[str, Any], tongue: str) -> list[tuple[str, str]]:
    read = msgspec.convert(table, dict[str, list[dict[str, str]]])
    if read.keys() - {"texts"}:
        raise msgspec.ValidationError
    found = []
    for pair in read.get("texts", []):
        if pair.keys() != {TEXT, tongue}:
            raise msgspec.ValidationError
        found.append((pair[TEXT], pair[tongue]))
    return found

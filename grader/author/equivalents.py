"""Mutants that change nothing, as their author marked them, each with a reason."""

import tomllib

import msgspec

from grader.author.entry import quoted
from grader.author.mutants import Mutant
from grader.course import Place
from grader.table import complaint


class EquivalentsError(Exception):
    """The file of marks cannot be read; the message names it."""


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement and what it may become; without `after` it may be left out."""

    before: str
    reason: str
    after: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    equivalent: tuple[Mark, ...] = ()


def read(place: Place) -> tuple[Mark, ...]:
    """Return the marks of an exercise, none if it has no file of them."""
    file = place.mutants
    if not file.is_file():
        return ()
    shown = file_name(place)
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8"))
        marks = msgspec.convert(table, _File).equivalent
    except UnicodeDecodeError:
        raise EquivalentsError(f"{shown}: not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise EquivalentsError(f"{shown}: not valid TOML: {error}") from None
    except msgspec.ValidationError as error:
        said = complaint(str(error), table).removesuffix(".")
        raise EquivalentsError(f"{shown}: {said}") from None
    for number, mark in enumerate(marks, 1):
        if not mark.before.strip():
            raise EquivalentsError(
                f"{shown}: mark {number} has an empty `before`: it is the statement "
                "of the solution that was changed"
            )
        if not mark.reason.strip():
            raise EquivalentsError(
                f"{shown}: mark {number}, of `{mark.before}`, has an empty `reason`: "
                "say why the mutant is as right as the solution"
            )
    return marks


def file_name(place: Place) -> str:
    """Return the file of an exercise's marks, as it is named to its author."""
    return place.mutants.relative_to(place.root).as_posix()


def lines(mutant: Mutant) -> str:
    """Return what marks this mutant in that file; its author adds the reason."""
    after = f"after = {quoted(mutant.after)}\n" if mutant.after else ""
    return f'[[equivalent]]\nbefore = {quoted(mutant.before)}\n{after}reason = ""'


def is_marked(mutant: Mutant, mark: Mark) -> bool:
    """Return whether this mutant is the one that is marked."""
    return (mutant.before, mutant.after) == (mark.before, mark.after)

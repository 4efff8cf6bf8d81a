"""What is told of a value that does not climb the ladder."""

from typing import Any

import numpy as np

from grader.compare.failure import Difference, Failure, Rung
from grader.guest.wire import Opaque, Strings, Subclassed


def describe(value: Any) -> str:
    """Return what kind of value it is, in words."""
    match value:
        case None:
            return "nothing (None)"
        case Opaque() | Subclassed() | Strings():
            return _foreign(value)
        case bool() | np.bool_():
            return "a bool"
        case int() | float() | np.integer() | np.floating():
            return "a number"
        case complex() | np.complexfloating():
            return "a complex number"
        case np.ndarray() if value.ndim == 0:
            return "a number"
        case np.ndarray():
            return f"an array of shape {value.shape}"
        case tuple() | list():
            return f"a {type(value).__name__} of {len(value)}"
        case str():
            return "text (str)"
    name = type(value).__name__
    return f"{article(name)} {name}"


def _foreign(value: Opaque | Subclassed | Strings) -> str:
    if isinstance(value, Strings):
        return f"an array of byte strings of shape {value.shape}"
    if isinstance(value, Opaque) and value.type_name == "ndarray":
        return "an array of something other than numbers"
    return f"a value of type `{value.type_name}`"


def article(name: str) -> str:
    """Return `a` or `an`, as the name of a type asks for."""
    return "an" if name[:1].lower() in set("aeiou") else "a"


def subject(part: str) -> str:
    """Return what a sentence is about: the value or a part of it."""
    return f"The part `{part}`" if part else "The returned value"


def none(part: str) -> Failure:
    """Return the failure of a value that is None."""
    sentence = (
        f"The part `{part}` is None."
        if part
        else "The function returned None: does it end with `return` and a value?"
    )
    return Failure(sentence, rung=Rung.RETURNED)


def wrong_type(part: str, yours: Any, expected: Any) -> Failure:
    """Return the failure of a value of another type."""
    shown = isinstance(yours, bool | int | float | complex | np.generic | str)
    return Failure(
        f"{subject(part)} is {describe(yours)}; expected {describe(expected)}.",
        rung=Rung.TYPE,
        difference=Difference(part, yours, None) if shown else None,
    )


def wrong_shape(part: str, yours: np.ndarray, expected: np.ndarray) -> Failure:
    """Return the failure of an array of another shape."""
    sentence = f"{subject(part)} has shape {yours.shape}; expected {expected.shape}."
    if yours.shape == expected.shape[::-1] != expected.shape:
        sentence += " Rows and columns are the other way round."
    elif yours.size == expected.size:
        sentence += " The number of values is right."
    return Failure(sentence, rung=Rung.SHAPE, difference=Difference(part, yours, None))

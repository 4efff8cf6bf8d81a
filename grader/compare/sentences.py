"""What is told of a value that does not climb the ladder."""

import math
from typing import Any

import numpy as np

from grader.compare.failure import Difference, Failure, Rung
from grader.guest.wire import Opaque, Strings, Subclassed
from grader.language import say

_FUNCTIONS = (
    "_ArrayFunctionDispatcher", "builtin_function_or_method", "function", "method",
    "ufunc",
)  # fmt: skip

# What may follow the sentence on a type, by what was returned.
_CALL_IT = "Parentheses call it: `f(x)`."
_PLACEHOLDER = "A value is still to be written in its place."
_OBJECTS = (
    "Its dtype is object or text: None, text or lists of several lengths do that."
)
_MAKE_ARRAY = "np.array makes an array of it."
_COMMA = "A comma at the end of a line makes a tuple."
_TEXT = "A number in quotes is text."
_GENERATOR = "A generator is taken apart by list(…), or by a loop."

_NONE = "The function returned None: does it end with `return` and a value?"
_NONE_PART = "The part `{part}` is None."
_TYPE = "{subject} is {yours}; expected {expected}."
_SHAPE = "{subject} has shape {yours}; expected {expected}."

# What may follow the sentence on a shape.
_EXCHANGED = "Rows and columns are the other way round."
_REVERSED = "The axes are in the opposite order."
_ROW = "It is a row; expected a column."
_COLUMN = "It is a column; expected a row."
_NO_COLUMN = "It has one axis; a column has two, the second of size 1."
_NO_ROW = "It has one axis; a row has two, the first of size 1."
_ONE_AXIS = "It has two axes; expected one."
_SAME_SIZE = "The number of values is right."
_EMPTY = "It is empty."
_AXES = "The number of its axes is {yours}; expected {expected}."
_CROSSED = "A row and a column of {size} values, combined, have that shape."


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
    if isinstance(value, Opaque) and value.type_name in _FUNCTIONS:
        return "a function"
    if isinstance(value, Opaque) and value.type_name == "ellipsis":
        return "`...`"
    return f"a value of type `{value.type_name}`"


def article(name: str) -> str:
    """Return `a` or `an`, as the name of a type asks for."""
    return "an" if name[:1].lower() in set("aeiou") else "a"


def subject(part: str) -> str:
    """Return what a sentence is about: the value or a part of it."""
    return f"The part `{part}`" if part else "The returned value"


def none(part: str) -> Failure:
    """Return the failure of a value that is None."""
    sentence = _NONE_PART.format(part=part) if part else _NONE
    return Failure(sentence, rung=Rung.RETURNED)


def wrong_type(part: str, yours: Any, expected: Any) -> Failure:
    """Return the failure of a value of another type."""
    sentence = _TYPE.format(
        subject=subject(part), yours=describe(yours), expected=describe(expected)
    )
    shown = isinstance(yours, bool | int | float | complex | np.generic | str)
    return Failure(
        _with(sentence, _type_remark(yours, expected)),
        rung=Rung.TYPE,
        difference=Difference(part, yours, None) if shown else None,
    )


def _type_remark(yours: Any, expected: Any) -> str:
    kind = yours.type_name if isinstance(yours, Opaque) else ""
    wants_array = isinstance(expected, np.ndarray) and expected.ndim > 0
    wants_number = isinstance(expected, bool | int | float | complex | np.generic)
    if kind in _FUNCTIONS:
        return _CALL_IT
    if kind == "ellipsis":
        return _PLACEHOLDER
    if kind == "generator":
        return _GENERATOR
    if kind == "ndarray":
        return _OBJECTS
    if type(yours) is tuple and len(yours) == 1:
        return _COMMA
    if wants_array and type(yours) in (list, tuple):
        return _MAKE_ARRAY
    return _TEXT if type(yours) is str and (wants_array or wants_number) else ""


def wrong_shape(part: str, yours: np.ndarray, expected: np.ndarray) -> Failure:
    """Return the failure of an array of another shape."""
    if yours.ndim == 0:
        sentence = _TYPE.format(
            subject=subject(part), yours=describe(yours), expected=describe(expected)
        )
        remark = ""
    else:
        sentence = _SHAPE.format(
            subject=subject(part), yours=yours.shape, expected=expected.shape
        )
        remark = _shape_remark(yours.shape, expected.shape)
    return Failure(
        _with(sentence, remark),
        rung=Rung.SHAPE,
        difference=Difference(part, yours, None),
    )


def _shape_remark(yours: tuple[int, ...], expected: tuple[int, ...]) -> str:
    """Return what is to be seen of two shapes that differ, the plainest first."""
    size, wanted = math.prod(yours), math.prod(expected)
    vector = _vector_remark(yours, expected)
    if vector:
        return vector
    if yours == expected[::-1]:
        return _EXCHANGED if len(yours) == 2 else _REVERSED
    if not size and wanted:
        return _EMPTY
    if size == wanted and len(yours) == len(expected):
        return _SAME_SIZE
    if len(yours) == 2 and yours[0] == yours[1] == wanted == max(expected):
        return _CROSSED.format(size=wanted)
    if len(yours) != len(expected):
        return _AXES.format(yours=len(yours), expected=len(expected))
    return ""


def _vector_remark(yours: tuple[int, ...], expected: tuple[int, ...]) -> str:
    """Return the words for rows, columns and arrays of one axis of one size."""
    size = math.prod(yours)
    if size < 2 or size != math.prod(expected):
        return ""
    flat, row, column = (size,), (1, size), (size, 1)
    return {
        (row, column): _ROW,
        (column, row): _COLUMN,
        (flat, column): _NO_COLUMN,
        (flat, row): _NO_ROW,
        (row, flat): _ONE_AXIS,
        (column, flat): _ONE_AXIS,
    }.get((yours, expected), "")


def _with(sentence: str, remark: str) -> str:
    return f"{sentence} {remark}" if remark else sentence


def no_function(name: str, kind: str) -> Failure:
    """Return the failure of a name that is a value of a type called `kind`."""
    told = say("`{name}` is a {kind}, not a function.")
    if article(kind) == "an":
        told = say("`{name}` is an {kind}, not a function.")
    return Failure(told.format(name=name, kind=kind), rung=Rung.SIGNATURE)

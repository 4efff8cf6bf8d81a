"""What is told of a value that does not climb the ladder."""

import math
from typing import Any

import numpy as np

from grader.compare.failure import Difference, Failure, Rung
from grader.guest.wire import Opaque, Strings, Subclassed
from grader.language import continued, joined, marked, say

_FUNCTIONS = (
    "_ArrayFunctionDispatcher", "builtin_function_or_method", "function", "method",
    "ufunc",
)  # fmt: skip

# What may follow the sentence on a type, by what was returned.
_CALL_IT = marked("Parentheses call it: `f(x)`.")
_PLACEHOLDER = marked("A value is still to be written in its place.")
_OBJECTS = marked(
    "Its dtype is object or text: None, text or lists of several lengths do that."
)
_MAKE_ARRAY = marked("np.array makes an array of it.")
_COMMA = marked("A comma at the end of a line makes a tuple.")
_TEXT = marked("A number in quotes is text.")
_GENERATOR = marked("A generator is taken apart by list(…), or by a loop.")

_THE_PART = marked("The part `{part}`")
_IN_PART = marked("In the part `{part}`: {said}")
_OF_KIND = {"a": marked("a {name}"), "an": marked("an {name}")}
_NONE = marked("The function returned None: does it end with `return` and a value?")
_NONE_PART = marked("The part `{part}` is None.")
_TYPE = marked("{subject} is {yours}; expected {expected}.")
_SHAPE = marked("{subject} has shape {yours}; expected {expected}.")

# What may follow the sentence on a shape.
_EXCHANGED = marked("Rows and columns are the other way round.")
_REVERSED = marked("The axes are in the opposite order.")
_ROW = marked("It is a row; expected a column.")
_COLUMN = marked("It is a column; expected a row.")
_NO_COLUMN = marked("It has one axis; a column has two, the second of size 1.")
_NO_ROW = marked("It has one axis; a row has two, the first of size 1.")
_ONE_AXIS = marked("It has two axes; expected one.")
_SAME_SIZE = marked("The number of values is right.")
_EMPTY = marked("It is empty.")
_AXES = marked("The number of its axes is {yours}; expected {expected}.")
_CROSSED = marked("A row and a column of {size} values, combined, have that shape.")


def describe(value: Any) -> str:
    """Return what kind of value it is, in words."""
    match value:
        case None:
            return say("nothing (None)")
        case Opaque() | Subclassed() | Strings():
            return _foreign(value)
        case bool() | np.bool_():
            return say("a bool")
        case int() | float() | np.integer() | np.floating():
            return say("a number")
        case complex() | np.complexfloating():
            return say("a complex number")
        case np.ndarray() if value.ndim == 0:
            return say("a number")
        case np.ndarray():
            return say("an array of shape {shape}").format(shape=value.shape)
        case tuple() | list():
            name = type(value).__name__
            return say("a {name} of {n}").format(name=name, n=len(value))
        case str():
            return say("text (str)")
    name = type(value).__name__
    return say(_OF_KIND[article(name)]).format(name=name)


def _foreign(value: Opaque | Subclassed | Strings) -> str:
    if isinstance(value, Strings):
        told = say("an array of byte strings of shape {shape}")
        return told.format(shape=value.shape)
    if isinstance(value, Opaque) and value.type_name == "ndarray":
        return say("an array of something other than numbers")
    if isinstance(value, Opaque) and value.type_name in _FUNCTIONS:
        return say("a function")
    if isinstance(value, Opaque) and value.type_name == "ellipsis":
        return say("`...`")
    return say("a value of type `{name}`").format(name=value.type_name)


def article(name: str) -> str:
    """Return `a` or `an`, as the name of a type asks for."""
    return "an" if name[:1].lower() in set("aeiou") else "a"


def subject(part: str) -> str:
    """Return what a sentence is about: the value or a part of it."""
    return say(_THE_PART).format(part=part) if part else say("The returned value")


def within(part: str, sentence: str) -> str:
    """Return a sentence on a part of a larger value, if it is on a part."""
    if not part:
        return sentence
    return say(_IN_PART).format(part=part, said=continued(sentence))


def none(part: str) -> Failure:
    """Return the failure of a value that is None."""
    sentence = say(_NONE_PART).format(part=part) if part else say(_NONE)
    return Failure(sentence, rung=Rung.RETURNED)


def wrong_type(part: str, yours: Any, expected: Any) -> Failure:
    """Return the failure of a value of another type."""
    sentence = say(_TYPE).format(
        subject=subject(part), yours=describe(yours), expected=describe(expected)
    )
    shown = isinstance(yours, bool | int | float | complex | np.generic | str)
    return Failure(
        joined(sentence, _type_remark(yours, expected)),
        rung=Rung.TYPE,
        difference=Difference(part, yours, None) if shown else None,
    )


def _type_remark(yours: Any, expected: Any) -> str:
    kind = yours.type_name if isinstance(yours, Opaque) else ""
    wants_array = isinstance(expected, np.ndarray) and expected.ndim > 0
    wants_number = isinstance(expected, bool | int | float | complex | np.generic)
    if kind in _FUNCTIONS:
        return say(_CALL_IT)
    if kind == "ellipsis":
        return say(_PLACEHOLDER)
    if kind == "generator":
        return say(_GENERATOR)
    if kind == "ndarray":
        return say(_OBJECTS)
    if type(yours) is tuple and len(yours) == 1:
        return say(_COMMA)
    if wants_array and type(yours) in (list, tuple):
        return say(_MAKE_ARRAY)
    if type(yours) is str and (wants_array or wants_number):
        return say(_TEXT)
    return ""


def wrong_shape(part: str, yours: np.ndarray, expected: np.ndarray) -> Failure:
    """Return the failure of an array of another shape."""
    if yours.ndim == 0:
        sentence = say(_TYPE).format(
            subject=subject(part), yours=describe(yours), expected=describe(expected)
        )
        remark = ""
    else:
        sentence = say(_SHAPE).format(
            subject=subject(part), yours=yours.shape, expected=expected.shape
        )
        remark = _shape_remark(yours.shape, expected.shape)
    return Failure(
        joined(sentence, remark),
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
        return say(_EXCHANGED if len(yours) == 2 else _REVERSED)
    if not size and wanted:
        return say(_EMPTY)
    if size == wanted and len(yours) == len(expected):
        return say(_SAME_SIZE)
    if len(yours) == 2 and yours[0] == yours[1] == wanted == max(expected):
        return say(_CROSSED).format(size=wanted)
    if len(yours) != len(expected):
        return say(_AXES).format(yours=len(yours), expected=len(expected))
    return ""


def _vector_remark(yours: tuple[int, ...], expected: tuple[int, ...]) -> str:
    """Return the words for rows, columns and arrays of one axis of one size."""
    size = math.prod(yours)
    if size < 2 or size != math.prod(expected):
        return ""
    flat, row, column = (size,), (1, size), (size, 1)
    remark = {
        (row, column): _ROW,
        (column, row): _COLUMN,
        (flat, column): _NO_COLUMN,
        (flat, row): _NO_ROW,
        (row, flat): _ONE_AXIS,
        (column, flat): _ONE_AXIS,
    }.get((yours, expected))
    return say(remark) if remark else ""


def no_function(name: str, kind: str) -> Failure:
    """Return the failure of a name that is a value of a type called `kind`."""
    kind = say(_OF_KIND[article(kind)]).format(name=kind)
    told = say("`{name}` is {kind}, not a function.")
    return Failure(told.format(name=name, kind=kind), rung=Rung.SIGNATURE)

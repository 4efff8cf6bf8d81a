"""What a case is written with: the comparison helpers for authors.

A case is a plain pytest function. Its docstring is a promise in the present tense
("every row sums to one"); its fixtures are the exercise's name (the student's
function), `reference` and `rng`:

    def test_one_row(softmax, reference, rng):
        \"\"\"a single row of two scores\"\"\"
        x = rng.normal(size=(1, 2))
        agree(softmax(x), reference.softmax(x))
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import numpy as np

from grader import language
from grader.compare import ladder
from grader.compare.failure import Difference, Failure, RowNote, Rung
from grader.compare.sentences import describe, none, subject, wrong_type
from grader.course import Tolerance
from grader.findings.growth import grows, in_numbers
from grader.findings.words import plural
from grader.language import joined, marked

if TYPE_CHECKING:
    from grader.session.subject import Make, Subject

_ASKED_FOR = marked("A {error} is asked for here.")
_RETURNED = marked(
    "It returned {value}; this input is to be refused with `raise {error}(...)`."
)
_NO_ARRAY = marked("{subject} is {yours}; expected an array.")
_DTYPE = marked("The values have dtype {yours}; expected {expected}.")
_NO_CHOICE = marked("The answer is no choice; expected one letter of {choices}.")
_NOT_RIGHT = marked("The answer {yours!r} is not right.")
_ONE_BY_ONE = marked("It goes through the {units} one by one: {steps}.")

tolerance: ContextVar[Tolerance] = ContextVar("tolerance", default=Tolerance())  # noqa: B039 - it is frozen
"""The tolerance of the exercise at hand, from course.toml."""

say: ContextVar[Callable[[str], str]] = ContextVar("say", default=str)
"""Says a word of the exercise at hand in the language of who reads it."""


def agree(
    yours: Any,
    expected: Any,
    *,
    rtol: float | None = None,
    atol: float | None = None,
    what: str | None = None,
    rows: RowNote | None = None,
) -> None:
    """Hold that `yours` is `expected`, up to the exercise's tolerance.

    Climbs the ladder type, shape, dtype, finite, values through scalars, arrays,
    tuples, lists and dicts, and raises the student's failure at the first broken
    rung. `what` names a derived quantity ("row sums"); `rows`, a word and a
    function of a row, adds a note to each row on the screen.
    """
    default = tolerance.get()
    said = say.get()
    ladder.climb(
        yours,
        expected,
        default.rtol if rtol is None else rtol,
        default.atol if atol is None else atol,
        what=None if what is None else said(what),
        rows=None if rows is None else (said(rows[0]), rows[1]),
    )


def numbers(yours: Any, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """Return `yours` as an array of finite real numbers, for a case on a property.

    Raises the student's failure if it is not one, or not of the `shape` given;
    the shape () asks for a single number.
    """
    return ladder.numeric_array(yours, shape)


def refuses(function: "Subject", *args: Any, error: str = "ValueError") -> None:
    """Hold that a call with these arguments raises an exception of the type `error`.

    The type is compared by its name, so a subclass of another name is another error.
    """
    try:
        value = function(*args)
    except Failure as failure:
        if failure.raised == error:
            return
        if failure.raised:
            asked = language.say(_ASKED_FOR).format(error=error)
            failure.sentence = joined(failure.sentence, asked)
        raise
    except Exception as raised:
        # The reference is called in this process; who calls it says what went wrong.
        if type(raised.__cause__ or raised).__name__ == error:
            return
        raise
    raise Failure(
        language.say(_RETURNED).format(value=describe(value), error=error),
        rung=Rung.RETURNED,
    )


def has_dtype(yours: Any, name: str) -> None:
    """Hold that `yours` is an array whose dtype is called `name`."""
    if yours is None:
        raise none("")
    if type(yours) is not np.ndarray:
        told = language.say(_NO_ARRAY).format(
            subject=subject(""), yours=describe(yours)
        )
        raise Failure(told, rung=Rung.TYPE)
    if yours.dtype.name != name:
        raise Failure(
            language.say(_DTYPE).format(yours=yours.dtype.name, expected=name),
            rung=Rung.DTYPE,
        )


def choose(yours: Any, choices: str, right: str | None = None) -> None:
    """Hold that `yours` is one of the letters `choices`, and the `right` one if given.

    For a question with several answers. What is right is not said: a letter that is
    shown is a letter that is copied.
    """
    if yours is None:
        raise none("")
    if type(yours) is not str:
        raise wrong_type("", yours, "")
    if len(yours) != 1 or yours not in choices:
        raise Failure(
            language.say(_NO_CHOICE).format(choices=", ".join(choices)),
            rung=Rung.VALUES,
            difference=Difference("", yours, None),
        )
    if right is not None and yours != right:
        told = language.say(_NOT_RIGHT).format(yours=yours)
        raise Failure(told, rung=Rung.VALUES)


SIZES = (12, 3, 300)
"""Neither the first call nor the last is the smallest: a function that is another one
after its first call, or for small inputs, shows it."""


def same_work(
    function: "Subject",
    unit: str,
    make: "Make",
    sizes: tuple[int, ...] = SIZES,
) -> None:
    """Hold that a call takes no more steps for many of a `unit` than for few.

    `make` returns the arguments of a call with so many rows, examples, …; `unit` is
    that word in the singular. For a case marked `steps`: what it finds is a finding
    and a matter of the loop policy, not of right or wrong.
    """
    unit = say.get()(unit)
    growth = function.grow(unit, make, sizes)
    if grows(growth):
        said = in_numbers(growth, growth.steps, "step")
        told = language.say(_ONE_BY_ONE)
        raise Failure(told.format(units=plural(unit), steps=said))

"""A call as it is written: `softmax(array (2, 5))`."""

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.language import say

MAX_VALUE = 24


def brief(value: Any) -> str:
    """Return a value on few characters; of an array its shape alone."""
    if isinstance(value, np.ndarray):
        return say("array {shape}").format(shape=value.shape)
    text = repr(value)
    return text if len(text) <= MAX_VALUE else f"{text[:MAX_VALUE]}…"


def written(
    name: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    value: Callable[[Any], str] = brief,
) -> str:
    """Return a call of `name`; `value` writes each argument."""
    words = [value(one) for one in args]
    words += [f"{key}={value(one)}" for key, one in kwargs.items()]
    return f"{name}({', '.join(words)})"


def shapes(args: tuple[Any, ...], kwargs: dict[str, Any]) -> list[tuple[int, ...]]:
    """Return the shapes of the arrays among the arguments."""
    return [
        value.shape
        for value in (*args, *kwargs.values())
        if isinstance(value, np.ndarray)
    ]

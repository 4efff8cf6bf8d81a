"""The keys that there are, where a call ended in one that is not."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from grader.feedback.outcomes import Line
from grader.language import joined, listed, marked, say
from grader.sandbox.outcome import Outcome, Raised

MAX_DICTS = 2
MAX_KEYS = 12
MAX_KEY = 40

_EMPTY = marked("`{name}` is empty.")
_ONE = marked("`{name}` has one key: {keys}.")
_ALL = marked("`{name}` has the keys {keys}.")
_SOME = marked("`{name}` has {n} keys: {keys} …")


def held(outcome: Outcome | None, inputs: Sequence[tuple[str, Any]], line: Line) -> str:
    """Return what keys the dicts among the `inputs` have, if the outcome is a KeyError.

    They are those of the call: the guest has no say in them. A dict that has the key
    was not meant; where the line that failed names some, it was one of these.
    """
    if not isinstance(outcome, Raised) or outcome.type != "KeyError":
        return ""
    dicts = [
        (name, value)
        for name, value in inputs
        if isinstance(value, dict) and outcome.message not in map(repr, value)
    ]
    last = outcome.frames[-1] if outcome.frames else None
    words = re.findall(r"\w+", line(last.label, last.line)) if last else []
    named = [one for one in dicts if one[0] in words]
    return joined(*(_told(*one) for one in (named or dicts)[:MAX_DICTS]))


def _told(name: str, value: dict[Any, Any]) -> str:
    keys = [_short(repr(key)) for key in islice(value, MAX_KEYS)]
    if not keys:
        return say(_EMPTY).format(name=name)
    if len(value) > MAX_KEYS:
        written = say(", ").join(keys)
        return say(_SOME).format(name=name, n=len(value), keys=written)
    return say(_ONE if len(keys) == 1 else _ALL).format(name=name, keys=listed(keys))


def _short(text: str) -> str:
    return text if len(text) <= MAX_KEY else f"{text[:MAX_KEY]}…"

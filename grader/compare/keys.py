"""The keys of a dict against those that are asked for."""

import difflib
from typing import Any, Final

from grader.compare.failure import Failure, Rung
from grader.compare.sentences import subject
from grader.language import joined, marked, say

MAX_SHOWN_KEYS = 8
MAX_KEY = 40

_NO_KEY: Final = marked("{subject} has no key {key!r}.")
_NO_KEYS: Final = marked("{subject} has no keys {keys}.")
_IT_HAS: Final = marked("It has {key!r}.")
_OTHER_CASE: Final = marked("It has {key!r}: upper and lower case differ.")
_OTHER_KEYS: Final = marked("Its keys that are not asked for: {keys}.")
_EXTRA_KEY: Final = marked("{subject} has a key {key!r} that is not asked for.")


def wrong_keys(
    part: str, yours: dict[Any, Any], expected: dict[Any, Any]
) -> Failure | None:
    """Return the failure of a dict with other keys, None if they are right."""
    missing = [key for key in expected if key not in yours]
    extra = [str(key)[:MAX_KEY] for key in yours if key not in expected]
    if missing:
        return Failure(_missing(part, missing, extra), rung=Rung.SHAPE)
    if extra:
        told = say(_EXTRA_KEY).format(subject=subject(part), key=extra[0])
        return Failure(told, rung=Rung.SHAPE)
    return None


def _missing(part: str, missing: list[Any], extra: list[str]) -> str:
    """Return the sentence on keys that are not there, and on what is there instead."""
    shown = extra[:MAX_SHOWN_KEYS]
    told = say(_NO_KEY if len(missing) == 1 else _NO_KEYS).format(
        subject=subject(part), key=missing[0], keys=", ".join(map(repr, missing))
    )
    wanted = str(missing[0]).lower()
    lower = {key.lower(): key for key in shown}
    near = difflib.get_close_matches(wanted, lower, n=1)
    if near:
        template = _OTHER_CASE if near[0] == wanted else _IT_HAS
        return joined(told, say(template).format(key=lower[near[0]]))
    if shown:
        more = ", …" if len(extra) > len(shown) else ""
        keys = ", ".join(map(repr, shown)) + more
        return joined(told, say(_OTHER_KEYS).format(keys=keys))
    return told

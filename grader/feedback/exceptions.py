"""What Python and NumPy raise, in plain words."""

import re
from collections.abc import Callable, Collection
from functools import cache

from grader.feedback import near
from grader.feedback.raised import calls, limits, numbers, shapes, values
from grader.language import marked, say

MAX_MESSAGE = 300

# In this order: NumPy's messages are the more particular.
_TABLES = (*shapes.RULES, *numbers.RULES, *calls.RULES, *values.RULES,
           *limits.RULES)  # fmt: skip
_MATMUL = re.compile(
    r"matmul: Input operand 1 has a mismatch.*\(size (\d+) is different from (\d+)\)"
)
_JOINTS = (marked("', and '"), marked("' and '"), marked("', '"))
_SHAPES = marked(
    "Shapes {one} and {two} do not line up for `@`: the last of the first must "
    "equal the first of the second."
)
_SIZES = marked(
    "The sizes {one} and {two} do not line up for `@`: the last of the first must "
    "equal the first of the second."
)


def explain(
    kind: str,
    message: str,
    sizes: list[tuple[int, ...]],
    names: Callable[[], Collection[str]] = tuple,
) -> str | None:
    """Return an exception in plain words, None for one that is not known.

    `sizes` are the shapes of the arrays that the call was given, for messages in which
    NumPy leaves them out; `names` returns those that the source defines.
    """
    # One line: a message of the student's must not look like paragraphs of ours.
    message = " ".join(message[:MAX_MESSAGE].split())
    if kind == "ValueError" and (found := _MATMUL.match(message)):
        return _matmul(int(found[2]), int(found[1]), sizes)
    told = near.explain(kind, message, names)
    if told is not None:
        return told
    for kinds, pattern, words in _rules():
        found = pattern.fullmatch(message) if _is_any(kind, kinds) else None
        if found is not None:
            parts = {name: part or "" for name, part in found.groupdict().items()}
            parts["missing"] = _listed(parts.get("missing", ""))
            # A shape as Python writes it.
            return re.sub(r"(?<=\d),(?=\d)", ", ", say(words).format(**parts))
    return None


def _listed(names: str) -> str:
    """Return names as they are listed here; Python lists them in English."""
    for joint in _JOINTS:
        names = names.replace(joint, say(joint))
    return names


def _is_any(kind: str, kinds: list[str]) -> bool:
    return any(one in kind for one in kinds)


def _matmul(one: int, two: int, sizes: list[tuple[int, ...]]) -> str:
    if len(sizes) == 2 and (sizes[0][-1:], sizes[1][:1]) == ((one,), (two,)):
        return say(_SHAPES).format(one=sizes[0], two=sizes[1])
    return say(_SIZES).format(one=one, two=two)


@cache
def _rules() -> tuple[tuple[list[str], re.Pattern[str], str], ...]:
    """Return what is known, once there is something to explain: it takes a while."""
    return tuple(
        (kind.split("|"), re.compile(pattern, re.DOTALL), words)
        for kind, pattern, words in _TABLES
    )

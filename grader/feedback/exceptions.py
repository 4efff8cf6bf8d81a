"""What Python and NumPy raise, in plain words."""

import re
from collections.abc import Callable, Collection

from grader.feedback import near, numpy_words, python_words

MAX_MESSAGE = 300

_RULES = tuple(
    (kind.split("|"), re.compile(pattern, re.DOTALL), words)
    for kind, pattern, words in (*numpy_words.RULES, *python_words.RULES)
)
_MATMUL = re.compile(
    r"matmul: Input operand 1 has a mismatch.*\(size (\d+) is different from (\d+)\)"
)
_SHAPES = (
    "Shapes {one} and {two} do not line up for `@`: the last of the first must "
    "equal the first of the second."
)
_SIZES = (
    "The sizes {one} and {two} do not line up for `@`: the last of the first must "
    "equal the first of the second."
)


def explain(
    kind: str,
    message: str,
    shapes: list[tuple[int, ...]],
    names: Callable[[], Collection[str]] = tuple,
) -> str | None:
    """Return an exception in plain words, None for one that is not known.

    `shapes` are those of the arrays that the call was given, for messages in which
    NumPy leaves them out; `names` returns those that the source defines.
    """
    # One line: a message of the student's must not look like paragraphs of ours.
    message = " ".join(message[:MAX_MESSAGE].split())
    if kind == "ValueError" and (found := _MATMUL.match(message)):
        return _matmul(int(found[2]), int(found[1]), shapes)
    told = near.explain(kind, message, names)
    if told is not None:
        return told
    for kinds, pattern, words in _RULES:
        found = pattern.fullmatch(message) if _is_any(kind, kinds) else None
        if found is not None:
            parts = {name: part or "" for name, part in found.groupdict().items()}
            # A shape as Python writes it.
            return re.sub(r"(?<=\d),(?=\d)", ", ", words.format(**parts))
    return None


def _is_any(kind: str, kinds: list[str]) -> bool:
    return any(one in kind for one in kinds)


def _matmul(one: int, two: int, shapes: list[tuple[int, ...]]) -> str:
    if len(shapes) == 2 and (shapes[0][-1:], shapes[1][:1]) == ((one,), (two,)):
        return _SHAPES.format(one=shapes[0], two=shapes[1])
    return _SIZES.format(one=one, two=two)

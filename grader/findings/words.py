"""The words of findings: how much it is, and what to do instead."""

import re
from typing import Final, Self, final

from grader.language import marked, say

_WHOLE = marked(
    "`np.{name}(x)` takes the whole array, with `axis=1` each row on its own"
)
_ARRAY = marked("leave it an array: `x * 2` and `np.sum(x)` need neither list nor loop")
_PYTHON = marked(
    "call NumPy's functions with all of `x`; `np.where` stands for an `if`"
)
_AXIS = marked("most functions take an axis themselves: `np.max(x, axis=1)`")
_GRID = marked("broadcasting makes it from `i = np.arange(n)`: `i[:, np.newaxis] + i`")
_GENERAL = marked(
    "an expression such as `np.sum(x, axis=1)` goes through all rows at once"
)

# What NumPy calls what takes the whole array, by what stands there.
_AS_WHOLE: Final = {
    **{name: name for name in ("all", "any", "max", "min", "prod")},
    **dict.fromkeys(("fsum", "sum"), "sum"),
    **dict.fromkeys(("sort", "sorted"), "sort"),
    "accumulate": "cumsum",
}
_INSTEAD: Final = {
    "for": marked(
        "do it for the whole array: `x * 2`, `np.exp(x)`, `np.sum(x, axis=1)`"
    ),
    "while": marked(
        "no counter is needed: `x * 2` and `np.sum(x)` go through all of `x`"
    ),
    "comprehension": marked(
        "call with the whole array: `np.exp(x)`, not `[math.exp(v) for v in x]`"
    ),
    "recursion": marked(
        "one call goes through all of `x`: `np.sum(x)`, `np.cumsum(x)`"
    ),
    "map": marked("call with the whole array: `np.exp(x)`, not `map(math.exp, x)`"),
    "filter": marked("a condition picks elements: `x[x > 0]`"),
    "reduce": marked(
        "NumPy has it for whole arrays: `np.prod(x)`, `np.maximum.reduce(x)`"
    ),
    "zip": marked("arrays of one shape pair up by themselves: `a * b`"),
    "reversed": marked("`x[::-1]` is the array backwards"),
    "piecewise": marked("`np.where(x > 0, x, 0)` takes one value or the other"),
    **{name: _WHOLE.format(name=meant) for name, meant in _AS_WHOLE.items()},
    **dict.fromkeys(("*", "enumerate", "iter", "list", "set", "tuple"), _ARRAY),
    **dict.fromkeys(("frompyfunc", "vectorize"), _PYTHON),
    **dict.fromkeys(("ndenumerate", "ndindex", "nditer", "nested_iters"), _PYTHON),
    **dict.fromkeys(("apply_along_axis", "apply_over_axes"), _AXIS),
    **dict.fromkeys(("fromfunction", "fromiter"), _GRID),
}
_INSIDES = marked("leave it out: no answer needs the insides of the interpreter")
_WITHOUT: Final = {
    "": marked("take out what switches the counting off, such as `sys.settrace`"),
    "__import__": marked("write `import` at the top of the file"),
    **dict.fromkeys(
        ("compile", "eval", "exec"), marked("write the code where it stands")
    ),
    **dict.fromkeys(
        ("globals", "locals", "vars"), marked("use the variable by its name")
    ),
    **dict.fromkeys(
        ("_getframe", "getprofile", "gettrace", "setprofile", "settrace"), _INSIDES
    ),
    **dict.fromkeys(
        (
            "__getattribute__",
            "__setattr__",
            "attrgetter",
            "delattr",
            "getattr",
            "setattr",
        ),
        marked('write the name itself: `x.shape`, not `getattr(x, "shape")`'),
    ),
}
IMPORT: Final = marked(
    "write the formula with NumPy's functions, and leave the import out"
)
ADVICE: Final = {
    "input-changed": marked("make a new array: `x = x / 2`, not `x /= 2`"),
    "overflow": marked("rewrite the formula so that nothing large goes into `np.exp`"),
}
"""What to do by the rule of an advice; a course may advise what is not here."""

_STEP_EACH = marked("one Python step for each element")
_CALL_EACH = marked("one Python call for each element")
_LOOKS: Final = {
    "while": marked("one Python step for each turn"),
    "recursion": marked("one Python call for each part"),
    "vectorize": _CALL_EACH,
    "frompyfunc": _CALL_EACH,
    "piecewise": marked("one Python call for each piece"),
    "apply_along_axis": marked("one Python call for each row or column"),
    "apply_over_axes": marked("one Python call for each axis"),
}


@final
class What(str):
    """What a loop is: in English, which help is found by, and as it is `said`."""

    __slots__ = ("_said",)
    _said: str

    @classmethod
    def of(cls, text: str, /, **parts: str) -> Self:
        """Return a marked text with its parts, some of which may be such words too."""
        what = cls(text.format(**parts))
        told = {
            name: part.said if isinstance(part, What) else part
            for name, part in parts.items()
        }
        what._said = say(text).format(**told)
        return what

    @property
    def said(self) -> str:
        """It in the language at hand; code is what it is in every language."""
        return getattr(self, "_said", str(self))


def plural(word: str) -> str:
    """Return a word for several; a parameter such as `num_iterations` is one already.

    Good for what cases count: rows, batches, entries. Chinese knows no plural.
    """
    if word.endswith("s") or not word.isascii():
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x", "z")) else "s")


def looks(what: str) -> str:
    """Return what a loop that no call came to would take, by what it is called."""
    return say(_LOOKS.get(_kind(what), _STEP_EACH))


def instead(what: str) -> str:
    """Return what to write in the place of a loop, by what it is called."""
    kind = _kind(what)
    if kind in _AS_WHOLE:
        return say(_WHOLE).format(name=_AS_WHOLE[kind])
    return say(_INSTEAD.get(kind, _GENERAL))


def without(name: str) -> str:
    """Return how to do without what leads to code that cannot be looked at."""
    return say(_WITHOUT.get(name, _INSIDES))


def _kind(what: str) -> str:
    """Return which kind of loop "a `for` loop over `x`" or "`np.vectorize`" is."""
    if what.startswith("a star"):
        return "*"
    if "calls itself" in what:
        return "recursion"
    head = what.partition(" over ")[0]
    if head.endswith(("comprehension", "generator expression")):
        return "comprehension"
    named = re.search(r"`(?:np\.)?(\w+)`", head)
    return named[1] if named else ""

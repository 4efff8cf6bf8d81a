"""The words of findings: how much it is, and what to do instead."""

import re
from typing import Final

_WHOLE = "`np.{}(x)` takes the whole array, with `axis=1` each row on its own"
_ARRAY = "leave it an array: `x * 2` and `np.sum(x)` need neither list nor loop"
_PYTHON = "call NumPy's functions with all of `x`; `np.where` stands for an `if`"
_AXIS = "most functions take an axis themselves: `np.max(x, axis=1)`"
_GRID = "broadcasting makes it from `i = np.arange(n)`: `i[:, np.newaxis] + i`"
_GENERAL = "an expression such as `np.sum(x, axis=1)` goes through all rows at once"

_INSTEAD: Final = {
    "for": "do it for the whole array: `x * 2`, `np.exp(x)`, `np.sum(x, axis=1)`",
    "while": "no counter is needed: `x * 2` and `np.sum(x)` go through all of `x`",
    "comprehension": "call with the whole array: `np.exp(x)`, not "
    "`[math.exp(v) for v in x]`",
    "recursion": "one call goes through all of `x`: `np.sum(x)`, `np.cumsum(x)`",
    "map": "call with the whole array: `np.exp(x)`, not `map(math.exp, x)`",
    "filter": "a condition picks elements: `x[x > 0]`",
    "reduce": "NumPy has it for whole arrays: `np.prod(x)`, `np.maximum.reduce(x)`",
    "zip": "arrays of one shape pair up by themselves: `a * b`",
    "reversed": "`x[::-1]` is the array backwards",
    "piecewise": "`np.where(x > 0, x, 0)` takes one value or the other",
    **{name: _WHOLE.format(name) for name in ("all", "any", "max", "min", "prod")},
    **{name: _WHOLE.format("sum") for name in ("fsum", "sum")},
    **{name: _WHOLE.format("sort") for name in ("sort", "sorted")},
    **{name: _WHOLE.format("cumsum") for name in ("accumulate",)},
    **dict.fromkeys(("*", "enumerate", "iter", "list", "set", "tuple"), _ARRAY),
    **dict.fromkeys(("frompyfunc", "vectorize"), _PYTHON),
    **dict.fromkeys(("ndenumerate", "ndindex", "nditer", "nested_iters"), _PYTHON),
    **dict.fromkeys(("apply_along_axis", "apply_over_axes"), _AXIS),
    **dict.fromkeys(("fromfunction", "fromiter"), _GRID),
}
_INSIDES = "leave it out: no answer needs the insides of the interpreter"
_WITHOUT: Final = {
    "": "take out what switches the counting off, such as `sys.settrace`",
    "__import__": "write `import` at the top of the file",
    **dict.fromkeys(("compile", "eval", "exec"), "write the code where it stands"),
    **dict.fromkeys(("globals", "locals", "vars"), "use the variable by its name"),
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
        'write the name itself: `x.shape`, not `getattr(x, "shape")`',
    ),
}
IMPORT: Final = "write the formula with NumPy's functions, and leave the import out"
ADVICE: Final = {
    "input-changed": "make a new array: `x = x / 2`, not `x /= 2`",
    "overflow": "rewrite the formula so that nothing large goes into `np.exp`",
}
"""What to do by the rule of an advice; a course may advise what is not here."""


def plural(word: str) -> str:
    """Return a word for several; a parameter such as `num_iterations` is one already.

    Good for what cases count: rows, batches, entries.
    """
    if word.endswith("s"):
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x", "z")) else "s")


def counted(number: int, word: str) -> str:
    """Return "1 row", "3 rows", "1,042 rows"."""
    return f"{number:,} {word if number == 1 else plural(word)}"


def looks(what: str) -> str:
    """Return what a loop that no call came to would take, by what it is called."""
    return {
        "while": "one Python step for each turn",
        "recursion": "one Python call for each part",
        "vectorize": "one Python call for each element",
        "frompyfunc": "one Python call for each element",
        "piecewise": "one Python call for each piece",
        "apply_along_axis": "one Python call for each row or column",
        "apply_over_axes": "one Python call for each axis",
    }.get(_kind(what), "one Python step for each element")


def instead(what: str) -> str:
    """Return what to write in the place of a loop, by what it is called."""
    return _INSTEAD.get(_kind(what), _GENERAL)


def without(name: str) -> str:
    """Return how to do without what leads to code that cannot be looked at."""
    return _WITHOUT.get(name, _INSIDES)


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

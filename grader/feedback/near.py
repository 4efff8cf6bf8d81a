"""Names that are not there, and those that were meant."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import Any

import numpy as np

from grader.language import marked, say, spoken

_CUTOFF = 0.65
_MAX_NAME = 40
_MODULES = frozenset(
    ("collections", "copy", "functools", "itertools", "math", "os", "random", "re",
     "sys", "time")
)  # fmt: skip
# The words for these do not depend on the name.
_OTHERS = (
    "NoneType", "builtin_function_or_method", "function", "method",
    "numpy._ArrayFunctionDispatcher", "numpy.ufunc",
)  # fmt: skip
_NUMBERS = ("bool", "complex", "float", "int", "numpy.float64", "numpy.int64")
_KINDS: dict[str, type] = {
    "numpy.ndarray": np.ndarray,
    **{one.__name__: one for one in (dict, list, str, tuple)},
}
# What other names stand for: those of other languages, and what is elsewhere in NumPy.
_MEANT = {
    "avg": "np.mean",
    "cumproduct": "np.cumprod",
    "det": "np.linalg.det",
    "inv": "np.linalg.inv",
    "length": "len(x)",
    "len": "len(x)",
    "ln": "np.log",
    "math": "math",
    "norm": "np.linalg.norm",
    "product": "np.prod",
    "rand": "np.random.rand",
    "randn": "np.random.randn",
    "T": "x.T",
}
_OF_ARRAYS = _MEANT | {"append": "np.append(x, value)", "abs": "np.abs(x)"}

_ATTRIBUTE = re.compile(r"module '?([\w.]+)'? has no attribute '(\w+)'(.*)")
_GONE = re.compile(r".*\bnp\.(\w+)` was .*? [Uu]se `([\w.]+)`.*")
_OBJECT = re.compile(r"'([\w.]+)' object has no attribute '(\w+)'.*")
_NAME = re.compile(r"name '(\w+)' is not defined.*")
_KEYWORD = re.compile(
    r"(?:.*\.)?_?(\w+)\(\) got an unexpected keyword argument '(\w+)'|"
    r"'(\w+)' is an invalid keyword argument for (?:(\w+)\(\)|this function)|"
    r"this function got an unexpected keyword argument '(\w+)'"
)
# NumPy's functions in C say their arguments to nobody.
_ARGUMENTS = ("axis", "dtype", "keepdims", "out", "where", "initial", "shape", "order")


def near(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that is most like `name`, None if none is."""
    known = sorted(one for one in names if not one.startswith("_"))
    return _nearest(name[:_MAX_NAME], tuple(known))


# A name that is missing is missing in every case.
@lru_cache(maxsize=64)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    for one in known:
        if one.lower() == name.lower() and one != name:
            return one
    found = difflib.get_close_matches(name, known, 1, _CUTOFF)
    return found[0] if found and found[0] != name else None


def explain(
    kind: str, message: str, names: Callable[[], Collection[str]]
) -> str | None:
    """Return what is said of a name that is not there, None if it is about none.

    `names` returns those that the source defines; it is asked for a NameError alone.
    """
    if kind == "NameError" and (found := _NAME.fullmatch(message)):
        return _unknown(found[1], frozenset(names()), spoken())
    if kind == "AttributeError":
        if found := _GONE.match(message):
            was, now = found.groups()
            return say(_GONE_FROM_NUMPY).format(was=was, now=now)
        if found := _ATTRIBUTE.fullmatch(message):
            return _of_module(found[1], found[2])
        if (found := _OBJECT.fullmatch(message)) and found[1] not in _OTHERS:
            return _of_object(found[1], found[2])
    if kind == "TypeError" and (found := _KEYWORD.fullmatch(message)):
        function = found[1] or found[4] or ""
        return _keyword(function, found[2] or found[3] or found[5])
    return None


_GONE_FROM_NUMPY = marked("NumPy has no `{was}` any more: write `{now}`.")
_NEEDS_NUMPY = marked("`{name}` is not defined: the file needs `import numpy as np`.")
_NEEDS_IMPORT = marked("`{name}` is not defined: the file needs `import {name}`.")
_OF_NUMPY = marked("`{name}` is not defined in this file: NumPy's is `np.{name}`.")
_DID_YOU_MEAN = marked(
    "The name `{name}` is not defined in this file: did you mean `{near}`?"
)
_UNKNOWN = marked(
    "The name `{name}` is not defined in this file: is it misspelt, or missing?"
)


# A name that is missing is missing in every case.
@lru_cache(maxsize=64)
def _unknown(name: str, names: frozenset[str], _language: str) -> str:
    import builtins  # noqa: PLC0415 - as the guest's: its names are looked up alone

    if name in ("np", "numpy"):
        return say(_NEEDS_NUMPY).format(name=name)
    if name in _MODULES:
        return say(_NEEDS_IMPORT).format(name=name)
    of_numpy = getattr(np, name, None)
    is_function = callable(of_numpy) and not isinstance(of_numpy, type)
    if is_function or name in ("pi", "inf", "nan", "newaxis"):
        return say(_OF_NUMPY).format(name=name)
    meant = near(name, {*names, *_MODULES, *dir(builtins)})
    if meant is not None:
        return say(_DID_YOU_MEAN).format(name=name, near=meant)
    return say(_UNKNOWN).format(name=name)


_MODULE_MEANT = marked("`{module}` has no `{name}`. Did you mean `{near}`?")
_MODULE = marked("`{module}` has no `{name}`: is the name misspelt?")


def _of_module(module: str, name: str) -> str:
    if module == "numpy" and name in _MEANT:
        return say(_MODULE_MEANT).format(module=module, name=name, near=_MEANT[name])
    known: dict[str, Any] = {
        "numpy": np, "numpy.linalg": np.linalg, "numpy.random": np.random
    }  # fmt: skip
    if module == "math":
        import math  # noqa: PLC0415 - for its names alone

        known["math"] = math
    meant = near(name, dir(known[module])) if module in known else None
    if meant is None:
        return say(_MODULE).format(module=module, name=name)
    prefix = {"math": "math", "numpy": "np"}.get(module, module.replace("numpy", "np"))
    return say(_MODULE_MEANT).format(module=module, name=name, near=f"{prefix}.{meant}")


_ARRAY_FUNCTION = marked("An array has no `{name}` of its own: write `np.{name}(x)`.")
_ARRAY_MEANT = marked("An array has no `{name}`. Did you mean `{near}`?")
_ARRAY = marked("An array has no `{name}`: is the name misspelt?")
_LIST = marked(
    "A {kind} has no `{name}`: np.array makes an array of it, which has one."
)
_NUMBER = marked(
    "A single number (`{kind}`) has no `{name}`: is it meant to be an array?"
)
_TUPLE = marked("A tuple has no `{name}`: it cannot be changed, a list can.")
_MEANT_OF = marked("A value of type `{kind}` has no `{name}`. Did you mean `{near}`?")
_OTHER = marked("A value of type `{kind}` has no `{name}`: is it meant to be an array?")
_DICT = marked(
    "A dict has no attribute `{name}`: its values are in brackets, `d['{name}']`."
)


def _of_object(kind: str, name: str) -> str:
    if kind == "numpy.ndarray":
        return _of_array(name)
    if kind in ("list", "tuple") and name in dir(np.ndarray):
        return say(_LIST).format(kind=kind, name=name)
    if kind in _NUMBERS:
        return say(_NUMBER).format(kind=kind, name=name)
    if kind == "tuple" and name in dir(list):
        return say(_TUPLE).format(name=name)
    meant = near(name, dir(_KINDS[kind])) if kind in _KINDS else None
    if meant is not None:
        return say(_MEANT_OF).format(kind=kind, name=name, near=meant)
    if kind == "dict":
        return say(_DICT).format(name=name)
    return say(_OTHER).format(kind=kind, name=name)


def _of_array(name: str) -> str:
    if name in _OF_ARRAYS:
        return say(_ARRAY_MEANT).format(name=name, near=_OF_ARRAYS[name])
    if callable(getattr(np, name, None)):
        return say(_ARRAY_FUNCTION).format(name=name)
    meant = near(name, dir(np.ndarray))
    if meant is not None:
        return say(_ARRAY_MEANT).format(name=name, near=meant)
    return say(_ARRAY).format(name=name)


_WORD_MEANT = marked("`{function}` has no argument `{word}`. Did you mean `{near}`?")
_WORD_OF_NUMPY = marked(
    "Python's own `{function}` has no argument `{word}`: NumPy's is `np.{function}`."
)
_WORD = marked("`{function}` has no argument `{word}`.")
_WORD_ALONE = marked("This function has no argument `{word}`.")


def _keyword(function: str, word: str) -> str:
    if not function:
        return say(_WORD_ALONE).format(word=word)
    if function in ("max", "min", "sum") and word in ("axis", "keepdims", "dtype"):
        return say(_WORD_OF_NUMPY).format(function=function, word=word)
    if hasattr(np, function) or hasattr(np.linalg, function):
        meant = "axis" if word == "axes" else near(word, _ARGUMENTS)
        if meant is not None:
            return say(_WORD_MEANT).format(function=function, word=word, near=meant)
    return say(_WORD).format(function=function, word=word)

"""What Python and NumPy raise, in plain words."""

import re
from collections.abc import Callable

MAX_MESSAGE = 300
Words = Callable[[re.Match[str]], str]


def _said(text: str) -> Words:
    return lambda match: match.expand(text)


def _broadcast(match: re.Match[str]) -> str:
    shapes = " and ".join(re.findall(r"\([\d,]*\)", match[0]))
    return (
        f"Shapes {shapes} do not line up: from the right, each pair of sizes must be "
        "equal, or one of them 1."
    )


def _axis(match: re.Match[str]) -> str:
    axis, count = match.groups()
    has = {
        "0": "a single number has none",
        "1": "an array of one dimension has axis 0 alone",
        "2": "an array of two dimensions has the axes 0 and 1",
    }.get(count, f"the array has {count}, counted from 0")
    return f"There is no axis {axis}: {has}."


def _attribute(match: re.Match[str]) -> str:
    kind, name = match.groups()
    if kind == "numpy.ndarray":
        return f"An array has no `{name}`: is the name misspelt?"
    return f"A value of type `{kind}` has no `{name}`: is it meant to be an array?"


_RULES: tuple[tuple[str, str, Words], ...] = (
    (
        "ValueError",
        r"operands could not be broadcast together with shapes .*",
        _broadcast,
    ),
    (
        "ValueError",
        r"shapes (\(.*?\)) and (\(.*?\)) not aligned.*",
        _said(
            r"Shapes \1 and \2 do not line up for np.dot: the last size of the first "
            "must equal the first of the second."
        ),
    ),
    (
        "ValueError",
        r"cannot reshape array of size (\d+) into shape (\(.*\))",
        _said(r"\1 values do not fit into shape \2: the sizes must multiply to \1."),
    ),
    (
        "TypeError",
        r"only (?:length-1|size-1|0-dimensional) arrays can be converted to Python .*",
        _said(
            "A function for one number (math.exp, float, int) was given a whole array; "
            "NumPy's own (np.exp) works on arrays."
        ),
    ),
    (
        "NameError",
        r"name '(np|numpy)' is not defined.*",
        _said("`\\1` is not defined: the file needs `import numpy as np`."),
    ),
    (
        "NameError",
        r"name '(\w+)' is not defined.*",
        _said(
            r"The name `\1` is not defined in this file: is it misspelt, or missing?"
        ),
    ),
    (
        "UnboundLocalError",
        r".*variable '(\w+)'.*",
        _said(r"`\1` is read before it has a value in this function."),
    ),
    (
        "ModuleNotFoundError",
        r"No module named '([\w.]+)'",
        _said(r"The module `\1` is not there: answers use NumPy and Python's own."),
    ),
    (
        "AttributeError",
        r"module '?([\w.]+)'? has no attribute '(\w+)'.*",
        _said(r"`\1` has no `\2`: is the name misspelt?"),
    ),
    (
        "",
        r".*\bNoneType\b.*",
        _said("Something here is None: a value was not computed, or not returned."),
    ),
    (
        "TypeError",
        r"(?:.*\.)?(\w+)\(\) missing \d+ required positional arguments?: (.*)",
        _said(r"`\1` is called without all of its arguments: \2 missing."),
    ),
    (
        "TypeError",
        r"(?:.*\.)?(\w+)\(\) takes (?:from \d+ to )?(\d+) positional .* but (\d+) w.*",
        _said(r"`\1` is called with \3 arguments; it takes \2."),
    ),
    (
        "AttributeError",
        r"'([\w.]+)' object has no attribute '(\w+)'.*",
        _attribute,
    ),
    (
        "IndexError",
        r".*index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        _said(r"There is no index \1 on axis \2: its size is \3, counted from 0."),
    ),
    (
        "IndexError",
        r"tuple index out of range",
        _said("A shape has fewer sizes than this line reads."),
    ),
    (
        "AxisError",
        r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
        _axis,
    ),
    (
        "UFunc",
        r"Cannot cast ufunc '(\w+)' output from dtype\('(\w+)'\) to dtype\('(\w+)'\).*",
        _said(
            r"An in-place operation (`/=`, `-=`, …) cannot keep its \2 result in the "
            r"\3 array it was given: compute a new array instead."
        ),
    ),
    (
        "PermissionError",
        r".*",
        _said("The sandbox does not allow this: answers need no processes or files."),
    ),
    (
        "RuntimeError",
        r"can't start new thread",
        _said("The sandbox does not allow threads: array expressions need none."),
    ),
    ("KeyError", r"(.*)", _said(r"The dict has no key \1.")),
    (
        "MemoryError",
        r".*",
        _said("It asked for more memory than a check may use."),
    ),
    (
        "RecursionError",
        r".*",
        _said("The function calls itself without an end."),
    ),
    (
        "SystemExit",
        r".*",
        _said("It calls exit(): a function gives its value back with `return`."),
    ),
)


_MATMUL = re.compile(
    r"matmul: Input operand 1 has a mismatch.*\(size (\d+) is different from (\d+)\)"
)


def explain(kind: str, message: str, shapes: list[tuple[int, ...]]) -> str | None:
    """Return an exception in plain words, None for one that is not known.

    `shapes` are those of the arrays that the call was given, for messages in
    which NumPy leaves them out.
    """
    # One line: a message of the student's must not look like paragraphs of ours.
    message = " ".join(message[:MAX_MESSAGE].split())
    match = _MATMUL.match(message)
    if match:
        found = f"the sizes {match[2]} and {match[1]}"
        if len(shapes) == 2 and (shapes[0][-1:], shapes[1][:1]) == (
            (int(match[2]),),
            (int(match[1]),),
        ):
            found = f"shapes {shapes[0]} and {shapes[1]}"
        return (
            f"{found[0].upper()}{found[1:]} do not line up for `@`: the last of the "
            "first must equal the first of the second."
        )
    for name, pattern, words in _RULES:
        found_match = re.fullmatch(pattern, message, re.DOTALL)
        if found_match and (name in kind):
            return re.sub(r"(?<=\d),(?=\d)", ", ", words(found_match))
    return None

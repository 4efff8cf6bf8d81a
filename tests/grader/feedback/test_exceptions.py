"""Exceptions in plain words: each rule meets what Python and NumPy really raise."""

import math
from string import Formatter

import numpy as np
import pytest

from grader.feedback.exceptions import _rules, explain
from grader.language import say

X = np.ones((3, 2))
NOTHING = None


def raised(action):
    """Return the type and message of what an action raises, as a guest tells it."""
    try:
        action()
    except BaseException as error:  # noqa: BLE001 - exits as well
        return type(error).__name__, str(error)
    raise AssertionError("nothing was raised")


def in_place(array, value):
    """Divide in place."""
    array /= value


def read_early():
    """Read a variable before it has a value."""
    if X is None:
        total = 0
    total += 1
    return total


def unpack():
    """Take a value apart that was not returned."""
    weights, bias = NOTHING
    return weights, bias


def endless():
    """Call itself for ever."""
    return endless()


def leave():
    """End the program."""
    raise SystemExit(1)


ALIGN = (
    "do not line up for `@`: the last of the first must equal the first of the second."
)

LINE_UP = (
    "do not line up: from the right, each pair of sizes must be equal, "
    "or one of them 1."
)
FOR_DOT = (
    "do not line up for np.dot: the last size of the first must equal the first of "
    "the second."
)
ONE_NUMBER = (
    "A function for one number (math.exp, float, int) was given a whole array; "
    "NumPy's own (np.exp) works on arrays."
)
IS_NONE = "Something here is None: a value was not computed, or not returned."

CASES = {
    "broadcast": (
        lambda: X + np.ones((2, 3)),
        "Shapes (3, 2) and (2, 3) " + LINE_UP,
    ),
    "broadcast of vectors": (
        lambda: np.ones(3) * np.ones(4),
        "Shapes (3,) and (4,) " + LINE_UP,
    ),
    "broadcast of where": (
        lambda: np.where(np.ones(2) > 0, np.ones(3), 0),
        (
            "Shapes (2,), (3,) and () do not line up: from the right, the sizes must "
            "be equal, or 1."
        ),
    ),
    "dot": (
        lambda: np.dot(X, X),
        "Shapes (3, 2) and (3, 2) " + FOR_DOT,
    ),
    "dot of vectors": (
        lambda: np.dot(np.ones(3), np.ones(4)),
        "Shapes (3,) and (4,) " + FOR_DOT,
    ),
    "reshape": (
        lambda: X.reshape(4, 2),
        "6 values do not fit into shape (4, 2): the sizes must multiply to 6.",
    ),
    "reshape to a vector": (
        lambda: X.reshape(7),
        "6 values do not fit into shape (7,): the sizes must multiply to 6.",
    ),
    "math.exp": (
        lambda: math.exp(X),
        ONE_NUMBER,
    ),
    "float": (
        lambda: float(np.ones(3)),
        ONE_NUMBER,
    ),
    "no import of NumPy": (
        lambda: eval("np.exp(1)", {}),  # noqa: S307 - a name that is not there
        "`np` is not defined: the file needs `import numpy as np`.",
    ),
    "an unknown name": (
        lambda: eval("qqqq(1)", {}),  # noqa: S307 - as above
        "The name `qqqq` is not defined in this file: is it misspelt, or missing?",
    ),
    "a variable read early": (
        read_early,
        "`total` is read before it has a value in this function.",
    ),
    "a module that is not there": (
        lambda: __import__("tensorflow_of_nobody"),
        (
            "The module `tensorflow_of_nobody` is not there: answers use NumPy and "
            "Python's own."
        ),
    ),
    "a function that NumPy has not": (
        lambda: np.expp(1),
        "`numpy` has no `expp`. Did you mean `np.exp`?",
    ),
    "a function that NumPy had": (
        lambda: np.float(1),  # noqa: NPY001 - what is gone is the point
        "NumPy has no `float` any more: write `float`.",
    ),
    "a function that a part of NumPy has not": (
        lambda: np.linalg.norms(1),
        "`numpy.linalg` has no `norms`. Did you mean `np.linalg.norm`?",
    ),
    "a function that math has not": (
        lambda: math.expp(1),
        "`math` has no `expp`. Did you mean `math.exp`?",
    ),
    "None in a sum": (
        lambda: NOTHING + 1,
        IS_NONE,
    ),
    "None with an index": (
        lambda: NOTHING[0],
        (
            "None has no elements: what stands before the brackets was not computed, "
            "or not returned."
        ),
    ),
    "None that is called": (
        lambda: NOTHING(X),
        "None is called like a function here: the name before the parentheses is None.",
    ),
    "None unpacked": (
        unpack,
        IS_NONE,
    ),
    "a shape of None": (
        lambda: NOTHING.shape,
        IS_NONE,
    ),
    "an index beyond": (
        lambda: X[5],
        "There is no index 5 on axis 0: its size is 3, counted from 0.",
    ),
    "a negative index beyond": (
        lambda: X[0, -3],
        "There is no index -3 on axis 1: its size is 2, counted from 0.",
    ),
    "a size that a shape has not": (
        lambda: np.ones(3).shape[1],
        "A shape has fewer sizes than this line reads.",
    ),
    "an axis beyond": (
        lambda: np.sum(X, axis=2),
        "There is no axis 2: an array of two dimensions has the axes 0 and 1.",
    ),
    "an axis beyond three": (
        lambda: np.sum(np.ones((1, 2, 3)), axis=3),
        "There is no axis 3: the array has 3, counted from 0.",
    ),
    "an axis of a number": (
        lambda: np.sum(3.0, axis=1),
        "There is no axis 1: a single number has none.",
    ),
    "a method that arrays have not": (
        lambda: X.summ(axis=1),
        "An array has no `summ`. Did you mean `sum`?",
    ),
    "an attribute that lists have not": (
        lambda: [1].shape,
        "A list has no `shape`: np.array makes an array of it, which has one.",
    ),
    "a missing argument": (
        np.linalg.norm,
        "`norm` is called without all of its arguments: 'x' missing.",
    ),
    "an argument too many": (
        lambda: in_place(X, 2, 3),
        "The number of arguments given to `in_place` is 3; it takes 2.",
    ),
    "an axis of a vector": (
        lambda: np.max(np.ones(3), axis=1, keepdims=True),
        "There is no axis 1: an array of one dimension has axis 0 alone.",
    ),
    "an axis for the norm": (
        lambda: np.linalg.norm(np.ones(3), axis=1),
        "There is no axis 1: an array of one dimension has axis 0 alone.",
    ),
    "division in place": (
        lambda: in_place(np.array([1, 2]), 2),
        (
            "An in-place operation (`/=`, `-=`, …) cannot keep its float64 result in "
            "the int64 array it was given: compute a new array instead."
        ),
    ),
    "a key that is not there": (lambda: {}["dw"], "The dict has no key 'dw'."),
    "a key that is a number": (lambda: {}[3], "The dict has no key 3."),
    "too much memory": (
        lambda: np.ones(2**44),
        "It asked for more memory than a check may use.",
    ),
    "no end": (endless, "The function calls itself without an end."),
    "an exit": (
        leave,
        "It calls exit(): a function gives its value back with `return`.",
    ),
    "matrices": (lambda: X @ X, "The sizes 2 and 3 " + ALIGN),
    "a matrix and a vector": (lambda: X @ np.ones(3), "The sizes 2 and 3 " + ALIGN),
    "matrices by name": (lambda: np.matmul(X, X), "The sizes 2 and 3 " + ALIGN),
}


@pytest.mark.parametrize(("action", "words"), CASES.values(), ids=CASES.keys())
def test_known_exceptions_are_told_in_plain_words(action, words):
    """What this NumPy and this Python raise is recognised, whatever their version."""
    assert explain(*raised(action), []) == words


OTHERS = [
    (
        "TypeError",
        "only length-1 arrays can be converted to Python scalars",
        "math.exp",
    ),
    ("TypeError", "only size-1 arrays can be converted to Python scalars", "math.exp"),
    (
        "TypeError",
        "only 0-dimensional arrays can be converted to Python scalars",
        "math.exp",
    ),
    (
        "UnboundLocalError",
        "local variable 'a' referenced before assignment",
        "`a` is read",
    ),
    ("NameError", "name 'sgmoid' is not defined. Did you mean: 'sigmoid'?", "`sgmoid`"),
    ("AxisError", "axis -3 is out of bounds for array of dimension 2", "no axis -3"),
    ("_ArrayMemoryError", "Unable to allocate 8. TiB for an array", "more memory"),
    ("MemoryError", "", "more memory"),
    ("PermissionError", "[Errno 1] Operation not permitted", "The sandbox"),
    ("RuntimeError", "can't start new thread", "threads"),
]


@pytest.mark.parametrize(("kind", "message", "part"), OTHERS)
def test_other_versions_say_it_otherwise(kind, message, part):
    """The wordings of other versions of Python and NumPy are recognised as well."""
    assert part in explain(kind, message, [])


def test_shapes_are_told_where_numpy_leaves_them_out():
    """Where the arguments are the operands of `@`, their shapes are told."""
    kind, message = raised(lambda: X @ X)
    assert (
        explain(kind, message, [(3, 2), (3, 2)]) == "Shapes (3, 2) and (3, 2) " + ALIGN
    )


@pytest.mark.parametrize(
    "shapes", [[], [(3, 2)], [(2, 3), (3, 2)], [(), ()], [(3, 2)] * 3]
)
def test_shapes_that_cannot_be_the_operands_are_not_told(shapes):
    """A wrong diagnosis is worse than none: only sizes are told then."""
    kind, message = raised(lambda: X @ X)
    assert explain(kind, message, shapes) == "The sizes 2 and 3 " + ALIGN


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("ValueError", "something else"),
        ("ValueError", ""),
        ("", ""),
        ("TypeError", "something else"),
        ("OSError", "name 'np' is not defined"),
        ("NameError", "np"),
        ("ValueError", "operands could not be broadcast"),
        ("OwnError", "\\1 \\g<0>"),
    ],
)
def test_what_is_not_known_is_left_alone(kind, message):
    """An exception without a rule has no words but its own."""
    assert explain(kind, message, []) is None


@pytest.mark.parametrize("message", [r"\1", r"\g<name>", "\\", "a\nb", "'" * 2000, "("])
def test_hostile_messages_are_text(message):
    """What a student's exception says is never a pattern, nor more than one line."""
    said = " ".join(message[:300].split())
    assert explain("KeyError", message, []) == f"The dict has no key {said}."
    for kind in ("ValueError", "TypeError", "NameError", "AxisError", "UFuncTypeError"):
        assert explain(kind, message, []) is None


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("action", "said"),
    [
        (lambda: X + X.T,
         ("形状 (3, 2) 与 (2, 3) 不能广播到一起：从右往左，每一对长度必须相等，"
          "或者其中一个是 1。")),
        (lambda: X @ X,
         ("形状 (3, 2) 与 (3, 2) 不能用 `@` 相乘：前者的最后一个长度必须等于后者的"
          "第一个长度。")),
        (lambda: X.sum(axis=2), "没有轴 2：二维数组有轴 0 和轴 1。"),
        (lambda: list("a")[3], "这个 list 没有这么长：它最后一个下标是 `len(x) - 1`。"),
        (in_place, "调用 `in_place` 时参数没有给全：缺少 'array'、'value'。"),
        (lambda: NOTHING + 1, "这里有一个值是 None：它没有算出来，或者没有返回。"),
        (lambda: 1 / 0, "有一个数除以了零。"),
        (lambda: X.expp, "数组没有 `expp`"),
    ],
)  # fmt: skip
def test_an_exception_is_told_in_chinese(action, said):
    """What Python and NumPy raise is told in Chinese, shapes as Python has them."""
    assert explain(*raised(action), [(3, 2), (3, 2)]).startswith(said)


@pytest.mark.usefixtures("chinese")
def test_names_are_listed_as_chinese_does():
    """Python lists three names in English, which is no list of code."""
    said = "f() missing 3 required positional arguments: 'a', 'b', and 'c'"
    assert explain("TypeError", said, []) == (
        "调用 `f` 时参数没有给全：缺少 'a'、'b'、'c'。"
    )


@pytest.mark.usefixtures("chinese")
def test_every_rule_can_be_told_in_chinese():
    """What a sentence has places for is what its rule finds in the message."""
    for _, pattern, words in _rules():
        places = {name for _, name, _, _ in Formatter().parse(say(words)) if name}
        assert places <= pattern.groupindex.keys(), words

"""Exceptions that real answers raise in a real guest, told in plain words."""

import numpy as np
import pytest

from grader.feedback.outcomes import failure
from grader.sandbox.launcher import Sandbox

HEAD = "import math\nimport numpy as np\n\n\ndef helper(a, b):\n    pass\n\n\n"
LINE = 10
X = np.arange(6.0).reshape(2, 3)

NOT_CALLED = (
    "A function stands here in the place of its value: parentheses call it, `f(x)`."
)
IS_NONE = "Something here is None: a value was not computed, or not returned."
WHOLE = "`//` divides into whole numbers"

# Of each: what a function of `x` does, what is marked in it, what is said of it. The
# array `x` holds six floats in two rows.
RAISED = {
    "x + x.T": ("x + x.T", "Shapes (2, 3) and (3, 2) do not line up"),
    "x[:] = x.T": ("x[:]", "An array of shape (3, 2) does not fit into the place of"),
    "x += np.ones((2, 2, 3))": ("", "cannot turn shape (2, 3) into (2, 2, 3)"),
    "x[x > 3] = np.ones(5)": ("x[x > 3]", "The condition picks 2 elements, and 5"),
    "x @ x": ("x @ x", "The sizes 3 and 2 do not line up for `@`"),
    "np.matmul(x, x)": ("", "The sizes 3 and 2 do not line up for `@`"),
    "x @ 2": ("x @ 2", "`*` multiplies by a number"),
    "np.ones(2) @ np.ones(3)": ("", "The sizes 2 and 3 do not line up for `@`"),
    "np.dot(x, x)": ("", "Shapes (2, 3) and (2, 3) do not line up for np.dot"),
    "np.dot(np.ones(2), np.ones(3))": ("", "Shapes (2,) and (3,) do not line up for"),
    "np.linalg.solve(np.eye(2), np.ones(3))": ("", "The sizes 2 and 3 do not fit"),
    "np.sum(x, axis=2)": ("", "There is no axis 2: an array of two dimensions has"),
    "np.concatenate([x[0], x[1]], axis=1)": ("", "an array of one dimension has axis"),
    "x.transpose(0, 1, 2)": ("", "The axes given are not those of the array"),
    "x.reshape(4, 2)": ("", "6 values do not fit into shape (4, 2)"),
    "x.reshape(-1, -1)": ("", "Only one size of a shape may be -1"),
    "np.concatenate([x, x.T])": ("", "on axis 1 one has size 3 and another has size 2"),
    "np.concatenate([x, x[0]])": ("", "the number of their dimensions is 2 and 1"),
    "np.concatenate(x, x)": ("", "Several arrays go into one list"),
    "np.stack([x, x.T])": ("", "np.stack needs arrays of one shape"),
    "np.stack([])": ("", "The list of arrays to be joined is empty."),
    "math.exp(x)": ("math.exp(x)", "NumPy's own (np.exp) works on arrays"),
    "float(x)": ("float(x)", "A function for one number"),
    "x[0, 0] = [1, 2]": ("", "is put into a place that holds one number"),
    "np.array([[1, 2], [3]])": ("", "The parts of this array do not have the same"),
    "1 if x > 2 else 0": ("x > 2", "A whole array stands where one True or False"),
    "max(x)": ("max(x)", "A whole array stands where one True or False"),
    "helper(1, 2) + 1": ("", IS_NONE),
    "helper(1, 2).shape": ("", IS_NONE),
    "np.exp(helper(1, 2))": ("", IS_NONE),
    "helper(1, 2)[0]": ("", "None has no elements"),
    "x(0)": ("x(0)", "brackets pick elements, `x[0]`"),
    "x.shape(0)": ("", "x.shape takes no parentheses"),
    "2(x + 1)": ("", "`*` multiplies, `2 * (x + 1)`"),
    "np(x)": ("np(x)", "A module is called like a function"),
    "x.sum[0]": ("x.sum[0]", "A function stands before the brackets"),
    "np.sum[0]": ("np.sum[0]", "A function stands before the brackets"),
    "x + x.sum": ("x + x.sum", NOT_CALLED),
    "2 * np.exp": ("2 * np.exp", NOT_CALLED),
    "helper.shape": ("helper.shape", "A function has no `shape`: parentheses"),
    "helpr(1, 2)": ("helpr", "did you mean `helper`?"),
    "exp(x)": ("exp", "`exp` is not defined in this file: NumPy's is `np.exp`."),
    "random.random()": ("random", "the file needs `import random`"),
    "true": ("true", "did you mean `True`?"),
    "np.expp(x)": ("np.expp", "`numpy` has no `expp`. Did you mean `np.exp`?"),
    "np.norm(x)": ("np.norm", "Did you mean `np.linalg.norm`?"),
    "np.float(x)": ("np.float", "NumPy has no `float` any more: write `float`."),
    "math.expp(1)": ("math.expp", "Did you mean `math.exp`?"),
    "x.Shape": ("x.Shape", "An array has no `Shape`. Did you mean `shape`?"),
    "x.exp()": ("x.exp", "An array has no `exp` of its own: write `np.exp(x)`."),
    "x.append(1)": ("x.append", "Did you mean `np.append(x, value)`?"),
    "[1].shape": ("[1].shape", "np.array makes an array of it"),
    "(1.0).shape": ("", "A single number (`float`) has no `shape`"),
    "(1,).append(2)": ("", "it cannot be changed, a list can"),
    "[1].apend(2)": ("", "Did you mean `append`?"),
    "{}.w": ("{}.w", "its values are in brackets, `d['w']`"),
    "n = n + 1": ("n", "`n` is read before it has a value in this function."),
    "[1][3]": ("[1][3]", "The list is shorter than this line reads"),
    "x[5]": ("x[5]", "There is no index 5 on axis 0: its size is 2"),
    "x[0].shape[1]": ("", "A shape has fewer sizes than this line reads."),
    "x[0, 0, 0]": ("", "Too many indices, 3: the number of the array's axes is 2."),
    "x[1.0]": ("x[1.0]", "An index of an array is a whole number"),
    "x[np.array([True, False, True])]": ("", "The condition in brackets has size 3"),
    "[1, 2][1.0]": ("[1, 2][1.0]", WHOLE),
    "[[1]][0, 0]": ("[[1]][0, 0]", "which has `x[0, 1]`"),
    "{'w': 1}['b']": ("{'w': 1}['b']", "The dict has no key 'b'."),
    "helper(1)": ("helper(1)", "`helper` is called without all of its arguments: 'b'"),
    "helper(1, 2, 3)": ("", "The number of arguments given to `helper` is 3; it takes"),
    "np.exp()": ("np.exp()", "The number of arguments given to `exp` is 0"),
    "math.exp()": ("math.exp()", "The number of arguments given to `math.exp` is 0"),
    "np.zeros(2, 3)": ("", "in parentheses or brackets of their own"),
    "np.sum(x, axis=1, keepdim=True)": ("", "Did you mean `keepdims`?"),
    "np.mean(x, axes=1)": ("", "`mean` has no argument `axes`. Did you mean `axis`?"),
    "sum(x, axis=1)": ("", "Python's own `sum` has no argument `axis`"),
    "helper(1, c=2)": ("helper(1, c=2)", "`helper` has no argument `c`."),
    "helper(1, 2, a=1)": ("", "`helper` is given its argument `a` twice"),
    "1 + 'a'": ("1 + 'a'", "`+` does not go with `int` and `str`"),
    "'a' + 1": ("'a' + 1", "`+` cannot join `str` and `int`"),
    "[1] + 1": ("[1] + 1", "np.array makes an array"),
    "[1, 2] / 2": ("[1, 2] / 2", "A list cannot be calculated with (`/`)"),
    "[1] * 2.0": ("[1] * 2.0", "cannot be multiplied by a value of type `float`"),
    "x ^ 2": ("x ^ 2", "`x ** 2` is x squared"),
    "2.0 ^ 2": ("", "`x ** 2` is x squared"),
    "x > 1 & x < 3": ("1 & x", "each needs its own parentheses"),
    "-(x > 1)": ("-(x > 1)", "`~` does"),
    "np.exp('a')": ("np.exp('a')", "something else than numbers, such as text"),
    "np.exp(np.array([1, None]))": ("", "The array has dtype object"),
    "[1] < 1": ("[1] < 1", "`<` does not compare `list` and `int`"),
    "int('1.5')": ("int('1.5')", "int() cannot read '1.5' as a whole number."),
    "float('a')": ("float('a')", "The text 'a' is no number."),
    "int(float('nan'))": ("", "A result is nan"),
    "1 / 0": ("1 / 0", "A number is divided by zero."),
    "np.arange(3) ** -1": ("", "cannot be raised to a negative power"),
    "x.astype(int).__itruediv__(2)": ("", "compute a new array instead"),
    "np.broadcast_to(x, (2, 2, 3))[0].__iadd__(1)": ("", "This array may not be"),
    "math.exp(1000)": ("math.exp(1000)", "larger than the largest float"),
    "math.log(0)": ("math.log(0)", "A function of math has no result"),
    "f(x)": ("f(x)", "The function calls itself without an end."),
    "np.zeros((10**9, 10**9))": ("", "more memory than a check may use"),
    "np.linalg.inv(np.zeros((2, 2)))": ("", "The matrix has no inverse"),
    "np.linalg.inv(x)": ("", "Only a square matrix has an inverse"),
    "x.shape[0] = 1": ("x.shape[0]", "A tuple cannot be changed"),
    "a, b = 1, 2, 3": ("", "There are more values than the 2 names"),
    "a, b = x.shape[:1]": ("", "a shape has one size for each axis"),
    "a, b = 3": ("", "One value of type `int` cannot be taken apart"),
    "range(3.0)": ("range(3.0)", WHOLE),
    "list(3)": ("list(3)", "A single number has no elements to go through"),
    "len(3)": ("len(3)", "A value of type `int` has no length"),
    "{x: 1}": ("{x: 1}", "can be no key of a dict"),
    "max([])": ("max([])", "There is nothing to take the max of"),
    "np.max(np.array([]))": ("", "The array is empty, and has no maximum."),
    "__import__('nothing_like_it')": ("", "The module `nothing_like_it` is not there"),
    "input()": ("input()", "input() asks for something to be typed"),
    "np.seterr(all='raise') and np.exp(x * 1e6)": ("", "np.exp overflowed"),
}


@pytest.fixture(scope="module")
def sandbox(best_wall):
    """Yield a sandbox behind the best wall, instead of one behind each."""
    with Sandbox(best_wall) as sandbox:
        yield sandbox


def crash(call, statement, value=X):
    """Return the failure of an answer that runs a statement, and the source."""
    returned = statement
    if "=" not in statement.replace("==", "").split("(")[0] or statement == "1":
        returned = f"return {statement}"
    source = f"{HEAD}def f(x):\n    {returned}\n"
    lines = source.split("\n")
    outcome = call(source, value.copy()).outcome
    return failure(
        outcome, "f", "f(x)", [], lambda _, at: lines[at - 1],
        names=lambda: ["f", "helper", "math", "np", "x"],
    )  # fmt: skip


@pytest.mark.parametrize("statement", RAISED)
def test_what_an_answer_raises_has_plain_words(call, statement):
    """The line is named, what is wrong is said, and Python's own words follow."""
    marked, words = RAISED[statement]
    failed = crash(call, statement)
    assert failed.sentence.startswith(f"Line {LINE}: ")
    assert words in failed.sentence
    assert "\nPython says: " in failed.details
    rows = failed.details.split("\n")
    if marked:
        assert rows[1].strip(" |") == "^" * len(marked)
        at = rows[1].index("^")
        assert rows[0][at : at + len(marked)] == marked


def test_several_rules_are_no_rule_twice():
    """The list holds more than a hundred answers, none of them twice."""
    assert len(RAISED) > 100

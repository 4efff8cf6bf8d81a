"""The ladder: each rung, each kind of value, and the sentence at the first break."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np

from grader.compare.failure import Failure, Rung
from grader.compare.ladder import climb, numeric_array
from grader.compare.sentences import describe
from grader.guest.wire import Opaque, Strings, Subclassed

RTOL, ATOL = 1e-6, 1e-9
INF, NAN = float("inf"), float("nan")
EYE = np.eye(2)

finite = st.floats(-1e12, 1e12)


def agrees(yours, expected, rtol=RTOL, atol=ATOL):
    """Return whether the values agree."""
    try:
        climb(yours, expected, rtol, atol)
    except Failure:
        return False
    return True


def broken(yours, expected, **options):
    """Return the failure of a comparison that must fail."""
    with pytest.raises(Failure) as caught:
        climb(yours, expected, RTOL, ATOL, **options)
    return caught.value


@given(data=st.data())
def test_every_value_agrees_with_itself(values, data):
    """Whatever can cross the wire agrees with itself, at no tolerance at all."""
    value = data.draw(values)
    climb(value, value, 0, 0)


@pytest.mark.parametrize(
    "value",
    [2**70, -(2**1000), 10**400, [2**70, 1], (2**64,)],
    ids=["2**70", "-2**1000", "10**400", "list", "tuple"],
)
def test_large_integers_agree_with_themselves(value):
    """Integers that no array holds are compared as well."""
    assert agrees(value, value)
    assert not agrees(
        0 if isinstance(value, int) else type(value)([0] * len(value)), value
    )


@pytest.mark.parametrize(
    ("yours", "expected"),
    [
        (1, 1.0),
        (True, 1),
        (np.int8(3), 3.0),
        (np.float32(0.5), 0.5),
        (np.array(2.0), 2),
        (2, np.array(2.0)),
        (np.bool_(True), True),
        (1.0 + 1e-12, 1.0),
        (1, 1 + 0j),
        (np.array([1, 2]), np.array([1.0, 2.0])),
        (np.array([True, False]), np.array([1, 0])),
        (np.array([1, 0]), np.array([True, False])),
        (np.array([1.0, 2.0], ">f4"), np.array([1, 2], "i8")),
        (np.array([3], "u1"), np.array([3], "i8")),
        (np.zeros((0, 3)), np.zeros((0, 3))),
        (np.array([1.0]), np.array([1 + 0j])),
        ([1, 2], (1.0, 2.0)),
        ((EYE, 1), [EYE, 1.0]),
        ([], ()),
        ({}, {}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (None, None),
        ("text", "text"),
        (b"x", b"x"),
        (INF, INF),
        (-INF, -INF),
        (NAN, NAN),
        (np.array([INF, -INF, NAN]), np.array([INF, -INF, NAN])),
        (complex(INF, 1), complex(INF, 1)),
        (1.3e308 + 1.3e308j, 1.3e308 + 1.3e308j),
        ([1 + 2j, 3], [1 + 2j, 3]),
        ([np.array(1.0)], [1]),
        (np.array([200, 100], "u1"), np.array([200, 100], "i8")),
    ],
    ids=repr,
)
def test_equal_values_agree_whatever_their_type(yours, expected):
    """Ints, floats, bools and NumPy's scalars agree by value, lists with tuples."""
    climb(yours, expected, RTOL, ATOL)


@given(expected=finite, factor=st.floats(0, 0.9))
def test_what_is_near_agrees(expected, factor):
    """A number within the tolerance of the expected one is right."""
    gap = factor * (ATOL + RTOL * abs(expected))
    assert agrees(expected + gap, expected)
    assert agrees(np.array([[expected - gap]]), np.array([[expected]]))


@given(
    expected=st_np.arrays(
        np.float64, st_np.array_shapes(max_dims=3, max_side=5), elements=finite
    ),
    excess=st.floats(1.1, 1e12),
    sign=st.sampled_from([-1, 1]),
    data=st.data(),
)
def test_what_is_beyond_the_tolerance_never_agrees(expected, excess, sign, data):
    """One value that is too far off fails the array, and the failure points at it."""
    where = tuple(data.draw(st.integers(0, size - 1)) for size in expected.shape)
    yours = expected.copy()
    yours[where] += sign * excess * (ATOL + RTOL * abs(expected[where]))
    gap = abs(yours[where] - expected[where])
    assume(gap > ATOL + RTOL * abs(expected[where]))
    failure = broken(yours, expected)
    assert failure.rung is Rung.VALUES
    assert failure.difference.focus == where
    assert not agrees(float(yours[where]), float(expected[where]))


@given(data=st.data())
def test_the_focus_is_the_largest_gap(data):
    """Of many differences the largest is pointed at, and all are counted."""
    shape = data.draw(st_np.array_shapes(min_dims=1, max_dims=4, max_side=4))
    expected = np.zeros(shape)
    gaps = st_np.arrays(np.float64, shape, elements=st.integers(0, 9).map(float))
    yours = data.draw(gaps)
    assume(yours.any())
    failure = broken(yours, expected)
    assert yours[failure.difference.focus] == yours.max()
    if yours.size > 1:
        place = list(failure.difference.focus)
        count = np.count_nonzero(yours)
        assert f"{count} of {yours.size} values differ" in failure.sentence
        assert failure.sentence.endswith(f" at {place}.")


@pytest.mark.parametrize("yours", [0.0, 5, -INF, -1e308, True])
@pytest.mark.parametrize(
    "wrap", [lambda x: x, lambda x: np.array([x, 1.0]), lambda x: [x]]
)
def test_only_infinity_is_infinity(wrap, yours):
    """Where infinity is expected, no other value will do."""
    assert not agrees(wrap(yours), wrap(INF))
    assert not agrees(wrap(yours), wrap(NAN))


@pytest.mark.parametrize(("yours", "expected"), [(NAN, INF), (INF, NAN), (INF, -INF)])
def test_infinities_and_nan_are_told_apart(yours, expected):
    """A value that is not finite agrees with the very same one only."""
    assert not agrees(yours, expected)
    assert not agrees(np.array([yours]), np.array([expected]))


RUNGS = [
    (None, EYE, Rung.RETURNED,
     "The function returned None: does it end with `return` and a value?"),
    (None, 1, Rung.RETURNED,
     "The function returned None: does it end with `return` and a value?"),
    ((1, None), (1, EYE), Rung.RETURNED, "The part `[1]` is None."),
    ({"w": None}, {"w": EYE}, Rung.RETURNED, "The part `['w']` is None."),
    (3, None, Rung.TYPE, "The returned value is a number; expected nothing (None)."),
    (3.0, EYE, Rung.TYPE,
     "The returned value is a number; expected an array of shape (2, 2)."),
    ([1, 2], np.zeros(2), Rung.TYPE,
     ("The returned value is a list of 2; expected an array of shape (2,). "
      "np.array makes an array of it.")),
    ("1", 1, Rung.TYPE,
     ("The returned value is text (str); expected a number. "
      "A number in quotes is text.")),
    ("1.0", EYE, Rung.TYPE,
     ("The returned value is text (str); expected an array of shape (2, 2). "
      "A number in quotes is text.")),
    (b"1", 1, Rung.TYPE, "The returned value is a bytes; expected a number."),
    (1, "1", Rung.TYPE, "The returned value is a number; expected text (str)."),
    (Opaque("generator"), EYE, Rung.TYPE,
     ("The returned value is a value of type `generator`; expected an array of shape "
      "(2, 2). A generator is taken apart by list(…), or by a loop.")),
    (Opaque("set"), 1, Rung.TYPE,
     "The returned value is a value of type `set`; expected a number."),
    (Opaque("str"), "x", Rung.TYPE,
     "The returned value is a value of type `str`; expected text (str)."),
    (Subclassed("matrix", EYE), EYE, Rung.TYPE,
     ("The returned value is a value of type `matrix`; "
     "expected an array of shape (2, 2).")),
    (Subclassed("matrix", np.ones((1, 1))), 1, Rung.TYPE,
     "The returned value is a value of type `matrix`; expected a number."),
    (1, {"a": 1}, Rung.TYPE, "The returned value is a number; expected a dict."),
    ((1,), {"a": 1}, Rung.TYPE,
     ("The returned value is a tuple of 1; expected a dict. "
      "A comma at the end of a line makes a tuple.")),
    ({"a": 1}, (1,), Rung.TYPE, "The returned value is a dict; expected a tuple of 1."),
    (np.zeros(2), (0, 0), Rung.TYPE,
     "The returned value is an array of shape (2,); expected a tuple of 2."),
    (([1], 2), (EYE, 2), Rung.TYPE,
     ("The part `[0]` is a list of 1; expected an array of shape (2, 2). "
      "np.array makes an array of it.")),
    ([1, "2"], [1, 2], Rung.TYPE,
     ("The part `[1]` is text (str); expected a number. "
      "A number in quotes is text.")),
    ((1, 2), (1, 2, 3), Rung.SHAPE, "The returned value has length 2; expected 3."),
    ([], [1.0], Rung.SHAPE, "The returned value has length 0; expected 1."),
    (np.zeros((3, 2)), np.zeros((2, 3)), Rung.SHAPE,
     ("The returned value has shape (3, 2); expected (2, 3). "
     "Rows and columns are the other way round.")),
    (np.zeros((1, 4)), np.zeros((4, 1)), Rung.SHAPE,
     ("The returned value has shape (1, 4); expected (4, 1). "
      "It is a row; expected a column.")),
    (np.zeros((4, 1)), np.zeros((1, 4)), Rung.SHAPE,
     ("The returned value has shape (4, 1); expected (1, 4). "
      "It is a column; expected a row.")),
    (np.zeros((1, 4)), np.zeros(4), Rung.SHAPE,
     ("The returned value has shape (1, 4); expected (4,). "
      "It has two axes; expected one.")),
    (np.zeros(4), np.zeros((1, 4)), Rung.SHAPE,
     ("The returned value has shape (4,); expected (1, 4). "
      "It has one axis; a row has two, the first of size 1.")),
    (np.zeros(1), np.zeros((1, 1)), Rung.SHAPE,
     ("The returned value has shape (1,); expected (1, 1). "
      "The number of its axes is 1; expected 2.")),
    (np.zeros((4, 4)), np.zeros((4, 1)), Rung.SHAPE,
     ("The returned value has shape (4, 4); expected (4, 1). "
      "A row and a column of 4 values, combined, have that shape.")),
    (np.zeros((2, 3, 4)), np.zeros((4, 3, 2)), Rung.SHAPE,
     ("The returned value has shape (2, 3, 4); expected (4, 3, 2). "
      "The axes are in the opposite order.")),
    (np.zeros(3), np.zeros((2, 2, 3)), Rung.SHAPE,
     ("The returned value has shape (3,); expected (2, 2, 3). "
      "The number of its axes is 1; expected 3.")),
    (np.zeros((6, 1)), np.zeros((2, 3)), Rung.SHAPE,
     ("The returned value has shape (6, 1); expected (2, 3). "
     "The number of values is right.")),
    (np.zeros((4,)), np.zeros((4, 1)), Rung.SHAPE,
     ("The returned value has shape (4,); expected (4, 1). "
      "It has one axis; a column has two, the second of size 1.")),
    (np.zeros((2, 2)), np.zeros((2, 3)), Rung.SHAPE,
     "The returned value has shape (2, 2); expected (2, 3)."),
    (np.zeros((2, 0)), np.zeros((2, 3)), Rung.SHAPE,
     "The returned value has shape (2, 0); expected (2, 3). It is empty."),
    (np.array(3.0), np.zeros((1, 1)), Rung.SHAPE,
     "The returned value is a number; expected an array of shape (1, 1)."),
    (np.array([[3.0]]), 3.0, Rung.SHAPE,
     "The returned value is an array of shape (1, 1); expected a single number."),
    ({"dw": np.zeros(2)}, {"dw": np.zeros((2, 1))}, Rung.SHAPE,
     ("The part `['dw']` has shape (2,); expected (2, 1). "
      "It has one axis; a column has two, the second of size 1.")),
    ({}, {"dw": 1}, Rung.SHAPE, "The returned value has no key 'dw'."),
    ({"dW": 1}, {"dw": 1}, Rung.SHAPE,
     ("The returned value has no key 'dw'. It has 'dW': upper and lower case "
      "differ.")),
    ({"x": 1, "y": 2}, {"dw": 1, "db": 2}, Rung.SHAPE,
     ("The returned value has no keys 'dw', 'db'. Its keys that are not asked for: "
      "'x', 'y'.")),
    ({"cost": 1, "x": 2}, {"costs": 1}, Rung.SHAPE,
     "The returned value has no key 'costs'. It has 'cost'."),
    ({"a": 1, "b": 2}, {"a": 1}, Rung.SHAPE,
     "The returned value has a key 'b' that is not asked for."),
    ({"a": 1, 2: 2}, {"a": 1}, Rung.SHAPE,
     "The returned value has a key '2' that is not asked for."),
    ({"g": {"dw": 1}}, {"g": {"dw": 1, "db": 2}}, Rung.SHAPE,
     "The part `['g']` has no key 'db'."),
    (EYE * 1j, EYE, Rung.DTYPE,
     "The returned value holds complex numbers; expected real ones."),
    (1j, 1.0, Rung.DTYPE,
     "The returned value is a complex number; expected a real one."),
    (np.complex64(1), 1, Rung.DTYPE,
     "The returned value is a complex number; expected a real one."),
    ([1j, 0], [1, 0], Rung.DTYPE,
     "The part `[0]` is a complex number; expected a real one."),
    (NAN, 1.0, Rung.FINITE, "The value is not finite (nan)."),
    (-INF, 1, Rung.FINITE, "The value is not finite (infinite)."),
    (10**400, 1, Rung.FINITE, "The value is not finite (infinite)."),
    (np.array([1, NAN, INF]), np.ones(3), Rung.FINITE,
     "2 of 3 values are not finite (nan and infinite), the first at [1]."),
    (np.array([[1, INF]]), np.ones((1, 2)), Rung.FINITE,
     "1 of 2 values is not finite (infinite), at [0, 1]."),
    (np.array([NAN]), np.ones(1), Rung.FINITE,
     "The value is not finite (nan)."),
    (2, 1, Rung.VALUES, "The value differs."),
    (np.array([2.0]), np.array([1.0]), Rung.VALUES,
     "Shape and dtype are right. The value differs."),
    (np.array([[2.0, 1], [1, 4]]), np.ones((2, 2)), Rung.VALUES,
     "Shape and dtype are right. 2 of 4 values differ, most at [1, 1]."),
    ((1, np.array([2.0, 1])), (1, np.ones(2)), Rung.VALUES,
     "In the part `[1]`: 1 of 2 values differs, at [0]."),
    ({"p": {"w": 2}}, {"p": {"w": 1}}, Rung.VALUES,
     "In the part `['p']['w']`: the value differs."),
    ({"dw": np.array([1, NAN])}, {"dw": np.ones(2)}, Rung.FINITE,
     "In the part `['dw']`: 1 of 2 values is not finite (nan), at [1]."),
    ({"cost": NAN}, {"cost": 1}, Rung.FINITE,
     "The part `['cost']` is not finite (nan)."),
    (np.array([[NAN, NAN], [1, 1]]), np.ones((2, 2)), Rung.FINITE,
     "2 of 4 values are not finite (nan), all in row 0, the first at [0, 0]."),
    (np.array([[1.0, 3], [1, 4]]), np.ones((2, 2)), Rung.VALUES,
     ("Shape and dtype are right. 2 of 4 values differ, all in column 1, most at "
      "[1, 1].")),
    ([1.0, 3, 2], [1, 2, 3], Rung.VALUES,
     "The length is right. 2 of 3 values differ, most at [1]."),
    (np.array([1, 0]), np.array([1.5, 0.5]), Rung.VALUES,
     ("The shape is right; dtype int64 holds no fractions, as the expected values "
      "have. 2 of 2 values differ, most at [0].")),
    (np.array([3, 1]), np.array([1.0, 1.0]), Rung.VALUES,
     "The shape is right. 1 of 2 values differs, at [0]."),
    (np.array([0.100001, 1], "f4"), np.array([0.1, 1]), Rung.VALUES,
     ("The shape is right; dtype float32 keeps fewer digits than are asked for. "
      "1 of 2 values differs, at [0].")),
    ((np.zeros((1, 1)), EYE), (EYE, np.zeros((1, 1))), Rung.SHAPE,
     "The parts `[0]` and `[1]` stand in each other's place."),
    ({"p": (1, EYE, EYE + 1)}, {"p": (1, EYE + 1, EYE)}, Rung.VALUES,
     "The parts `['p'][1]` and `['p'][2]` stand in each other's place."),
    (Opaque("function"), 1, Rung.TYPE,
     ("The returned value is a function; expected a number. "
      "Parentheses call it: `f(x)`.")),
    (Opaque("ellipsis"), 1, Rung.TYPE,
     ("The returned value is `...`; expected a number. A value is still to be "
      "written in its place.")),
    (Opaque("ndarray"), EYE, Rung.TYPE,
     ("The returned value is an array of something other than numbers; expected an "
      "array of shape (2, 2). Its dtype is object or text: None, text or lists of "
      "several lengths do that.")),
    ("ab", "ba", Rung.VALUES, "The returned value is not the expected one."),
    (False, True, Rung.VALUES, "The value differs."),
    (np.array([True, True]), np.array([True, False]), Rung.VALUES,
     "Shape and dtype are right. 1 of 2 values differs, at [1]."),
    (np.array([-1], "i1"), np.array([255], "u1"), Rung.VALUES,
     "Shape and dtype are right. The value differs."),
    (np.array([0], "u1"), np.array([1], "u1"), Rung.VALUES,
     "Shape and dtype are right. The value differs."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("yours", "expected", "rung", "sentence"), RUNGS, ids=[case[3] for case in RUNGS]
)
def test_the_first_broken_rung_is_told(yours, expected, rung, sentence):
    """Each failure names its rung and says in one sentence what does not hold."""
    failure = broken(yours, expected)
    assert (failure.rung, failure.sentence) == (rung, sentence)


@pytest.mark.parametrize(
    ("yours", "expected", "rung"),
    [
        (np.full((2, 3), NAN) * 1j, np.zeros((3, 2)), Rung.SHAPE),
        (np.full((2, 3), NAN) * 1j, np.zeros((2, 3)), Rung.DTYPE),
        (np.array([NAN, 5.0]), np.zeros(2), Rung.FINITE),
        ((None, 1), (EYE,), Rung.SHAPE),
        ({"a": None, "c": 1}, {"a": 1, "b": 2}, Rung.SHAPE),
        ((NAN, "x"), (1, EYE), Rung.FINITE),
    ],
)
def test_rungs_are_climbed_in_order(yours, expected, rung):
    """Of several breaks the lowest is told, part by part."""
    assert broken(yours, expected).rung is rung


def test_the_differing_part_is_handed_on():
    """A failure holds both values of the part, and how its rows are to be noted."""
    rows = ("row sum", np.sum)
    yours, expected = {"w": EYE, "b": 1}, {"w": EYE + 1, "b": 1}
    difference = broken(yours, expected, what="weights", rows=rows).difference
    assert difference.part == "['w']"
    assert (difference.yours is EYE, difference.expected.tolist()) == (
        True,
        (EYE + 1).tolist(),
    )
    assert (difference.what, difference.rows) == ("weights", rows)


def test_a_derived_quantity_is_not_the_returned_one():
    """Of sums of rows it is not said that shape and dtype are right."""
    failure = broken(np.array([1.0, 2.0]), np.ones(2), what="row sums")
    assert failure.sentence == "1 of 2 values differs, at [1]."


def test_a_wrong_shape_does_not_give_the_answer_away():
    """Where the shape is wrong, the expected values are not handed on."""
    assert broken(np.zeros((3, 2)), EYE).difference.expected is None


@pytest.mark.parametrize("value", [3, 2.5, True, "text", np.float64(1)])
def test_a_number_or_text_of_a_wrong_type_is_shown(value):
    """What fits on a line is shown where an array was expected, and no answer."""
    difference = broken(value, EYE).difference
    assert (difference.yours, difference.expected) == (value, None)
    assert broken([1], EYE).difference is None


def test_long_lists_of_keys_are_cut():
    """A dict with long or many keys that nobody asked for is told in short."""
    yours = {"k" * 1000 + str(i): 1 for i in range(50)}
    assert len(broken(yours, {}).sentence) < 200


def test_the_tolerance_is_the_one_given():
    """Relative and absolute tolerance both count, and none of them means equal."""
    assert agrees(1.09, 1.0, rtol=0.1, atol=0)
    assert not agrees(1.11, 1.0, rtol=0.1, atol=0)
    assert agrees(0.05, 0.0, rtol=0.1, atol=0.1)
    assert not agrees(0.05, 0.0, rtol=0.1, atol=0)
    assert not agrees(np.nextafter(1, 2), 1.0, rtol=0, atol=0)


@pytest.mark.parametrize("value", [1e308, -1e308])
def test_gaps_beyond_the_largest_float_are_gaps(value):
    """A difference that overflows is a difference, and no warning is raised."""
    assert broken(np.array([value]), np.array([-value])).rung is Rung.VALUES


@pytest.mark.parametrize(
    ("value", "shape", "expected"),
    [
        (np.array([1, 2]), None, [1.0, 2.0]),
        (np.array([True]), (1,), [1.0]),
        (np.array([[0.5]]), (1, 1), [[0.5]]),
        (3, (), 3.0),
        (np.float32(0.5), (), 0.5),
        (np.array(2), (), 2.0),
        (np.array([200], "u1"), (1,), [200.0]),
    ],
)
def test_numbers_are_taken_as_floats(value, shape, expected):
    """A case on a property gets finite floats of the shape that it asks for."""
    array = numeric_array(value, shape)
    assert array.tolist() == expected


@pytest.mark.parametrize("code", ["i1", "u1", "?", "i8"])
def test_numbers_are_computed_with_safely(code):
    """Differences and sums of what a case gets do not wrap around."""
    low, high = (0, 1) if code == "?" else (-100, 100) if "i" in code else (0, 200)
    array = numeric_array(np.array([high, low], code), None)
    assert np.diff(array).tolist() == [low - high]
    assert (array + array).tolist() == [2 * high, 2 * low]


@pytest.mark.parametrize(
    ("value", "shape", "rung"),
    [
        (None, None, Rung.RETURNED),
        ([1, 2], None, Rung.TYPE),
        ("3", (), Rung.TYPE),
        (Subclassed("matrix", EYE), (2, 2), Rung.TYPE),
        (3.0, (1,), Rung.TYPE),
        (EYE, (4,), Rung.SHAPE),
        (EYE, (), Rung.SHAPE),
        (EYE * 1j, (2, 2), Rung.DTYPE),
        (1j, (), Rung.DTYPE),
        (np.array([NAN]), None, Rung.FINITE),
        (np.array([INF]), (1,), Rung.FINITE),
        (NAN, (), Rung.FINITE),
        (INF, (), Rung.FINITE),
    ],
)
def test_what_is_no_array_of_numbers_is_refused(value, shape, rung):
    """A case on a property fails at the first broken rung before it computes."""
    with pytest.raises(Failure) as caught:
        numeric_array(value, shape)
    assert caught.value.rung is rung


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing (None)"),
        (True, "a bool"),
        (np.bool_(False), "a bool"),
        (3, "a number"),
        (np.uint8(3), "a number"),
        (np.array(3), "a number"),
        (1j, "a complex number"),
        (np.zeros((2, 0)), "an array of shape (2, 0)"),
        ((1, 2), "a tuple of 2"),
        ([], "a list of 0"),
        ("x", "text (str)"),
        ({}, "a dict"),
        (Opaque("generator"), "a value of type `generator`"),
        (Opaque("ndarray"), "an array of something other than numbers"),
        (Subclassed("matrix", EYE), "a value of type `matrix`"),
    ],
)
def test_values_are_described_in_words(value, words):
    """Each kind of value has a name that a student knows."""
    assert describe(value) == words


CLASSES = np.array([b"non-cat", b"cat"])
STRINGS = "an array of byte strings of shape (2,)."


@pytest.mark.parametrize(
    "yours", [CLASSES, CLASSES.astype("S20"), Strings((2,), (b"non-cat", b"cat"))]
)
def test_the_same_byte_strings(yours):
    """Byte strings agree however they came, and whatever the longest may be."""
    climb(yours, CLASSES, 1e-6, 1e-9)


@pytest.mark.parametrize(
    ("yours", "sentence"),
    [
        (None, "The function returned None: does it end with `return` and a value?"),
        (
            np.array([[b"non-cat", b"cat"]]),
            "The returned value has shape (1, 2); expected (2,).",
        ),
        (
            Strings((2,), (b"cat", b"non-cat")),
            "The returned value holds other byte strings than expected.",
        ),
        (
            [b"non-cat", b"cat"],
            "The returned value is a list of 2; expected " + STRINGS,
        ),
        (
            np.zeros(2),
            "The returned value is an array of shape (2,); expected " + STRINGS,
        ),
    ],
)
def test_other_byte_strings(yours, sentence):
    """What is no array of these byte strings is told."""
    with pytest.raises(Failure) as caught:
        climb(yours, CLASSES, 1e-6, 1e-9)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize("expected", [np.zeros(2), 1.0, [1.0, 2.0], (1, "x"), {}, "1"])
def test_byte_strings_are_no_numbers(expected):
    """Byte strings are never taken for numbers, nor for anything else."""
    for yours in (Strings((2,), (b"1", b"2")), Strings((), (b"1",))):
        with pytest.raises(Failure, match=r"byte strings of shape"):
            climb(yours, expected, 1e-6, 1e-9)


A = np.array([[1.0, 2.5], [3.25, 4]])


@pytest.mark.parametrize(
    ("yours", "expected", "sentence"),
    [
        (A.T, A, "It is the expected array with rows and columns exchanged."),
        (-A, A, "Each value is the expected one with the other sign."),
        (-3, 3, "Only the sign differs."),
        (5 * A, A, "Each value is 5 times the expected one."),
        (A / 3, A, "Each value is 0.3333 times the expected one."),
        (A + 1, A, "Each value is larger than the expected one by 1."),
        (A - 0.5, A, "Each value is smaller than the expected one by 0.5."),
        (A[::-1, ::-1], A, "The values are the expected ones in the opposite order."),
        ([2, 3, 1], [1, 2, 3], "The values are the expected ones in another order."),
        (A.astype(int), A, "Each value is the expected one without its fraction."),
        (A < 2, A >= 2, "Each value is the opposite of the expected one."),
        ("Ab", "ab", "Only upper and lower case differ."),
        ("a  b\n", "a b", "Only spaces and line ends differ."),
        (np.full(2, 6.0), np.full(2, 3.0),
         "Each value is larger than the expected one by 3."),
        (6.0, 3.0, ""),
        (True, False, ""),
        (np.array([1.0, 9, 3]), np.array([1.0, 2, 3]), ""),
        (A * 1j, A * 1j + 1, ""),
        (np.array([1.0, NAN]), np.array([2.0, NAN]), ""),
        ("ab", "ba", ""),
    ],
)  # fmt: skip
def test_how_values_differ_is_told_beside_the_expected_ones(yours, expected, sentence):
    """What is to be seen of all values at once is a sentence of its own."""
    assert broken(yours, expected).beside == sentence


@given(data=st.data())
def test_what_is_said_of_all_values_is_true(data):
    """A factor that is told, with which the student's values are right, is exact."""
    shape = data.draw(st_np.array_shapes(min_dims=1, max_dims=3, max_side=4))
    elements = st.floats(-1e3, 1e3).map(lambda one: round(one, 2))
    expected = data.draw(st_np.arrays(np.float64, shape, elements=elements))
    factor = data.draw(st.sampled_from([2.0, 0.5, -4.0, 10.0]))
    assume(not agrees(factor * expected, expected))
    told = broken(factor * expected, expected).beside
    if "times" in told:
        assert told == f"Each value is {factor:g} times the expected one."


def test_large_arrays_are_not_searched():
    """What would take the host long is not looked for."""
    many = np.arange(200_000.0)
    assert broken(-many, many).beside == ""


def test_a_list_of_another_length_is_shown():
    """The costs that were returned are shown, and no expected one."""
    difference = broken([1.0, 2.0], [1.0]).difference
    assert (difference.yours.tolist(), difference.expected) == ([1.0, 2.0], None)
    assert broken(["a", 2.0], [1.0]).difference is None


def test_parts_within_parts_are_tried_once():
    """Tuples within tuples take no time that doubles with each of them."""
    yours, expected = 1, 2
    for _ in range(20):
        yours, expected = (yours, 5, 5, 5), (expected, 5, 5, 5)
    assert broken(yours, expected).rung is Rung.VALUES


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("yours", "expected", "sentence"),
    [
        (None, 1.0, "函数返回了 None：它的末尾有 `return` 和要返回的值吗？"),
        ({"b": None}, {"b": 1.0}, "`['b']` 这一部分是 None。"),
        ([1, 2, 3], EYE,
         ("返回值是一个含 3 个元素的 list；期望的是一个形状为 (2, 2) 的数组。"
         "np.array 可以把它变成数组。")),
        ({}, EYE, "返回值是一个 dict；期望的是一个形状为 (2, 2) 的数组。"),
        (Opaque("function"), 1.0,
         "返回值是一个函数；期望的是一个数。加上圆括号才是调用它：`f(x)`。"),
        (np.zeros((2, 3)), np.zeros((3, 2)),
         "返回值的形状是 (2, 3)；期望 (3, 2)。行与列颠倒了。"),
        ({"dw": np.zeros(2)}, {"dw": EYE},
         "`['dw']` 这一部分的形状是 (2,)；期望 (2, 2)。它有 1 个轴；期望 2 个。"),
        ({"W": 1}, {"w": 1}, "返回值没有键 'w'。它有 'W'：大小写不同。"),
        ([1.0], [1.0, 2.0], "返回值的长度是 1；期望 2。"),
        (np.array([[INF, NAN], [NAN, INF]]), EYE,
         "4 个值中有 4 个不是有限数（nan 和无穷大），第一个位于 [0, 0]。"),
        (np.array([[1, 9], [9, 9]]), np.array([[1, 9], [8, 7]]),
         ("形状和 dtype 正确。4 个值中有 2 个不同，都在下标为 1 的行，"
         "差得最多的位于 [1, 1]。")),
        ({"b": 1.0}, {"b": 2.0}, "`['b']` 这一部分：值不同。"),
        ((1.0, EYE), (EYE, 1.0), "`[0]` 和 `[1]` 这两部分的位置互换了。"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_each_rung_has_its_sentence_in_chinese(yours, expected, sentence):
    """In Chinese a sentence has its own order of words, and its own marks."""
    assert broken(yours, expected).sentence == sentence


@pytest.mark.usefixtures("chinese")
def test_what_is_seen_beside_is_told_in_chinese():
    """How all values differ is told in Chinese too."""
    right = np.array([1.0, 2.0, 4.0])
    assert broken(right * 2, right).beside == "每个值都是期望值的 2 倍。"
    assert broken(-right, right).beside == "每个值都与期望的只差一个正负号。"
    assert broken(right + 1, right).beside == "每个值都比期望的大 1。"
    assert broken("Ab", "ab").beside == "只有大小写不同。"

"""What is kept of a failed case is what a student may see of it, whole."""

from types import SimpleNamespace

import numpy as np
import pytest

from grader.compare.failure import Difference, Failure
from grader.sandbox.outcome import Returned
from grader.session.failing import Failing, failing
from grader.session.runner import Ran
from grader.session.subject import Call
from grader.verdict import Case, CaseStatus, Visibility

X = np.arange(6.0).reshape(2, 3)
YOURS, EXPECTED = X + 1, X + 2
ITEM = SimpleNamespace()


def case(visibility=Visibility.SHOWN, status=CaseStatus.FAILED, name="a case"):
    """Return the record of a case."""
    return Case(
        id="i",
        name=name,
        visibility=visibility,
        status=status,
        points=0.0,
        max_points=1.0,
        message="It differs.\n\narrays",
        seconds=0.0,
        stdout="",
    )


def ran(raised=None, *, args=(X,), kwargs=None, outcome=None):
    """Return what came of a case that made one call."""
    call = Call(args, kwargs or {}, outcome or returned(YOURS), "")
    return Ran(ITEM, raised, (call,), 0.0)


def returned(value):
    """Return the outcome of a call that returned a value."""
    return Returned(value, ())


def differs(yours=YOURS, expected=EXPECTED, **more):
    """Return the failure of two values that differ."""
    part = more.pop("part", "")
    difference = Difference(part, yours, expected, **more)
    return Failure("It differs.", difference=difference)


def kept(one, record=None, parameters=("x",), **options):
    """Return what is kept of one failed case."""
    options = {"reveal": False} | options
    return failing("softmax", [one], [record or case()], parameters, **options)


def test_a_shown_case():
    """Of a shown case input, answer and what was expected are kept."""
    found = kept(ran(differs()))
    assert found[:4] == ("softmax", "a case", "It differs.", "")
    assert [name for name, _ in found.values] == ["x", "yours", "expected"]
    whole = zip(found.values, (X, YOURS, EXPECTED), strict=True)
    assert all(value is one for (_, value), one in whole)


def test_a_described_case():
    """Of a hidden case what was expected is kept for who asked to see it."""
    record = case(Visibility.DESCRIBED)
    assert [name for name, _ in kept(ran(differs()), record).values] == ["x", "yours"]
    names = [name for name, _ in kept(ran(differs()), record, reveal=True).values]
    assert names == ["x", "yours", "expected"]


def test_a_private_case():
    """Of a private case nothing is kept, unless it is revealed."""
    record = case(Visibility.PRIVATE)
    assert kept(ran(differs()), record) == Failing("softmax")
    assert kept(ran(differs()), record, reveal=True).values


def test_the_first_that_may_be_shown():
    """Cases that passed or are private are passed over."""
    records = [
        case(status=CaseStatus.PASSED, name="passed"),
        case(Visibility.PRIVATE, name="private"),
        case(name="the one"),
        case(name="later"),
    ]
    found = failing("softmax", [ran(differs())] * 4, records, ["x"], reveal=False)
    assert found.case == "the one"


def test_a_part():
    """Where a part differs, it is yours; all that was returned is there as well."""
    whole = {"dw": YOURS, "db": 0.5}
    found = kept(ran(differs(part='["dw"]'), outcome=returned(whole)))
    assert found.part == '["dw"]'
    values = dict(found.values)
    assert list(values) == ["x", "yours", "expected", "returned"]
    assert values["returned"] is whole


def test_what_was_computed():
    """Where a case compares what it computed, that is yours, and called by its name."""
    found = kept(ran(differs(X.sum(axis=1), np.ones(2), what="row sums")))
    assert found.part == "row sums"
    assert dict(found.values)["returned"] is YOURS


def test_a_failure_without_arrays():
    """Without two arrays to compare, what was returned is yours."""
    assert [name for name, _ in kept(ran(Failure("No."))).values] == ["x", "yours"]
    crashed = ran(Failure("Crash."), outcome=SimpleNamespace())
    assert [name for name, _ in kept(crashed).values] == ["x"]


def test_a_case_that_called_nothing():
    """A case that failed before it called anything has no values."""
    found = kept(Ran(ITEM, Failure("No."), (), 0.0))
    assert (found.case, found.values) == ("a case", ())


@pytest.mark.parametrize(
    ("parameters", "names"),
    [
        (("a", "b"), ["a", "b"]),
        ((), ["argument_1", "argument_2"]),
        (("yours", "np"), ["yours_", "np_"]),
        (("a", "a"), ["a", "a_"]),
        (("π", "not python"), ["π", "argument_2"]),
    ],
)
def test_arguments_have_names(parameters, names):
    """Each argument is a variable, called as the student calls it if that can be."""
    found = kept(ran(Failure("No."), args=(1, 2)), parameters=parameters)
    assert [name for name, _ in found.values][:2] == names


def test_keywords_have_names():
    """A keyword argument is called by its keyword."""
    found = kept(ran(Failure("No."), kwargs={"x": 1, "axis": 2}))
    assert [name for name, _ in found.values][:3] == ["x", "x_", "axis"]


def test_folders_of_cases_are_left_out():
    """Of a file that a case hands over the name is kept: its folder is gone by then."""
    one = ran(Failure("No."), args=("/a/folder/data.h5",))
    found = kept(one, parameters=("path",), folder="/a/folder")
    assert found.values[0] == ("path", "data.h5")

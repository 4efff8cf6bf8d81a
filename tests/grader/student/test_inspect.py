"""The input of a failing case is kept as data, and given back as it was."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.guest import wire
from grader.progress import fingerprint
from grader.session.failing import Failing
from grader.student import inspect as module
from grader.student.inspect import FOLDER, forget, inspect, refresh, store
from grader.verdict import Exercise, Status

X = np.arange(6.0).reshape(2, 3)
ONE = Failing("softmax", "a case", "It differs.", '["dw"]', (("x", X), ("yours", 3)))


@pytest.fixture
def sha256(course):
    """Return the fingerprint of the student's file."""
    return fingerprint(course.places["softmax"])


def verdict(name, status):
    """Return a verdict on an exercise."""
    return Exercise(
        name=name,
        assignment="basics",
        status=status,
        points=0.0,
        max_points=1.0,
        message="m",
        misconception=None,
        findings=(),
        cases=(),
    )


def test_given_back(course, sha256):
    """What is kept comes back: promise, sentence, part and values."""
    store(course, ONE, sha256)
    kept = inspect(course, "softmax")
    assert kept[:4] == ("softmax", "a case", "It differs.", '["dw"]')
    assert not kept.changed
    np.testing.assert_array_equal(kept.values["x"], X)
    assert kept.values["yours"] == 3
    assert kept.values["x"].flags.writeable


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_all_kinds_of_values(course, values, data):
    """Whatever crosses the wire is kept, byte by byte."""
    value = data.draw(values)
    store(course, ONE._replace(values=(("x", value),)), "")
    found = inspect(course, "softmax").values["x"]
    assert wire.join(wire.encode(found)) == wire.join(wire.encode(value))


def test_changed_since(course, sha256, write):
    """What was kept of another content says so."""
    store(course, ONE, sha256)
    write("softmax", "def softmax(x): return 3\n")
    assert inspect(course, "softmax").changed


def test_nothing_is_kept(course):
    """Without a failing case there is nothing, and the sentence says when there is."""
    with pytest.raises(UsageError, match="No failing input of `softmax`") as raised:
        inspect(course, "softmax")
    assert raised.value.help == "A check that fails in a case keeps its input."


def test_only_private_cases(course):
    """Where every case that failed is private, that is said."""
    store(course, Failing("softmax"), "")
    with pytest.raises(UsageError, match="every case that failed is private"):
        inspect(course, "softmax")


def test_too_large(course, monkeypatch):
    """What is too large is not kept, and the sentence says how large that is."""
    monkeypatch.setattr(module, "MAX_BYTES", 1 << 20)
    large = np.zeros((1 << 17) + 1)
    store(course, ONE._replace(values=(("x", large),)), "")
    with pytest.raises(UsageError, match="larger than 1 MB"):
        inspect(course, "softmax")
    assert (course.root / FOLDER / "softmax.values").stat().st_size < 1000


def test_too_deep(course):
    """What the encoding refuses is not kept either."""
    value = []
    for _ in range(100):
        value = [value]
    store(course, ONE._replace(values=(("x", value),)), "")
    with pytest.raises(UsageError, match="was not kept"):
        inspect(course, "softmax")


FIELDS = {
    "format": 1, "sha256": "", "case": "c", "sentence": "s", "part": "",
    "names": ["x"], "values": [1], "large": False,
}  # fmt: skip
SPOILT = {
    "empty": b"",
    "text": b"hello",
    "bytes": bytes(range(256)),
    "a number": wire.join(wire.encode(3)),
    "newer": wire.join(wire.encode({**FIELDS, "format": 2})),
    "too few names": wire.join(wire.encode({**FIELDS, "names": []})),
    "names that are none": wire.join(wire.encode({**FIELDS, "names": ["a b"]})),
    "names of numbers": wire.join(wire.encode({**FIELDS, "names": [3]})),
    "no case": wire.join(wire.encode({k: FIELDS[k] for k in FIELDS if k != "case"})),
    "large by a number": wire.join(wire.encode({**FIELDS, "large": 1})),
}


def test_the_fields_are_those_of_a_file(course):
    """What the spoilt files are made of is read while it is whole."""
    (course.root / FOLDER).mkdir(parents=True)
    data = wire.join(wire.encode(FIELDS))
    (course.root / FOLDER / "softmax.values").write_bytes(data)
    assert inspect(course, "softmax").values == {"x": 1}


@pytest.mark.parametrize("data", SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_file_counts_as_none(course, data):
    """Whatever stands in the file, it is read as data or not at all."""
    (course.root / FOLDER).mkdir(parents=True)
    (course.root / FOLDER / "softmax.values").write_bytes(data)
    with pytest.raises(UsageError, match="No failing input"):
        inspect(course, "softmax")


def test_a_check_keeps_and_forgets(course, sha256):
    """What fails is kept, what does not is forgotten; our own fault changes nothing."""
    contents = {"softmax": sha256, "sigmoid": "y"}
    both = [verdict("softmax", Status.FAILED), verdict("sigmoid", Status.FAILED)]
    refresh(course, both, [ONE, ONE._replace(exercise="sigmoid")], contents)
    assert inspect(course, "sigmoid").changed
    passed = [verdict("softmax", Status.PASSED), verdict("sigmoid", Status.ERROR)]
    refresh(course, passed, [], contents)
    with pytest.raises(UsageError, match="No failing input of `softmax`"):
        inspect(course, "softmax")
    assert inspect(course, "sigmoid").case == "a case"


def test_where_nothing_can_be_written(course):
    """A folder that cannot be written keeps nothing, and disturbs nobody."""
    (course.root / ".grader").write_text("in the way")
    store(course, ONE, "")
    forget(course, "softmax")
    with pytest.raises(UsageError, match="No failing input"):
        inspect(course, "softmax")

"""Calls made ahead: what came before in a class changes no verdict."""

from pathlib import Path

import msgspec
import pytest
from judging import with_each

from grader import course as courses
from grader.findings.proof import prove
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import runner as runners
from grader.session.ahead import Ahead
from grader.session.check import Checker, Options
from grader.session.submitted import answer
from grader.submission.source import parse

ROOT = Path(__file__).parents[3]
NP = "import numpy as np\n"
RELU = f"{NP}def relu(v):\n    return np.maximum(v, 0)\n"
WRONG = f"{NP}def relu(v):\n    return np.minimum(v, 0)\n"
# One step, however long it is counted.
SLOW = f"{NP}def relu(v):\n    return sum(range(10**9 * 10**6))\n"
LOOP = f"""{NP}def relu(v):
    w = v.copy()
    for i in range(v.size):
        w[i] = max(0, w[i])
    return w
"""
ROWS = "normalize_rows"
NORM = "np.linalg.norm(x, axis=1, keepdims=True)"
# In the order of a class: each after what may have spoilt what is known.
SUBMISSIONS = {
    "raises": ("relu", f"{NP}def relu(v):\n    return v[99] + np.zeros(3)\n"),
    "raises at times": ("relu", f"{NP}def relu(v):\n    return np.zeros(2) + v\n"),
    "does not load": ("relu", f"{NP}def relu(v: np):\n    return v\n"),
    "refuses its arguments": ("relu", f"{NP}def relu(v, w):\n    return v\n"),
    "nothing": ("relu", f"{NP}def relu(v):\n    np.maximum(v, 0)\n"),
    "changes its argument": ("relu", f"{NP}def relu(v):\n    v[:] = 0\n    return v\n"),
    "wrong": ("relu", WRONG),
    "wrong again, under another name": ("relu", WRONG.replace("v", "other")),
    "huge": ("relu", f"{NP}def relu(v):\n    return np.zeros((1 << 14, 1 << 14))\n"),
    "much memory": ("relu", f"{NP}def relu(v):\n    return np.ones(1 << 40)\n"),
    "never ends": ("relu", SLOW),
    "right": ("relu", RELU),
    "right, by a loop": ("relu", LOOP),
    "an alias": (ROWS, f"{NP}def normalizeRows(x):\n    return x * {NORM}\n"),
    "its own name": (ROWS, f"{NP}def {ROWS}(x):\n    return x * {NORM}\n"),
    "warned of": (ROWS, f"{NP}def {ROWS}(x):\n    return x / 0 / {NORM}\n"),
    "warned of elsewhere": (
        ROWS,
        f"{NP}\ndef {ROWS}(x):\n    return x / 0. / {NORM}\n",
    ),
}


@pytest.fixture(scope="module")
def records():
    """Return the records of all submissions, with calls ahead and without."""
    course = courses.load(ROOT)
    course = with_each(course, set(course.places), timeout=0.5)
    places = [course.places[name] for name in ("relu", ROWS)]
    found = {}

    def judge(runner):
        ahead = Ahead(sandbox, course, 7)
        both = (
            Checker(course, sandbox, Options(7), ahead),
            Checker(course, sandbox, Options(7)),
        )
        for called, (name, text) in SUBMISSIONS.items():
            entry = answer(course.places[name], parse(text.encode(), "a.py"), "a.py")
            ahead.prepare(runner, [entry])
            found[called] = [plain(checker.judge(runner, entry)) for checker in both]
            # Some go on in the guest of the one before, as in one submission.
            if len(found) % 2:
                ahead.close()
        ahead.close()

    with Sandbox(Isolation.AUTO) as sandbox:
        runners.run(course, 7, places, judge)
    return found


def plain(verdict):
    """Return a verdict as data, without the time that it took."""
    data = msgspec.to_builtins(verdict)
    for case in data["cases"]:
        case.pop("seconds", None)
    return data


@pytest.mark.parametrize("called", SUBMISSIONS)
def test_verdicts_are_the_same(records, called):
    """A submission gets the same record whether its calls are made ahead or not."""
    ahead, alone = records[called]
    assert ahead == alone


def test_a_class_learns_nothing_wrong(records):
    """What is right passes after others that did not load, or took too long."""
    assert records["right"][0]["status"] == "passed"
    assert records["never ends"][0]["status"] != "passed"


@pytest.mark.parametrize("called", ["raises", "wrong", "never ends", "right", "huge"])
def test_what_is_compared_is_proved(called):
    """The submissions are of the kind whose calls are made ahead."""
    name, text = SUBMISSIONS[called]
    place = courses.load(ROOT).places[name]
    entry = answer(place, parse(text.encode(), "a.py"), "a.py")
    assert prove(entry.extract, entry.supplied)

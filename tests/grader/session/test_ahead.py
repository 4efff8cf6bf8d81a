"""Calls made ahead: faster, and the same verdict to the byte."""

import msgspec
import pytest

from grader.sandbox.guest import Guest
from grader.session import runner as runners
from grader.session import submitted
from grader.session.ahead import MAX_KEPT, Ahead
from grader.session.check import Checker, Options
from grader.session.learned import MAX_CALLS
from grader.submission.source import parse

SEED = 7
HEAD = "import numpy as np\n\n\n"
RIGHT = """
def softmax(x):
    x_exp = np.exp(x)
    return x_exp / np.sum(x_exp, axis=1, keepdims=True)
"""
WRONG = "def softmax(x):\n    x_exp = np.exp(x)\n    return x_exp / np.sum(x_exp)\n"
LOOPS = """
def softmax(x):
    rows = []
    for row in x:
        rows.append(np.exp(row) / np.sum(np.exp(row)))
    return np.array(rows)
"""
ANSWERS = {
    "right": RIGHT,
    "wrong": WRONG,
    "loops": LOOPS,
    "misspelt": RIGHT.replace("return x_exp", "return x_epx"),
    "another signature": RIGHT.replace("softmax(x)", "softmax(x, y)"),
    "changes its input": RIGHT.replace("x_exp = np.exp(x)", "x -= 1\n    x_exp = x"),
    "overflows": RIGHT.replace("np.exp(x)", "np.exp(x * 1000)"),
    "returns nothing": "def softmax(x):\n    np.exp(x)\n",
    "raises when loaded": RIGHT.replace("(x)", "(x: nothing.of_this)", 1),
    "prints": RIGHT.replace("    x_exp =", "    print('here')\n    x_exp =", 1),
    "remembers": "seen = []\n" + RIGHT.replace(" return", " seen.append(1); return"),
}  # fmt: skip


@pytest.fixture
def entry(real):
    """Return a function that reads an answer to an exercise of the real course."""

    def read(source, name="softmax", course=real):
        place = course.places[name]
        found = submitted.answer(place, parse((HEAD + source).encode(), "a.py"), "a.py")
        assert found.status is None, found.message
        return found

    return read


@pytest.fixture
def judged(real, guests):
    """Return a function that judges answers one after the other, each a submission.

    It returns their records, and how many guests were there to be shared.
    """

    def run(*entries, ahead=True, course=real):
        made = Ahead(guests, course, SEED) if ahead else None
        records, shared = [], set()

        def judge(runner):
            checker = Checker(course, guests, Options(SEED), made)
            for one in entries:
                if made is not None:
                    made.prepare(runner, [one])
                records.append(checker.judge(runner, one))
                if made is not None:
                    shared.add(made._guest)
                    made.close()

        runners.run(course, SEED, [one.place for one in entries], judge)
        return records, len(shared - {None})

    return run


def timeless(record):
    """Return a record without what differs from run to run."""
    cases = [msgspec.structs.replace(one, seconds=0.0) for one in record.cases]
    return msgspec.structs.replace(record, cases=tuple(cases))


@pytest.mark.parametrize("kind", ANSWERS)
def test_same_verdict(judged, entry, kind):
    """Every kind of answer gets the record that it gets without, also the second."""
    one = entry(ANSWERS[kind])
    (plain,), _ = judged(one, ahead=False)
    (_, first, second), _ = judged(entry(RIGHT), one, one)
    assert timeless(first) == timeless(second) == timeless(plain)


@pytest.mark.parametrize("kind", ["right", "wrong", "loops", "misspelt"])
def test_one_guest_for_all_that_only_compute(judged, entry, kind):
    """What only computes is called in the guest of its submission."""
    assert judged(entry(ANSWERS[kind]))[1] == 1


@pytest.mark.parametrize("kind", ["prints", "remembers"])
def test_own_guests_for_others(judged, entry, kind):
    """What does more has guests of its own, which nothing else meets."""
    assert judged(entry(ANSWERS[kind]))[1] == 0


def test_functions_of_a_submission_share_its_guest(real, guests, entry):
    """Three exercises of one submission take one guest, the next submission another."""
    texts = {
        "softmax": RIGHT,
        "L1": "def L1(yhat, y):\n    return np.sum(np.abs(y - yhat))\n",
        "L2": "def L2(yhat, y):\n    return np.sum((y - yhat) ** 2)\n",
    }
    entries = [entry(text, name) for name, text in texts.items()]
    ahead, seen = Ahead(guests, real, SEED), []

    def judge(runner):
        checker = Checker(real, guests, Options(SEED), ahead)
        for _ in range(2):
            ahead.prepare(runner, entries)
            for one in entries:
                assert checker.judge(runner, one).status == "passed"
                seen.append(ahead.guest())
            ahead.close()

    runners.run(real, SEED, [one.place for one in entries], judge)
    assert [seen.index(one) for one in seen] == [0, 0, 0, 3, 3, 3]


def test_a_lost_guest_takes_nothing_along(judged, entry):
    """After an endless loop the exercises that follow have a guest of their own."""
    endless = "def softmax(x):\n    while True:\n        x = x + 1\n"
    one = entry(endless)
    quick = msgspec.structs.replace(one.place.exercise, timeout=0.2)
    one = one._replace(place=msgspec.structs.replace(one.place, exercise=quick))
    (first, second, third), _ = judged(one, entry(RIGHT), one)
    assert (first.status, second.status) == ("failed", "passed")
    assert "timed_out" in {case.status for case in first.cases}
    assert timeless(third) == timeless(first)


def test_what_loops_takes_no_other_answers_time(real, guests, entry):
    """A function that may not end is called when it is judged, and not before."""
    ahead, made = Ahead(guests, real, SEED), []

    def judge(runner):
        checker = Checker(real, guests, Options(SEED), ahead)
        l1 = entry("def L1(yhat, y):\n    return np.sum(np.abs(y - yhat))\n", "L1")
        loops = entry(LOOPS)
        ahead.prepare(runner, [loops, l1])
        made.append(set(ahead._made))
        assert checker.judge(runner, loops).status == "loops"
        made.append(set(ahead._made))
        ahead.close()

    runners.run(real, SEED, [real.places[one] for one in ("softmax", "L1")], judge)
    assert made == [{"L1"}, {"L1", "softmax"}]


L1 = """
def L1(yhat, y):
    return np.sum(np.abs(y - yhat))
"""
SAME = """
def L1(a, b):
    c = np.abs(a - b)
    return np.sum(c)
"""
OTHER = """
def L1(a, b):
    return np.sum(a - b)
"""


def test_what_passed_with_the_same_calls_is_not_put_together_again(
    judged, entry, monkeypatch
):
    """A third answer whose calls come to the same has the record, but its seconds."""
    composed = []
    verdict = Checker._verdict

    def noted(checker, runner, one, *rest):
        composed.append(one)
        return verdict(checker, runner, one, *rest)

    monkeypatch.setattr(Checker, "_verdict", noted)
    doubtful = entry(OTHER + SAME, "L1")
    assert doubtful.findings
    answers = [*(entry(one, "L1") for one in (L1, L1, SAME, OTHER)), doubtful]
    records, _ = judged(*answers)
    assert composed == [*answers[:2], *answers[3:]]
    assert [one.status for one in records[:4]] == ["passed"] * 3 + ["failed"]
    assert timeless(records[2]) == timeless(records[0])
    assert sum(case.seconds for case in records[2].cases) > 0
    assert records[4].findings
    (alone,), _ = judged(doubtful, ahead=False)
    assert timeless(records[4]) == timeless(alone)


def test_what_was_counted_ahead_is_not_asked_for_again(judged, entry, monkeypatch):
    """Steps are counted with the calls; what they leave open is asked for alone."""
    alone = []
    count = Guest.count

    def noted(guest, index, args, *rest, **named):
        alone.append(max(args[0].shape))
        return count(guest, index, args, *rest, **named)

    monkeypatch.setattr(Guest, "count", noted)
    some = "def softmax(x):\n    return np.array([np.exp(row) for row in x[:8]])\n"
    (first, second), _ = judged(entry(LOOPS), entry(some))
    assert first.status == "loops"
    assert "for 12" in first.findings[0].message
    # What stops at eight rows is called with three hundred, as it is alone.
    assert set(alone) == {300}
    alone.clear()
    (plain, other), _ = judged(entry(LOOPS), entry(some), ahead=False)
    assert (timeless(first), timeless(second)) == (timeless(plain), timeless(other))
    assert {12, 300} <= set(alone)


@pytest.fixture
def ran(monkeypatch):
    """Return a list that is told the name of each case that runs."""
    names = []
    called = runners.Runner._called

    def noted(runner, item, case):
        names.append(item.name)
        return called(runner, item, case)

    monkeypatch.setattr(runners.Runner, "_called", noted)
    return names


@pytest.mark.parametrize(
    ("second", "runs"),
    [("2 * y", 2), ("y + y", 2), ("2.5 * y", 3), ("y * 2.0000000001", 3)],
)
def test_a_case_runs_for_replies_that_are_new(small, judged, entry, ran, second, runs):
    """A case runs with the reference, and for replies that it has not had yet."""
    course = small()
    first = entry("def double(x):\n    return 2 * x\n", "double", course)
    other = entry(f"def double(y):\n    return {second}\n", "double", course)
    records, _ = judged(first, other, course=course)
    assert ran.count("test_number") >= runs
    assert records[0].status == "passed"
    assert ran.count("test_number") == 2 or runs == 3


CATCHING = """
    import pytest
    from grader.cases import agree, refuses

    def test_open(double):
        '''lets through what is raised'''
        agree(double(1.0), 2.0)

    def test_refuses(double):
        '''asks for an exception'''
        refuses(double, -1.0, error="NameError")

    def test_catches(double):
        '''takes what it can get'''
        try:
            double(2.0)
        except BaseException as error:
            assert "yy" not in str(error.sentence)
            raise

    def _within(double, x):
        with pytest.MonkeyPatch.context():
            return double(x)

    def test_within(double):
        '''calls it where something could be caught'''
        agree(_within(double, 3.0), 6.0)

    def test_second(double):
        '''calls it twice'''
        agree(double(4.0), 8.0)
        agree(double(5.0), 10.0)
    """


def test_what_raises_is_told_without_its_case(small, judged, entry, ran):
    """A case that cannot catch anything is not run again for what its call raises."""
    course = small(hidden=CATCHING)
    texts = [
        "def double(x):\n    return x + y\n",
        "def double(z):\n    return z + yy\n",
        "def double(z, y):\n    return z + y\n",
        "def double(z):\n    return z\n",
    ]
    some = [entry(text, "double", course) for text in texts]
    alone = [judged(one, course=course, ahead=False)[0][0] for one in some]
    ran.clear()
    together, _ = judged(*some, course=course)
    assert list(map(timeless, together)) == list(map(timeless, alone))
    # All but the second and the third answer had to be tried.
    times = {name: ran.count(name) for name in ran}
    open_ones = {times[name] for name in ("test_open", "test_second")}
    assert open_ones == {times["test_refuses"] - 2}
    assert {times["test_catches"], times["test_within"]} == {times["test_refuses"]}


def test_a_broken_solution_is_nobodys_answer(small, judged, entry):
    """A solution that does not load has no calls to be made ahead."""
    broken = {"solutions/basics/double.py": "def double(x): return nothing(x)\n"}
    course = small(broken)
    (record,), _ = judged(entry("def double(x):\n    return 2 * x\n", "double", course),
                          course=course)  # fmt: skip
    assert record.status == "error"


def test_outcomes_kept_of_a_case_are_few(small, guests, entry):
    """So many different answers to one case are remembered, and no more."""
    course = small()
    ahead = Ahead(guests, course, SEED)

    def judge(runner):
        checker = Checker(course, guests, Options(SEED), ahead)
        for number in range(MAX_KEPT + 3):
            text = f"def double(x):\n    return {number} * x\n"
            one = entry(text, "double", course)
            ahead.prepare(runner, [one])
            checker.judge(runner, one)
        ahead.close()

    runners.run(course, SEED, [course.places["double"]], judge)
    kept = ahead._kept.values()
    assert {len(some) for some in kept} == {MAX_KEPT}


def test_more_calls_than_fit_a_frame_are_made_one_by_one(small, judged, entry):
    """A case with very many calls is judged as ever."""
    many = f"""
        from grader.cases import agree

        def test_many(double):
            '''many numbers'''
            for number in range({MAX_CALLS + 1}):
                agree(double(number), 2 * number)
        """
    course = small(hidden=many)
    answer = entry("def double(x):\n    return 2 * x\n", "double", course)
    (record,), _ = judged(answer, course=course)
    assert record.status == "passed"

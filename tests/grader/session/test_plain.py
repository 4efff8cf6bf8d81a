"""Cases that are called as they are, and those that pytest has to run."""

import gc

import pytest

from grader.session import runner

HEAD = """
    import pytest
    from grader.cases import agree
"""
PLAIN = {
    "no fixture": "def test_it():\n        pass",
    "fixtures": "def test_it(double, reference, rng):\n        agree(double(1), 2)",
    "parameters": (
        "@pytest.mark.parametrize('x, y', [(1, 2), (2, 4)])\n"
        "    def test_it(double, x, y):\n        agree(double(x), y)"
    ),
    "marks": (
        "@pytest.mark.private\n    @pytest.mark.points(2)\n"
        "    def test_it(double):\n        agree(double(1), 2)"
    ),
}
PYTESTS = {
    "fixture of its own": (
        "@pytest.fixture\n    def six():\n        return 6\n\n"
        "    def test_it(double, six):\n        agree(double(3), six)"
    ),
    "fixture by our name": (
        "@pytest.fixture\n    def rng():\n        return 6\n\n"
        "    def test_it(double, rng):\n        agree(double(3), rng)"
    ),
    "fixture that all get": (
        "@pytest.fixture(autouse=True)\n    def six():\n        global SIX\n"
        "        SIX = 6\n\n"
        "    def test_it(double):\n        agree(double(3), SIX)"
    ),
    "indirect": (
        "@pytest.fixture\n    def six(request):\n        return 2 * request.param\n\n"
        "    @pytest.mark.parametrize('six', [3], indirect=True)\n"
        "    def test_it(double, six):\n        agree(double(3), six)"
    ),
    "setup": (
        "def setup_function():\n        global SIX\n        SIX = 6\n\n"
        "    def test_it(double):\n        agree(double(3), SIX)"
    ),
    "class": (
        "class TestIt:\n        def test_it(self, double):\n"
        "            agree(double(3), 6)"
    ),
    "request": (
        "def test_it(double, request):\n"
        "        agree(double(3), 6 if request.node.name else 0)"
    ),
    "use of a fixture": (
        "@pytest.fixture\n    def six():\n        global SIX\n        SIX = 6\n\n"
        "    @pytest.mark.usefixtures('six')\n"
        "    def test_it(double):\n        agree(double(3), SIX)"
    ),
}


def kinds(course):
    """Return whether each hidden case of `double` is plain."""
    place = course.places["double"]
    found = []

    def judge(session):
        hidden = [one for one in session.cases(place) if one.path == place.hidden]
        found.extend(session._plain[one] is not None for one in hidden)

    runner.run(course, 7, [place], judge)
    return found


@pytest.mark.parametrize("name", PLAIN)
def test_plain(small, name):
    """A case of our fixtures, marks and given parameters is called as it is."""
    assert set(kinds(small(hidden=f"{HEAD}\n    {PLAIN[name]}\n"))) == {True}


@pytest.mark.parametrize("name", PYTESTS)
def test_pytests(small, name):
    """A case that asks pytest for more is pytest's to run."""
    assert set(kinds(small(hidden=f"{HEAD}\n    {PYTESTS[name]}\n"))) == {False}


@pytest.mark.parametrize("name", [*PLAIN, *PYTESTS])
def test_both_are_judged(verdict, name):
    """A right answer passes, and a wrong one fails, whoever runs the case."""
    hidden = f"{HEAD}\n    {(PLAIN | PYTESTS)[name]}\n"
    assert verdict(hidden=hidden).status == "passed"
    wrong = verdict("def double(x):\n    return 3 * x\n", hidden=hidden)
    assert wrong.status == "failed"
    last = wrong.cases[-1]
    assert (last.status == "passed") is (name == "no fixture")


@pytest.mark.parametrize("order", ["plain first", "plain last"])
def test_they_go_together(verdict, order):
    """What pytest sets up for a file stays until its last case, between plain ones."""
    asks = """
    @pytest.fixture(scope="module")
    def six():
        SEEN.append("up")
        yield 6
        SEEN.append("down")

    def test_a(double, six):
        agree(double(3), six)

    def test_b(double):
        assert SEEN == ["up"] or not SEEN

    def test_c(double, six):
        assert SEEN == ["up"]
        agree(double(3), six)
    """
    plain = """
    def test_z(double):
        agree(double(3), 6)
    """
    parts = [plain, asks] if order == "plain first" else [asks, plain]
    found = verdict(hidden=f"{HEAD}\n    SEEN = []\n{''.join(parts)}")
    assert found.status == "passed"


def test_async_case_does_not_run(verdict):
    """A case that would have to be awaited is the exercise's fault, no pass."""
    hidden = f"""{HEAD}
    async def test_it(double):
        agree(double(3), 6)
    """
    found = verdict(hidden=hidden)
    assert found.status == "error"
    assert "broken" in found.message
    # Python complains of what nobody awaited when it looks for garbage.
    gc.collect()


@pytest.mark.parametrize(
    "raised", ["pytest.skip('no')", "pytest.fail('no')", "raise BaseException('no')"]
)
def test_nothing_but_a_return_is_a_pass(verdict, raised):
    """A case that skips, fails or raises is no pass, and breaks the exercise."""
    hidden = f"""{HEAD}
    def test_it(double):
        {raised}
    """
    assert verdict(hidden=hidden).status == "error"


def test_end_of_the_session_is_the_exercises_fault(verdict):
    """A plain case that ends the session does not end it, and is named."""
    found = verdict(
        hidden=f"{HEAD}\n    def test_it(double):\n        raise SystemExit"
    )
    assert found.status == "error"
    assert "ends the session" in found.message

"""What a case finds on the bench: chance, tolerance, names, how much is shown."""

import pytest

# The answer prints what it is given, so that the record of a case holds it.
PRINTS = "def double(x):\n    print(x)\n    return 2 * x\n"
FIRST = """
    def test_first(double, rng):
        double(rng.normal())
    """
SECOND = """
    def test_second(double, rng):
        double(rng.normal())
    """


@pytest.fixture
def drawn(verdict):
    """Return a function that returns what each hidden case drew, by its name."""

    def run(hidden, seed=1):
        found = verdict(PRINTS, hidden=hidden, seed=seed)
        return {
            case.name: case.stdout
            for case in found.cases
            if case.id.startswith("hidden/")
        }

    return run


def test_same_seed_draws_the_same(drawn):
    """A case draws the same numbers whenever the seed is the same."""
    assert drawn(FIRST) == drawn(FIRST)


def test_other_seed_draws_others(drawn):
    """With another seed a case draws other numbers."""
    assert drawn(FIRST) != drawn(FIRST, seed=2)


def test_each_case_draws_its_own(drawn):
    """Two cases draw different numbers from one seed."""
    found = drawn(FIRST + SECOND)
    assert found["first"] != found["second"]


def test_order_of_cases_changes_nothing(drawn):
    """What a case draws depends on the seed and on itself, not on other cases."""
    both, reverse = drawn(FIRST + SECOND), drawn(SECOND + FIRST)
    assert list(both) != list(reverse)
    assert both == reverse
    assert drawn(SECOND)["second"] == both["second"]


def test_choice_of_exercises_changes_nothing(small, judge):
    """What a case draws does not depend on which exercises are checked."""
    course = small()
    source = PRINTS + "def quadruple(x):\n    print(x)\n    return 4 * x\n"
    alone = judge(source, "quadruple", course=course).exercises[0]
    beside = judge(source, "double", "quadruple", course=course).exercises[1]
    assert [case.stdout for case in alone.cases] == [
        case.stdout for case in beside.cases
    ]


def test_chance_in_the_answer_is_seeded(verdict):
    """An answer that draws without a seed prints the same with the same seed."""
    source = (
        "import random\nimport numpy as np\n"
        "def double(x):\n"
        "    print(random.random(), np.random.rand())\n"
        "    return 2 * x\n"
    )
    first, second, third = (verdict(source, seed=seed) for seed in (1, 1, 2))
    assert first.cases[0].stdout == second.cases[0].stdout
    assert first.cases[0].stdout != third.cases[0].stdout


@pytest.mark.parametrize(
    ("keys", "status"),
    [("", "failed"), ("tolerance = { rtol = 0.1 }", "passed")],
)
def test_tolerance_of_the_exercise(verdict, keys, status):
    """The tolerance of an exercise decides what is near enough."""
    assert verdict("def double(x):\n    return 2.1 * x\n", keys=keys).status == status


def test_tolerance_is_not_left_behind(small, judge):
    """The tolerance of one exercise is not that of the next."""
    course = small(keys="tolerance = { rtol = 0.1 }")
    source = (
        "def double(x):\n    return 2.1 * x\ndef quadruple(x):\n    return 4.1 * x\n"
    )
    result = judge(source, course=course)
    assert [one.status for one in result.exercises] == ["passed", "failed"]


def test_markers_and_visibility(verdict):
    """Visible cases are shown, hidden ones described, private ones private."""
    private = "@pytest.mark.private" + SECOND
    found = verdict(hidden="    import pytest\n" + FIRST + private)
    assert [case.visibility for case in found.cases] == [
        "shown",
        "described",
        "private",
    ]

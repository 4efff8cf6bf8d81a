"""The verdict on one exercise: status, points, message, findings, what is shown."""

import msgspec
import pytest

HALF_RIGHT = "def double(x):\n    return 2 * x if x > 0 else 0.0\n"
CASES = """
    import pytest
    from grader.cases import agree

    def test_one(double):
        '''one'''
        agree(double(1), 2)

    @pytest.mark.points(3)
    def test_minus_one(double):
        '''minus one'''
        agree(double(-1), -2)
    """


def test_right_answer(verdict):
    """A right answer has all points and says how many cases there were."""
    found = verdict()
    assert (found.status, found.points, found.max_points) == ("passed", 8, 8)
    assert found.message == "2 of 2 cases, no loops."
    assert [case.message for case in found.cases] == ["Passed.", "Passed."]


def test_points_are_shared_by_weight(verdict):
    """The points of an exercise are shared among its cases by their weights."""
    found = verdict(HALF_RIGHT, hidden=CASES)
    assert [(case.points, case.max_points) for case in found.cases] == [
        (1.6, 1.6),
        (1.6, 1.6),
        (0, 4.8),
    ]
    assert (found.status, found.points) == ("failed", 3.2)


def test_first_failure_is_the_message(verdict):
    """The message of a failed exercise is the sentence of its first failure."""
    found = verdict("def double(x):\n    return None\n")
    assert found.message == found.cases[0].message.partition("\n\n")[0]
    assert found.message.startswith("The function returned None")


def test_every_case_is_run(verdict):
    """A failure does not keep the cases after it from being run."""
    found = verdict("def double(x):\n    return 7 if x == 3 else 2 * x\n")
    assert [case.status for case in found.cases] == ["failed", "passed"]


def test_private_cases_are_counted(verdict):
    """A passed exercise says how many of its cases are private."""
    hidden = CASES.replace("points(3)", "private")
    assert (
        verdict(hidden=hidden).message == "3 of 3 cases, 1 of them private, no loops."
    )


def test_private_case_tells_nothing(verdict):
    """Of a private case a student hears only that it did not pass."""
    source = HALF_RIGHT.replace("    return", "    print('x is', x)\n    return")
    case = verdict(source, hidden=CASES.replace("points(3)", "private")).cases[-1]
    assert (case.visibility, case.status) == ("private", "failed")
    assert (case.message, case.stdout) == ("A private case did not pass.", "")


def test_private_case_is_revealed_to_who_may(verdict):
    """With `reveal` a private case is told like any other."""
    hidden = CASES.replace("points(3)", "private")
    case = verdict(HALF_RIGHT, hidden=hidden, reveal=True).cases[-1]
    assert "expected" in case.message


def test_hidden_case_keeps_what_was_expected(verdict):
    """A hidden case shows the input and the result, not what was expected."""
    case = verdict(HALF_RIGHT, hidden=CASES).cases[-1]
    assert case.visibility == "described"
    assert "x         -1" in case.message
    assert "yours" in case.message
    assert "expected" not in case.message


def test_hidden_case_is_revealed(verdict):
    """With `reveal` a hidden case shows what was expected."""
    case = verdict(HALF_RIGHT, hidden=CASES, reveal=True).cases[-1]
    assert "yours     0.000\nexpected  -2.000" in case.message


def test_visible_case_shows_all(verdict):
    """A visible case shows the input, the result and what was expected."""
    message = verdict("def double(x):\n    return x\n").cases[0].message
    assert message.split("\n\n") == [
        "The value differs.",
        "x         3\nyours     3\nexpected  6",
    ]


def test_ids_and_names(verdict):
    """A case has an id with its file, and the first line of its docstring as name."""
    visible, *hidden = verdict(hidden=CASES).cases
    assert (visible.id, visible.name) == (
        "visible/basics/double::test_three",
        "twice three is six",
    )
    assert [case.id for case in hidden] == [
        "hidden/basics/double::test_one",
        "hidden/basics/double::test_minus_one",
    ]


def test_name_without_docstring(verdict):
    """A case without a docstring is called by the words of its function's name."""
    hidden = "def test_any_small_number(double):\n    double(1)\n"
    assert verdict(hidden=hidden).cases[-1].name == "any small number"


def test_parametrised_cases_have_names_of_their_own(verdict):
    """Each value of a parametrised case makes a case with a name of its own."""
    hidden = """
        import pytest

        @pytest.mark.parametrize("size", [1, 2])
        def test_size(double, size):
            '''any size'''
            assert double(size) == 2 * size
        """
    names = [case.name for case in verdict(hidden=hidden).cases]
    assert len(set(names)) == 3
    assert all(name.startswith("any size") for name in names[1:])


def test_plain_assert_is_the_students_failure(verdict):
    """A case's own assert speaks to the student with its message."""
    hidden = """
        def test_even(double):
            assert double(1) % 2 == 0, "Twice a whole number is even."
        """
    case = verdict("def double(x):\n    return x\n", hidden=hidden).cases[-1]
    assert case.status == "failed"
    assert case.message.startswith("Twice a whole number is even.\n\n")


def test_assert_without_words(verdict):
    """An assert without a message is told with the comparison that failed."""
    hidden = "def test_six(double):\n    assert double(3) == 6\n"
    case = verdict("def double(x):\n    return x\n", hidden=hidden).cases[-1]
    assert case.message.startswith("assert 3 == 6\n\n")


def test_value_that_a_case_cannot_use(verdict):
    """A value that breaks the case is the student's failure, told as such."""
    hidden = "def test_sum(double):\n    assert sum(double([1])) == 2\n"
    source = "def double(x):\n    return 5 if x != 3 else 6\n"
    case = verdict(source, hidden=hidden).cases[-1]
    assert case.status == "failed"
    assert case.message.startswith("The case could not use what was returned")


def test_prints_are_kept(verdict):
    """What an answer prints is in its case, up to ten thousand characters."""
    source = "def double(x):\n    print('y' * 20000)\n    return 2 * x\n"
    stdout = verdict(source).cases[0].stdout
    assert stdout == "y" * 10_000 + "… (cut)"


def test_prints_at_load_are_harmless(verdict):
    """An answer that prints while it is loaded passes."""
    source = "n = print('hello') or 2\ndef double(x):\n    return n * x\n"
    assert verdict(source).status == "passed"


LOOP = "def double(x):\n    for i in range(20):\n        y = x * 2\n    return y\n"


@pytest.mark.parametrize(
    ("keys", "points"), [("", 4), ("loop_penalty = 0.25", 6), ("loop_penalty = 1", 0)]
)
def test_loops_cost_their_share(verdict, keys, points):
    """Right values with a loop have the status `loops` and lose the penalty."""
    found = verdict(LOOP, keys=keys)
    assert (found.status, found.points, found.max_points) == ("loops", points, 8)
    assert [(one.rule, one.line) for one in found.findings] == [("explicit-loop", 2)]
    assert "line 2" in found.message


def test_course_sets_the_penalty(small, judge):
    """The course's own penalty holds for exercises that set none."""
    course = small()
    toml = course.root / "exercises/course.toml"
    toml.write_text("loop_penalty = 0.75\n" + toml.read_text("utf-8"), "utf-8")
    made = type(course)(course.root, course.title, course.assignments, 0.75)
    (found,) = judge(LOOP, course=made).exercises
    assert found.points == 2


def test_loops_where_any_is_allowed(verdict):
    """With the policy `any` a loop costs nothing and is not mentioned."""
    found = verdict(LOOP, keys='loops = "any"')
    assert (found.status, found.findings) == ("passed", ())
    assert found.message == "2 of 2 cases."


def test_wrong_answer_with_a_loop_has_failed(verdict):
    """A wrong answer with a loop has failed; its loop is still shown."""
    found = verdict(LOOP.replace("* 2", "* 3"))
    assert (found.status, found.points) == ("failed", 0)
    assert [one.rule for one in found.findings] == ["explicit-loop"]


ADVICE = """
    import pytest
    from grader.cases import agree

    @pytest.mark.advice("large")
    def test_large(double):
        '''works for large numbers'''
        agree(double(1e300), 2e300)
    """
NOT_LARGE = "def double(x):\n    return 2 * x if x < 1e9 else 0\n"
WITH_CASE = ADVICE + "\n    def test_one(double):\n        agree(double(1), 2)\n"


def test_advice_costs_nothing(verdict):
    """An advice case that fails is a finding; it costs no points and is no case."""
    found = verdict(NOT_LARGE, hidden=WITH_CASE)
    assert (found.status, found.points, len(found.cases)) == ("passed", 8, 2)
    assert [(one.rule, one.evidence) for one in found.findings] == [("large", "case")]
    # The package has no page on a course's own advice.
    assert found.findings[0].help == ""
    assert "works for large numbers" in found.findings[0].message


def test_advice_is_kept_for_right_answers(verdict):
    """A wrong answer gets no advice: first things first."""
    source = "def double(x):\n    return 0\n"
    assert verdict(source, hidden=WITH_CASE).findings == ()


CHANGES = """
    import numpy as np
    from grader.cases import agree

    def test_array(double):
        agree(double(np.array([1.0, 2.0])), np.array([2.0, 4.0]))
    """


def test_changed_input_is_advice(verdict):
    """An answer that changes its argument is told so and loses nothing."""
    found = verdict("def double(x):\n    x *= 2\n    return x\n", hidden=CHANGES)
    assert (found.status, found.points) == ("passed", 8)
    assert [one.rule for one in found.findings] == ["input-changed"]
    assert "`x`" in found.findings[0].message


def test_same_seed_same_result(small, judge):
    """Two checks with one seed differ in nothing but the seconds."""
    course, wrong = small(), "def double(x):\n    print(x)\n    return x\n"
    results = [judge(wrong, course=course, seed=seed) for seed in (1, 1, 2)]
    first, second, third = (_without_seconds(result) for result in results)
    assert first == second
    assert first != third


def _without_seconds(result):
    told = msgspec.to_builtins(result.exercises)
    for exercise in told:
        for case in exercise["cases"]:
            assert case.pop("seconds") >= 0
    return told

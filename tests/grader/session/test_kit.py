"""In a student kit, exercises are supplied with the student's own answers."""

import shutil
from textwrap import dedent

import pytest
from msgspec.structs import replace

from grader.author.kit import contents
from grader.course import load
from grader.kit import FILE, Kit, Shipped
from grader.session import submitted
from grader.session.check import Options, check
from grader.session.supplied import units
from grader.verdict import Evidence, Status, waits_for

FOURFOLD = "def quadruple(x):\n    return double(double(x))\n"
TWICE = "def double(x):\n    return 2 * x\n"
THRICE = "def double(x):\n    return 3 * x\n"
STUB = "def {}(x):\n    # YOUR CODE STARTS HERE\n    ...\n    # YOUR CODE ENDS HERE\n"


@pytest.fixture
def kit(small):
    """Return a function that makes a kit with these answers to its exercises."""

    def make(double=None, quadruple=None, *, unseen=3, toml=""):
        root = small().root
        for folder in ("solutions", "tests/hidden"):
            shutil.rmtree(root / folder)
        shipped = {}
        for name, answer in {"double": double, "quadruple": quadruple}.items():
            stub = STUB.format(name)
            shipped[name] = Shipped(unseen=unseen, stub=stub)
            root.joinpath("exercises/basics").mkdir(exist_ok=True)
            text = stub if answer is None else answer
            root.joinpath(f"exercises/basics/{name}.py").write_text(text, "utf-8")
        root.joinpath(FILE).write_bytes(Kit(shipped).encode())
        course = root / "exercises/course.toml"
        course.write_text(course.read_text("utf-8") + dedent(toml), "utf-8")
        return load(root)

    return make


@pytest.fixture
def verdicts(guests):
    """Return a function that judges exercises of a kit, by name."""

    def run(course, *names, **options):
        places = course.select(names)
        submission, entries = submitted.read_course(course, places, **options)
        result = check(course, submission, entries, guests, Options(7))
        return {one.name: one for one in result.exercises}

    return run


def test_the_student_s_own_is_supplied(kit, verdicts):
    """An answer that uses another one is given the student's, from its own file."""
    found = verdicts(kit(TWICE, FOURFOLD))
    assert {one.status for one in found.values()} == {Status.PASSED}


def test_a_pass_says_what_is_not_here(kit, verdicts):
    """The sentence of an exercise that passed says how many cases are unseen."""
    found = verdicts(kit(TWICE, FOURFOLD))
    assert found["double"].message == (
        "1 of 1 cases here, 3 more in your instructor's run; no loops seen."
    )


def test_a_pass_where_nothing_is_unseen(kit, verdicts):
    """A kit of an exercise without hidden cases says that there are no more."""
    found = verdicts(kit(TWICE, unseen=0), "double")
    assert found["double"].message == (
        "1 of 1 cases here, no more in your instructor's run; no loops seen."
    )


def test_a_pass_in_a_kit_that_says_nothing(kit, verdicts):
    """Without kit.json there are more cases, nobody knows how many."""
    course = kit(TWICE)
    course.root.joinpath(FILE).unlink()
    assert verdicts(course, "double")["double"].message == (
        "1 of 1 cases here, more in your instructor's run; no loops seen."
    )


@pytest.mark.parametrize(
    ("loops", "said"),
    [('"any"', "."), ('{ over = "x" }', "; no loop seen but over `x`.")],
)
def test_a_pass_where_loops_are_allowed(kit, verdicts, loops, said):
    """The sentence speaks of loops as far as they are forbidden."""
    course = kit(TWICE, FOURFOLD, toml=f"loops = {loops}\n")
    assert verdicts(course)["quadruple"].message == (
        f"1 of 1 cases here, 3 more in your instructor's run{said}"
    )


COUNTING = """
    import pytest
    from grader.cases import agree, same_work

    def test_three(double):
        '''twice three is six'''
        agree(double(3), 6)

    @pytest.mark.steps
    def test_steps(double):
        '''takes no more steps for a larger number'''
        same_work(double, "number", lambda n: (n,))
    """


def count_steps(course):
    """Write visible cases of `double` that count its steps."""
    course.places["double"].visible.write_text(dedent(COUNTING), "utf-8")
    return course


def test_a_pass_where_steps_are_counted(kit, verdicts):
    """A case that counts steps is no case on the screen, and knows of no loops."""
    assert verdicts(count_steps(kit(TWICE)), "double")["double"].message == (
        "1 of 1 cases here, 3 more in your instructor's run; no loops."
    )


def test_what_only_looks_like_a_loop(kit, verdicts):
    """Where steps are counted, a loop over what does not grow is none."""
    course = kit("def double(x):\n    return sum([x for _ in [1, 1][: 2 * x]])\n")
    assert verdicts(course, "double")["double"].status is Status.LOOPS
    assert verdicts(count_steps(course), "double")["double"].status is Status.PASSED


def test_a_loop_that_was_counted(kit, verdicts):
    """Where steps are counted, a loop is told with what it took."""
    looped = "def double(x):\n    for _ in range(x):\n        pass\n    return 2 * x\n"
    found = verdicts(count_steps(kit(looped)), "double")["double"]
    assert found.status is Status.LOOPS
    assert [one.evidence for one in found.findings] == [Evidence.STEPS]


def test_a_loop_by_its_look(kit, verdicts):
    """A loop is found by its look, and only the values here are called right."""
    looped = "def double(x):\n    for _ in range(x):\n        pass\n    return 2 * x\n"
    found = verdicts(kit(looped), "double")["double"]
    assert found.status is Status.LOOPS
    assert found.message.startswith("Every value here is right, but see line 2: ")


def test_waits_for_a_stub(kit, verdicts):
    """An answer whose supplies are stubs is not judged, and says what it waits for."""
    found = verdicts(kit(None, FOURFOLD))["quadruple"]
    assert found.status is Status.NOT_STARTED
    assert waits_for(found) == "double"
    assert found.message == (
        "`quadruple` waits for `double`: your own is used here, and "
        "exercises/basics/double.py is still the stub."
    )


@pytest.mark.parametrize(
    ("double", "why"),
    [
        ("def triple(x): 1\n", "exercises/basics/double.py does not define `double`."),
        ("def double(x", "double.py, line 1: it is not valid Python"),
    ],
)
def test_waits_for_what_cannot_be_used(kit, verdicts, double, why):
    """What is missing or no Python is waited for as well, with the reason."""
    found = verdicts(kit(double, FOURFOLD), "quadruple")["quadruple"]
    assert found.status is Status.NOT_STARTED
    assert f"your own is used here, and {why}" in found.message


def test_waits_for_a_file(kit, verdicts):
    """A file that was deleted is waited for."""
    course = kit(TWICE, FOURFOLD)
    course.places["double"].stub.unlink()
    found = verdicts(course, "quadruple")["quadruple"]
    assert found.message.endswith("and there is no exercises/basics/double.py.")


def test_waits_for_a_wrong_one(kit, verdicts):
    """A wrong answer does not sink those that use it: they wait for it."""
    found = verdicts(kit(THRICE, FOURFOLD))
    assert waits_for(found["double"]) is None
    assert found["quadruple"].status is Status.FAILED
    assert found["quadruple"].cases == ()
    assert found["quadruple"].message == (
        "`quadruple` waits for `double`: your own is used here, and it does not pass "
        "its own cases."
    )


def test_a_wrong_answer_with_a_right_supply(kit, verdicts):
    """Where what is used is right, a wrong answer is judged by its cases."""
    wrong = FOURFOLD.replace("double(double(x))", "double(x)")
    found = verdicts(kit(TWICE, wrong))["quadruple"]
    assert found.status is Status.FAILED
    assert waits_for(found) is None
    assert len(found.cases) == 1


def test_what_the_file_defines_itself(kit, verdicts):
    """A function that the answer's own file defines is used, and nothing awaited."""
    found = verdicts(kit(None, TWICE + FOURFOLD), "quadruple")
    assert found["quadruple"].status is Status.PASSED


def test_own_helpers(kit, verdicts):
    """With --own-helpers only the file itself is looked at, as in the course."""
    found = verdicts(kit(TWICE, FOURFOLD), "quadruple", own_helpers=True)
    assert found["quadruple"].status is Status.FAILED
    assert "The name `double` is not defined" in found["quadruple"].message


def test_not_started_is_the_stub_that_was_shipped(kit, verdicts):
    """A stub with lines outside the marked region is not started, as it was shipped."""
    course = kit("def double(x):\n    total = 0\n    ...\n    return total\n")
    assert verdicts(course, "double")["double"].status is Status.FAILED
    text = course.places["double"].stub.read_text("utf-8")
    shipped = {"double": Shipped(unseen=1, stub=text)}
    course.root.joinpath(FILE).write_bytes(Kit(shipped).encode())
    assert verdicts(course, "double")["double"].status is Status.NOT_STARTED


def test_units_come_after_what_they_use(kit):
    """What is supplied comes after what it is supplied with itself, each once."""
    course = kit(TWICE, FOURFOLD)
    found = units(course, ("quadruple", "double"))
    assert [unit.names for unit in found] == [("double",), ("quadruple",)]
    assert [unit.uses for unit in found] == [(), ("double",)]


BUNDLED = (
    "softmax",
    "image2vector",
    "relu",
    "propagate",
    "optimize",
    "load_dataset",
    "loss_surface",
    "gradient_descent",
)


@pytest.fixture(scope="module")
def bundled(real, tmp_path_factory):
    """Return the kit of the bundled course, with its solutions as the answers."""
    root = tmp_path_factory.mktemp("kit")
    for name, data in contents(real, {}).files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for place in real:
        shutil.copy(place.solution, root / place.stub.relative_to(real.root))
    return load(root)


def told(verdict):
    """Return what a verdict says of loops, wherever the answer lies."""
    (one,) = verdict.exercises
    return one.status, one.points, [replace(two, path="") for two in one.findings]


@pytest.mark.parametrize("name", BUNDLED)
def test_a_kit_says_what_the_course_says(real, bundled, judge, name):
    """Of a solution, and of one with a loop, both say the same to the last number."""
    place = real.places[name]
    files = {Status.PASSED: place.solution, Status.LOOPS: place.slow}
    for status, file in files.items():
        text = file.read_text("utf-8")
        here = told(judge(text, name, course=bundled))
        assert here == told(judge(text, name))
        assert here[0] is status


@pytest.mark.parametrize(
    "file",
    ["optimize_countdown", "retries", "sorted_names", "table_of_twenty"],
)
def test_what_only_looks_like_a_loop_in_the_bundled_course(real, bundled, judge, file):
    """What a kit without counted steps accuses is acquitted, as in the course."""
    path = real.root / "tests/loops/innocents" / f"{file}.py"
    text = path.read_text("utf-8")
    name = text.partition("# exercise: ")[2].partition("\n")[0]
    status, _, findings = told(judge(text, name, course=bundled))
    assert (status, findings) == (Status.PASSED, [])


@pytest.mark.usefixtures("chinese")
def test_verdicts_of_a_kit_are_told_in_chinese(kit, verdicts):
    """What waits, what is not started and what passed are told in Chinese."""
    found = verdicts(kit(None, FOURFOLD))
    assert found["double"].message == (
        "还没有开始：exercises/basics/double.py 里的 `double` 仍然是空的框架。"
    )
    assert waits_for(found["quadruple"]) == "double"
    assert found["quadruple"].message.endswith(
        "，而 exercises/basics/double.py 仍然是空的框架。"
    )


@pytest.mark.usefixtures("chinese")
def test_a_pass_in_a_kit_is_told_in_chinese(kit, verdicts):
    """How many cases passed, and how many are not here, is told in Chinese."""
    found = verdicts(kit(TWICE, FOURFOLD))
    assert found["double"].message == (
        "这里的 1 个用例全部通过，教师评判时还有 3 个；没有看到循环。"
    )


@pytest.mark.usefixtures("chinese")
def test_a_wrong_one_is_waited_for_in_chinese(kit, verdicts):
    """Why another answer is waited for follows without a blank where it is Chinese."""
    found = verdicts(kit(THRICE, FOURFOLD))
    assert found["quadruple"].message == (
        "`quadruple` 在等 `double`：这里用的是你自己写的，而它没有通过自己的用例。"
    )

"""course.toml is read, or refused in a sentence that names the file and the key."""

import math

import pytest

from grader import course as courses
from grader.course import Over, find_root, load
from grader.errors import UsageError

HEAD = 'title = "T"\n[[assignments]]\nname = "basics"\ntitle = "B"\n'
ONE = HEAD + '[[assignments.exercises]]\nname = "softmax"\n'


def refused(root, work=load):
    """Return what is said of a course that cannot be read."""
    with pytest.raises(UsageError) as caught:
        work(root)
    return caught.value


@pytest.fixture
def said(write_course):
    """Return a function that tells what is said of a course with this file."""

    def say(toml, *names):
        return refused(write_course(*(names or ("softmax",)), toml=toml)).message

    return say


def test_a_course_is_read_with_its_defaults(write_course):
    """What an exercise does not say has a default."""
    (place,) = load(write_course("softmax"))
    exercise = place.exercise
    assert (exercise.points, exercise.timeout, exercise.loops) == (10, 5, "none")
    assert (exercise.minutes, exercise.difficulty) == (10, 1)
    assert (exercise.aliases, exercise.uses, exercise.hints) == ((), (), ())
    assert (exercise.tolerance.rtol, exercise.tolerance.atol) == (1e-6, 1e-9)


def test_every_key_is_read(write_course):
    """What an exercise says is taken as it is written."""
    keys = """
points = 2.5
minutes = 15
difficulty = 3
aliases = ["Softmax"]
loops = { over = "n" }
loop_penalty = 0.25
uses = ["other"]
timeout = 0.5
tolerance = { rtol = 0, atol = 1e-3 }
hints = ["a", "b"]
"""
    toml = ONE + keys + '[[assignments.exercises]]\nname = "other"\nloops = "any"\n'
    course = load(write_course("softmax", "other", toml="loop_penalty = 1\n" + toml))
    one, other = (place.exercise for place in course)
    assert (one.points, one.timeout, one.loops) == (2.5, 0.5, Over(over="n"))
    assert (one.minutes, one.difficulty) == (15, 3)
    assert (one.aliases, one.uses, one.hints) == (("Softmax",), ("other",), ("a", "b"))
    assert (one.tolerance.rtol, one.tolerance.atol) == (0, 1e-3)
    assert (course.penalty(one), course.penalty(other)) == (0.25, 1)
    assert other.loops == "any"


def test_half_the_points_is_what_loops_cost_by_default(write_course):
    """Without a word about it, loops cost one half."""
    course = load(write_course("softmax"))
    assert course.penalty(next(iter(course)).exercise) == 0.5


def test_files_lie_where_the_contract_says(write_course):
    """Each exercise has its files at fixed paths below the course."""
    root = write_course("softmax")
    (place,) = load(root)
    files = [
        place.stub,
        place.solution,
        place.visible,
        place.hidden,
        place.misconceptions,
    ]
    assert [file.relative_to(root).as_posix() for file in files] == [
        "exercises/basics/softmax.py",
        "solutions/basics/softmax.py",
        "tests/visible/basics/test_softmax.py",
        "tests/hidden/basics/test_softmax.py",
        "tests/misconceptions/basics/softmax.py",
    ]


def test_exercises_come_in_the_order_of_the_file(write_course):
    """The order of a course is its author's."""
    course = load(write_course("zeta", "alpha", "mid"))
    assert [place.exercise.name for place in course] == ["zeta", "alpha", "mid"]


FILE = "exercises/course.toml: "


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("pionts = 3", "softmax: unknown key `pionts`."),
        ("Points = 3", "softmax: unknown key `Points`."),
        ("points = 0", "softmax: points: "),
        ("points = -1", "softmax: points: "),
        ('points = "ten"', "softmax: points: "),
        ("points = true", "softmax: points: "),
        ("points = []", "softmax: points: "),
        ("points = nan", "softmax: points: "),
        ("points = inf", "softmax: points: "),
        ("minutes = 0", "softmax: minutes: "),
        ('minutes = "ten"', "softmax: minutes: "),
        ("difficulty = 0", "softmax: difficulty: "),
        ("difficulty = 4", "softmax: difficulty: "),
        ("difficulty = 1.5", "softmax: difficulty: "),
        ("timeout = 0", "softmax: timeout: "),
        ("timeout = inf", "softmax: timeout: "),
        ('timeout = "5 s"', "softmax: timeout: "),
        ("loop_penalty = 1.5", "softmax: loop_penalty: "),
        ("loop_penalty = -0.1", "softmax: loop_penalty: "),
        ('loops = "some"', "softmax: loops: "),
        ("loops = 1", "softmax: loops: "),
        ("loops = {}", "softmax: the key `over` is missing."),
        ("loops = { over = 3 }", "softmax: over: "),
        ('loops = { over = "n", twice = true }', "softmax: unknown key `twice`."),
        ('loops = { over = "two words" }', "softmax: over: "),
        ("tolerance = 0.1", "softmax: tolerance: "),
        ("tolerance = { rtol = -1 }", "softmax: rtol: "),
        ("tolerance = { atol = nan }", "softmax: atol: "),
        ("tolerance = { tol = 1 }", "softmax: unknown key `tol`."),
        ('hints = "one"', "softmax: hints: "),
        ("hints = [1]", "softmax: "),
        ('aliases = "s"', "softmax: aliases: "),
        ('aliases = ["1st"]', "softmax: "),
        ('aliases = ["../evil"]', "softmax: "),
        ("uses = [3]", "softmax: "),
        ('uses = ["sigmoid"]', "softmax: uses: no exercise `sigmoid`."),
        ('uses = ["Softmax"]', "softmax: uses: no exercise `Softmax`."),
        ('uses = ["softmax"]', "softmax: uses: the exercise would use itself."),
        ('aliases = ["softmax"]', "softmax: the name `softmax` is taken twice."),
        ('aliases = ["s", "s"]', "softmax: the name `s` is taken twice."),
    ],
)
def test_a_bad_key_is_named_with_its_exercise(said, line, sentence):
    """A mistake in an exercise's table is told with file, exercise and key."""
    message = said(ONE + line)
    assert message.startswith(FILE + sentence)
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("", "the key `title` is missing."),
        ('title = "T"', "the key `assignments` is missing."),
        ("title = 3\nassignments = []", "title: "),
        ('title = "T"\nassignments = 3', "assignments: "),
        ('title = "T"\nassignments = []\nextra = 1', "unknown key `extra`."),
        ('title = "T"\nloop_penalty = 2\nassignments = []', "loop_penalty: "),
        ('title = "T"\n[[assignments]]\ntitle = "B"', "assignment 1: the key `name`"),
        (
            'title = "T"\n[[assignments]]\nname = "basics"',
            "assignment basics: the key `title` is missing.",
        ),
        (HEAD + "extra = 1", "assignment basics: unknown key `extra`."),
        (HEAD + "exercises = 3", "assignment basics: exercises: "),
        (HEAD + "exercises = [3]", "assignment basics: exercise 1: "),
        (HEAD.replace("basics", "../up"), "assignment ../up: name: "),
        (
            HEAD + "[[assignments.exercises]]\npoints = 3",
            "assignment basics: exercise 1: the key `name` is missing.",
        ),
        (HEAD + '[[assignments.exercises]]\nname = "a-b"', "a-b: name: "),
        (
            HEAD + '[[assignments.exercises]]\nname = ""',
            "assignment basics: exercise 1: name: ",
        ),
        (
            HEAD + "[[assignments.exercises]]\nname = 3",
            "assignment basics: exercise 1: name: ",
        ),
        ("title = ", "not valid TOML: "),
        ('title = "T"\ntitle = "U"', "not valid TOML: "),
        ("[[assignments]\n", "not valid TOML: "),
        ("\0", "not valid TOML: "),
    ],
)
def test_a_bad_file_is_named_with_the_key(said, toml, sentence):
    """A mistake outside of exercises is told with file and key as well."""
    message = said(toml)
    assert message.startswith(FILE + sentence)
    assert message.endswith(".")


def test_names_are_taken_once_in_a_course(said):
    """Two exercises may not share a name, whatever their assignment."""
    two = ONE + ONE.replace('title = "T"\n', "").replace("basics", "more")
    assert said(two) == FILE + "softmax: the name `softmax` is taken twice."


def test_an_alias_may_not_be_another_exercise(said):
    """What one exercise is called is no alias of another."""
    toml = ONE + '[[assignments.exercises]]\nname = "other"\naliases = ["softmax"]\n'
    assert said(toml) == FILE + "other: the name `softmax` is taken twice."


def test_exercises_may_not_use_each_other(said):
    """A circle of uses has no beginning: it is refused when the course is read."""
    keys = 'uses = ["b"]\n[[assignments.exercises]]\nname = "b"\nuses = ["c"]\n'
    keys += '[[assignments.exercises]]\nname = "c"\nuses = ["softmax"]\n'
    assert said(ONE + keys, "softmax", "b", "c").startswith(FILE + "softmax: uses: ")


@pytest.mark.parametrize(
    "missing",
    ["tests/visible/basics/test_softmax.py", "tests/hidden/basics/test_softmax.py",
     "solutions/basics/softmax.py"],
)  # fmt: skip
def test_a_missing_file_is_named(write_course, missing):
    """A course that lacks a file says which, and what to do."""
    root = write_course("softmax")
    (root / missing).unlink()
    error = refused(root)
    assert error.message == FILE + f"softmax: the file {missing} is missing."
    assert error.help == ("Write it, or take `softmax` out of exercises/course.toml.")


def test_a_student_kit_needs_no_solutions(write_course):
    """Without the folder of solutions, neither those nor hidden cases are missed."""
    root = write_course("softmax")
    (root / "solutions/basics/softmax.py").unlink()
    (root / "solutions/basics").rmdir()
    (root / "solutions").rmdir()
    (root / "tests/hidden/basics/test_softmax.py").unlink()
    assert [place.exercise.name for place in load(root)] == ["softmax"]


def test_a_file_that_is_not_utf_8_is_refused(write_course):
    """A course file in another encoding is told to be so."""
    root = write_course("softmax")
    (root / "exercises/course.toml").write_bytes(b'title = "\xe9"')
    error = refused(root)
    assert (error.message, error.help) == (
        FILE + "not UTF-8 text.",
        "Save it as UTF-8.",
    )


def test_a_file_that_cannot_be_read_is_named(write_course):
    """A folder in the file's place is told with its path."""
    root = write_course("softmax")
    (root / "exercises/course.toml").unlink()
    (root / "exercises/course.toml").mkdir()
    assert str(root / "exercises/course.toml") in refused(root).message


def test_a_folder_without_a_course_is_named(tmp_path):
    """A folder that is no course is told with what it lacks."""
    message = refused(tmp_path).message
    assert message == f"No course in {tmp_path}: it has no exercises/course.toml."


def test_the_course_is_found_from_within(write_course):
    """The course is the nearest folder at or above the current one."""
    root = write_course("softmax")
    for start in (root, root / "exercises", root / "tests/visible/basics"):
        assert find_root(start) == root


def test_outside_of_a_course_there_is_none(tmp_path):
    """Elsewhere it is said what is missing and what to do."""
    error = refused(tmp_path, find_root)
    assert error.message == (
        f"No course here: neither {tmp_path} nor a folder above it "
        "has exercises/course.toml."
    )
    assert "--course" in error.help


@pytest.fixture
def course(write_course):
    """Return a course of two exercises, the first with an alias."""
    other = '[[assignments.exercises]]\nname = "sigmoid"\n'
    return load(
        write_course("softmax", "sigmoid", toml=ONE + 'aliases = ["SMax"]\n' + other)
    )


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ([], ["softmax", "sigmoid"]),
        (["sigmoid"], ["sigmoid"]),
        (["sigmoid", "softmax"], ["sigmoid", "softmax"]),
        (["SMax"], ["softmax"]),
        (["softmax", "SMax", "softmax"], ["softmax"]),
    ],
)
def test_exercises_are_chosen_by_name_or_alias(course, asked, chosen):
    """Names and aliases choose exercises once each, in the order asked."""
    assert [place.exercise.name for place in course.select(asked)] == chosen


@pytest.mark.parametrize(
    ("asked", "help_line"),
    [
        ("sofmax", "Did you mean `softmax`?"),
        ("SIGMOID", "Did you mean `sigmoid`?"),
        ("sigmiod", "Did you mean `sigmoid`?"),
        ("smaxx", "Did you mean `SMax`?"),
        ("relu", "`grader` lists the exercises of this course."),
        ("", "`grader` lists the exercises of this course."),
    ],
)
def test_a_name_that_is_near_is_suggested(course, asked, help_line):
    """An unknown name is told, with the nearest known one where there is one."""
    with pytest.raises(UsageError) as caught:
        course.select(["softmax", asked])
    assert (caught.value.message, caught.value.help) == (
        f"No exercise `{asked}`.",
        help_line,
    )


def test_the_bundled_course_is_in_order():
    """The course that is shipped loads; each exercise has points and three hints."""
    course = load(find_root(courses.Path(__file__).parent))
    exercises = [place.exercise for place in course]
    assert len(exercises) >= 43
    assert all(len(exercise.hints) == 3 for exercise in exercises)
    assert all(math.isfinite(exercise.points) for exercise in exercises)
    by_name = {exercise.name: exercise for exercise in exercises}
    assert by_name["optimize"].loops == Over(over="num_iterations")
    assert by_name["propagate"].uses == ("sigmoid",)

"""Every sentence about wrong usage: what is wrong, what to do, exit code 2."""

import io
import shutil
import zipfile

import pytest

HEAD = """
title = "Small"
[[assignments]]
name = "numpy_basics"
title = "Basics"
[[assignments.exercises]]
name = "softmax"
"""
TOML = "exercises/course.toml"
ANSWER = b"def softmax(x):\n    return x\n"


def told(message, help=""):  # noqa: A002 - the word
    """Return what is printed for a problem."""
    return f"{message}\n{help}\n" if help else f"{message}\n"


def zipped(*names):
    """Return a zip with an answer under each of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name in names:
            file.writestr(name, ANSWER)
    return data.getvalue()


ZIP_AGAIN = "Zip the folder with your files again, and hand that in."

CALLS = {
    ("check", "sofmax"): told("No exercise `sofmax`.", "Did you mean `softmax`?"),
    ("check", "SOFTMAX"): told("No exercise `SOFTMAX`.", "Did you mean `softmax`?"),
    ("check", "normalizerows"): told(
        "No exercise `normalizerows`.", "Did you mean `normalizeRows`?"
    ),
    ("check", "zwölf"): told(
        "No exercise `zwölf`.", "`grader` lists the exercises of this course."
    ),
    ("check", "\x1b[31mred"): told(
        "No exercise `\\x1b[31mred`.", "`grader` lists the exercises of this course."
    ),
    ("check", "--format", "xml"): told(
        "No format `xml`.",
        "--format takes text, json, junit, github, gradescope or classroom50.",
    ),
    ("check", "--seed", 2**32): told(
        "The seed is too large.", "Take one below 4294967296."
    ),
    ("check", "--file", "none.py"): told(
        "No file none.py.", "--file takes a .py file, a notebook, a folder or a .zip."
    ),
    ("check", "--file", "no\x1b[2Jne.py"): told(
        "No file no\\x1b[2Jne.py.",
        "--file takes a .py file, a notebook, a folder or a .zip.",
    ),
    ("check", "--file", "tests/visible/numpy_basics"): told(
        "tests/visible/numpy_basics defines no function of this course.",
        "`grader` lists the exercises.",
    ),
    ("author", "check", "sofmax"): told(
        "No exercise `sofmax`.", "Did you mean `softmax`?"
    ),
}


@pytest.mark.parametrize("words", CALLS)
def test_call(inside, words):
    """A call that cannot be meant is told what is wrong and what to do."""
    done = inside(*words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", CALLS[words])


CLICK = {
    ("chekc",): "No such command 'chekc'. Did you mean 'check'?",
    ("--cours",): "No such option: --cours",
    ("check", "--bogus"): "No such option: --bogus",
    ("check", "--seed", "-1"): "Invalid value for '--seed': -1",
    ("check", "--seed", "many"): "Invalid value for '--seed': 'many'",
    ("check", "--isolation", "moon"): "'moon' is not one of 'auto', 'strict'",
    ("author",): "Missing command.",
}


@pytest.mark.parametrize("words", CLICK)
def test_option(inside, words):
    """A word that is no command or option is told with the way to the help."""
    done = inside(*words)
    assert done.returncode == 2
    assert CLICK[words] in done.stderr
    assert "--help' for help." in done.stderr


FILES = {
    "empty.py": (
        b"",
        "empty.py defines no function of this course.",
        "`grader` lists the exercises.",
    ),
    "answers.ipynb": (
        b"{}",
        "answers.ipynb is JSON and no notebook: it has no cells.",
        "Open it in Jupyter, save it, and hand that in.",
    ),
    "latin.py": (
        b"x = 1\ny = '\xff'\n",
        "latin.py, line 2: it is not UTF-8 text; save it as UTF-8.",
        "",
    ),
    "binary.py": (
        b"\x7fELF\0\0",
        "binary.py, line 1: it holds NUL bytes, so it is not Python source.",
        "",
    ),
    "two words.py": (
        b"x = (\n",
        (
            "two words.py, line 1: it is not valid Python: the bracket `(` that opens "
            "here is not closed (SyntaxError: '(' was never closed)."
        ),
        "",
    ),
    "mixed.py": (
        b"if x:\n\ty\n        z\n",
        (
            "mixed.py, line 3: it is not valid Python: tabs and spaces are mixed: use "
            "spaces alone (TabError: inconsistent use of tabs and spaces in "
            "indentation)."
        ),
        "",
    ),
    "deep.py": (
        b"x = " + b"-" * 100_000 + b"1\n",
        "deep.py, line 1: it is nested too deep to be read.",
        "",
    ),
    "large.py": (b"#" * (1 << 21), "large.py is larger than 1 MB.", ""),
    "page.zip": (
        b"<!DOCTYPE html><html><body>Please sign in</body></html>",
        "page.zip is a web page, not a zip file.",
        "Download the zip file itself; signed in, if the page asks for it.",
    ),
    "renamed.zip": (b"Rar!\x1a\x07", "renamed.zip is not a zip file.", ZIP_AGAIN),
    "half.zip": (
        b"PK\x03\x04" + b"\0" * 60,
        "half.zip is damaged or cut off.",
        ZIP_AGAIN,
    ),
    "outside.zip": (
        zipped("../softmax.py"),
        "outside.zip: the name ../softmax.py leads out of the archive.",
        ZIP_AGAIN,
    ),
    "two\x1b[2J.zip": (
        zipped("softmax.py", "./softmax.py"),
        "two\\x1b[2J.zip holds two files of the name softmax.py.",
        ZIP_AGAIN,
    ),
    "notebook.zip": (
        zipped("alice/work.ipynb"),
        "alice/work.ipynb, line 1: it is broken JSON: Expecting value.",
        "Open it in Jupyter, save it, and hand that in.",
    ),
    "empty.zip": (
        zipped(),
        "empty.zip defines no function of this course.",
        "`grader` lists the exercises.",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_file(course, inside, name):
    """A file that cannot be taken is named, with the line where there is one."""
    data, message, help_line = FILES[name]
    course.joinpath(name).write_bytes(data)
    done = inside("check", "--file", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == told(message, help_line)


TOMLS = {
    "title = ": "not valid TOML: Invalid value (at ",
    "": "the key `title` is missing.",
    'title = "x"': "the key `assignments` is missing.",
    "title = 5\nassignments = []": "title: Expected `str`, got `int`.",
    HEAD + "points = 0": "softmax: points: Expected `float` > 0.0.",
    HEAD + "points = -1": "softmax: points: Expected `float` > 0.0.",
    HEAD + "points = nan": "softmax: points: Expected `float` > 0.0.",
    HEAD + 'points = "ten"': "softmax: points: Expected `float`, got `str`.",
    HEAD + "pionts = 1": "softmax: unknown key `pionts`.",
    HEAD + "timeout = 0": "softmax: timeout: Expected `float` > 0.0.",
    HEAD + "loop_penalty = 2": "softmax: loop_penalty: Expected `float` <= 1.0.",
    HEAD + 'loops = "some"': "softmax: loops: ",
    HEAD + 'uses = ["nowhere"]': "softmax: uses: no exercise `nowhere`.",
    HEAD + 'uses = ["softmax"]': "softmax: uses: the exercise would use itself.",
    HEAD + '[[assignments.exercises]]\nname = "softmax"': (
        "softmax: the name `softmax` is taken twice."
    ),
    HEAD + 'aliases = ["softmax"]': "softmax: the name `softmax` is taken twice.",
    HEAD.replace('"softmax"', '"soft max"'): "soft max: name: ",
    HEAD.replace('"softmax"', '"rng"'): "rng: the name `rng` is what cases call some",
    HEAD + "points = inf": "softmax: points: Expected `float` <= ",
}


@pytest.mark.parametrize("text", TOMLS)
def test_course_file(course, inside, text):
    """A course.toml that is wrong is told with its file and key."""
    course.joinpath(TOML).write_text(text, "utf-8")
    done = inside()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{TOML}: {TOMLS[text]}")


MISLEADING = {
    "an exercise without a name": (
        HEAD.replace('name = "softmax"', "points = 3"),
        "assignment numpy_basics: exercise 1: the key `name` is missing.",
    ),
    "a second exercise without a name": (
        HEAD + "[[assignments.exercises]]\npoints = 3",
        "assignment numpy_basics: exercise 2: the key `name` is missing.",
    ),
    "an assignment without a name": (
        HEAD.replace('name = "numpy_basics"\n', ""),
        "assignment 1: the key `name` is missing.",
    ),
    "two assignments of one name": (
        HEAD + '[[assignments]]\nname = "numpy_basics"\ntitle = "More"\n',
        "assignment numpy_basics: the name `numpy_basics` is taken twice.",
    ),
}


@pytest.mark.parametrize("what", MISLEADING)
def test_course_file_names_the_right_place(course, inside, what):
    """What is wrong in a course.toml is told of the place where it is wrong."""
    text, said = MISLEADING[what]
    course.joinpath(TOML).write_text(text, "utf-8")
    done = inside()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.split("\n")[0] == f"{TOML}: {said}"


def test_course_file_that_is_not_text(course, inside):
    """A course.toml that is not UTF-8 is told to be saved as that."""
    course.joinpath(TOML).write_bytes(b'title = "\xff"')
    assert inside().stderr == told(f"{TOML}: not UTF-8 text.", "Save it as UTF-8.")


@pytest.mark.parametrize(
    "name",
    [
        "tests/visible/numpy_basics/test_softmax.py",
        "tests/hidden/numpy_basics/test_softmax.py",
        "solutions/numpy_basics/softmax.py",
    ],
)
def test_missing_file(course, inside, name):
    """A file that course.toml promises and that is not there is named."""
    course.joinpath(name).unlink()
    done = inside()
    assert done.returncode == 2
    assert done.stderr == told(
        f"{TOML}: softmax: the file {name} is missing.",
        f"Write it, or take `softmax` out of {TOML}.",
    )


def test_outside_a_course(inside, tmp_path):
    """Outside a course the program says what is missing and how to go on."""
    done = inside("check", "softmax", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == told(
        f"No course here: neither {tmp_path} nor a folder above it has {TOML}.",
        "Go to the folder of the course, or name it: grader --course FOLDER …",
    )


def test_course_that_is_none(inside, tmp_path):
    """A folder given as a course that is none is told what one holds."""
    done = inside("--course", tmp_path)
    assert done.returncode == 2
    assert done.stderr == told(
        f"No course in {tmp_path}: it has no {TOML}.",
        "--course takes the folder that holds exercises/ and solutions/.",
    )


def test_course_file_that_cannot_be_read(course, inside):
    """A course.toml that is a folder is no course or cannot be read, without fuss."""
    course.joinpath(TOML).unlink()
    course.joinpath(TOML).mkdir()
    done = inside("--course", course)
    assert done.returncode == 2
    assert done.stderr == told(f"Cannot read {course / TOML}: Is a directory.")


def test_author_check_in_a_kit(course, inside):
    """An author's command in a student kit says that it is for the course itself."""
    shutil.rmtree(course / "solutions")
    assert inside("author", "check").stderr == told(
        "This folder has no solutions/: it is a student kit.",
        "author check is for the folder of the course itself.",
    )


def test_author_build_in_a_kit(course, inside):
    """Building stubs in a student kit says that it is for the course itself."""
    shutil.rmtree(course / "solutions")
    assert inside("author", "build").stderr == told(
        "This folder has no solutions/: it is a student kit.",
        "author build is for the folder of the course itself.",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"# \xff\n", "is not UTF-8 text."),
        (b"x = 1\n", "no `### BEGIN SOLUTION`: nothing is left for the student to wr"),
        (b"### END SOLUTION\n", "line 1: `### END SOLUTION` has no partner."),
        (b"\n### BEGIN SOLUTION\n", "line 2: `### BEGIN SOLUTION` has no partner."),
    ],
)
def test_author_build_of_a_wrong_solution(course, inside, data, said):
    """A solution whose markers are wrong is named, with the line."""
    course.joinpath("solutions/numpy_basics/softmax.py").write_bytes(data)
    done = inside("author", "build")
    assert done.returncode == 2
    assert done.stderr.startswith("solutions/numpy_basics/softmax.py")
    assert said in done.stderr


def test_author_build_where_nothing_can_be_written(course, inside):
    """A stub that cannot be written is named, with the system's reason."""
    stub = course / "exercises/numpy_basics/softmax.py"
    stub.unlink()
    stub.mkdir()
    done = inside("author", "build")
    assert done.returncode == 2
    assert done.stderr == told(
        "Cannot write exercises/numpy_basics/softmax.py: Is a directory."
    )


def test_usage_error_through_the_program(run):
    """The program itself says on stderr what is wrong, and exits with 2."""
    done = run("check", "softmaxx")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == told("No exercise `softmaxx`.", "Did you mean `softmax`?")


def test_help_names_every_command(inside):
    """The help names the commands and their purpose, and exits with 0."""
    done = inside("--help")
    assert done.returncode == 0
    for word in ("check", "explain", "doctor", "author", "--course", "--version"):
        assert word in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_version(inside):
    """--version prints the program's name and version."""
    assert inside("--version").stdout == "grader 0.1.0\n"

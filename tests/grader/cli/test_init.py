"""`grader init`: from an installed package to the first exercise."""

import json
import shutil
import stat
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = str(Path(sys.executable).with_name("grader"))
SECONDS = 120

BEGAN = """\
{name}: 43 exercises in 6 assignments, {count} files.
Your files are in exercises/; worked examples in tests/visible/.

The first one, basic_sigmoid, is a single line: about a minute.
Next: cd {name} && grader watch
"""


@pytest.fixture
def program(env, tmp_path):
    """Return a function that runs the program in an empty folder."""
    folder = tmp_path / "mine"
    folder.mkdir()

    def run(*words, cwd=folder):
        return subprocess.run(
            [PROGRAM, *map(str, words)], cwd=cwd, env=env, timeout=SECONDS,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    run.folder = folder
    return run


def files(folder):
    """Return the paths of the files in a folder."""
    return {
        one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()
    }


def test_it_begins_a_course(program):
    """It says what it made and what to do first, and nothing in there is an answer."""
    done = program("init", "course")
    made = files(program.folder / "course")
    assert done.stdout == BEGAN.format(name="course", count=len(made))
    assert (done.returncode, done.stderr) == (0, "")
    assert {"exercises/numpy_basics/softmax.py", "README.md", ".gitignore"} <= made
    assert not [one for one in made if one.startswith(("solutions", "tests/hidden"))]
    assert not [one for one in made if "misconceptions" in one]


def test_what_was_begun_has_all_cases(program):
    """The package judges with its hidden cases and knows the usual mistakes."""
    program("init", "course")
    root = program.folder / "course"
    file = root / "exercises" / "numpy_basics" / "softmax.py"
    stub = file.read_text("utf-8")
    answer = stub.replace(
        "    ...\n", "    e = np.exp(x)\n    return e / np.sum(e)\n", 1
    )
    file.write_text(answer, "utf-8")
    done = program("check", "softmax", "--format", "json", cwd=root)
    (exercise,) = json.loads(done.stdout)["exercises"]
    assert done.returncode == 1
    assert exercise["misconception"]["name"] == "sums_whole_array"
    assert {case["visibility"] for case in exercise["cases"]} == {"shown", "described"}
    file.write_text(stub, "utf-8")
    done = program("check", "softmax", cwd=root)
    assert done.stdout.startswith("· softmax   not started   ")


def test_what_was_begun_writes_notebooks(program):
    """An assignment's notebook is the one that the course has."""
    program("init", "course")
    done = program("notebook", "numpy_basics", cwd=program.folder / "course")
    assert (done.returncode, done.stderr) == (0, "")
    written = program.folder / "course" / "numpy_basics.ipynb"
    built = ROOT / "exercises" / "numpy_basics" / "numpy_basics.ipynb"
    assert written.read_bytes() == built.read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("release", "kit"),
        ("author", "build"),
        ("author", "check"),
        ("author", "translate", "zh"),
    ],
)
def test_what_was_begun_is_no_authors(program, words):
    """What needs the solutions beside the stubs says that they are not there."""
    program("init", "course")
    done = program(*words, cwd=program.folder / "course")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("This folder has no solutions/: it is a student kit.")


def test_without_a_name_it_is_called_so(program):
    """The folder has a name of its own if none is given."""
    assert program("init").stdout.startswith("grader-course: 43 exercises")
    assert (program.folder / "grader-course" / "exercises").is_dir()


def test_an_empty_folder_is_taken(program):
    """Whoever stands in an empty folder begins there."""
    done = program("init", ".")
    assert done.stdout.endswith("\nNext: grader watch\n")
    assert program("check", "softmax").returncode == 1


@pytest.mark.parametrize(
    ("make", "name", "said"),
    [
        (
            lambda here: (here / "notes").write_text("x"),
            ".",
            ". is not empty.\nName a folder that is not there yet: grader init DIR\n",
        ),
        (
            lambda here: (here / "a").write_text("x"),
            "a",
            "a is a file.\nName a folder that is not there yet: grader init DIR\n",
        ),
        (
            lambda here: (here / "a").symlink_to("nowhere"),
            "a",
            "a is a file.\nName a folder that is not there yet: grader init DIR\n",
        ),
    ],
    ids=["not empty", "a file", "a link"],
)
def test_nothing_is_written_over(program, make, name, said):
    """What is there already stays, and a sentence says what to do."""
    make(program.folder)
    before = files(program.folder)
    done = program("init", name)
    assert (done.returncode, done.stderr) == (2, said)
    assert files(program.folder) == before


def test_a_course_that_was_begun_goes_on(program):
    """A second time the way to the first one is told."""
    program("init", "my course")
    done = program("init", "my course")
    assert done.returncode == 2
    assert done.stderr == (
        "A course was begun in my course already.\n"
        "Go on with it: cd 'my course' && grader\n"
    )


def test_a_folder_that_cannot_be_written(place, tmp_path):
    """Nothing is left of it where nothing can be written."""
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    full = folder / "course"
    # Root may write anywhere, so a file stands where a folder is needed.
    (tmp_path / "file").write_text("x")
    done = place.run("init", tmp_path / "file" / "course")
    assert done.returncode == 2
    assert done.stderr.startswith("Cannot write ")
    assert done.stderr.endswith("Nothing was written.\n")
    assert not full.exists()
    folder.chmod(stat.S_IRWXU)


def test_in_chinese(program):
    """The first screen, the README and the statements are in the language asked for."""
    done = program("init", "course", "--lang", "zh")
    assert done.returncode == 0
    assert "下一步：cd course && grader watch" in done.stdout
    readme = (program.folder / "course" / "README.md").read_text("utf-8")
    assert "练习在 `exercises/`" in readme


def test_all_of_it_is_in_chinese(program):
    """Hidden cases have Chinese names as well, and so has a notebook."""
    program("init", "course", "--lang", "zh")
    there = program.folder / "course"
    answer = "def softmax(x):\n    return x\n"
    (there / "exercises/numpy_basics/softmax.py").write_text(answer, "utf-8")
    done = program("--course", "course", "check", "softmax", "--lang", "zh")
    assert done.returncode == 1
    assert "✗ 每一行之和为一" in done.stdout
    assert "· 只有一行两个得分" in done.stdout
    words = ("notebook", "numpy_basics", "--to", "n.ipynb", "--lang", "zh")
    done = program("--course", "course", *words)
    assert done.returncode == 0
    made = json.loads((program.folder / "n.ipynb").read_text("utf-8"))
    first = "".join(made["cells"][0]["source"])
    assert first.startswith("# Python 与 NumPy 基础\n\n先运行第一个代码单元格")


def test_a_wheel_has_the_course(tmp_path):
    """An installed package begins a course and checks it, with no checkout near."""
    source = tmp_path / "source"
    shutil.copytree(
        ROOT, source,
        ignore=shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache"),
    )  # fmt: skip
    pip = [sys.executable, "-m", "pip"]
    wheel = [*pip, "wheel", "--quiet", "--no-deps", "-w", tmp_path, source]
    subprocess.run(wheel, check=True, timeout=SECONDS)
    shutil.rmtree(source)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "installed"
    # The packages that it needs are those of this environment.
    venv.create(home, symlinks=True, system_site_packages=False)
    python = home / "bin" / "python"
    packages = next(one for one in sys.path if one.endswith("site-packages"))
    (target,) = home.glob("lib/python*/site-packages")
    install = [*pip, "--python", python, "install", "--quiet", "--no-deps", wheel]
    subprocess.run(install, check=True, timeout=SECONDS)
    (target / "more.pth").write_text(f"import site; site.addsitedir({packages!r})\n")
    run = [python, "-m", "grader"]
    course = tmp_path / "course"
    subprocess.run([*run, "init", course], check=True, cwd=tmp_path, timeout=SECONDS)
    file = course / "exercises" / "numpy_basics" / "basic_sigmoid.py"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    ...\n", "    return 1 / (1 + math.exp(-x))\n", 1))
    done = subprocess.run(
        [*run, "check", "basic_sigmoid"], cwd=course, timeout=SECONDS,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.startswith("✓ basic_sigmoid   "), done.stderr
    where = subprocess.run(
        [python, "-c", "import grader; print(grader.__file__)"], cwd=course,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(home) in where.stdout

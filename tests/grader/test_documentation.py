"""What the documentation tells a person to type works, and prints what is shown.

Each page is followed from its first block to its last, in a folder of its own.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pages import ROOT, Command, File, agrees, pages, put, steps

PROGRAM = str(Path(sys.executable).with_name("grader"))
ELSEWHERE = re.compile(r"<(script|img|iframe|link)[^>]*(src|href)=\"?(https?:)?//")
BASH = shutil.which("bash") or "bash"
SECONDS = 60
NOT_RUN = (
    ("python3 -m venv", "it installs from a registry; .ci/run does the same"),
    ("pip install", "it installs from a registry; .ci/run does the same"),
    ("grader watch", "it needs a terminal; tests/grader/cli/test_watch.py has one"),
    ("dask ", "servers stay up; tests/grader/cli/test_grade_cluster.py starts them"),
    ("grader grade class/ --out graded --cluster", "it needs those servers; as above"),
)
"""How lines begin that are not run, and why."""
COURSE = (
    "exercises",
    "solutions",
    "tests/visible",
    "tests/hidden",
    "tests/misconceptions",
    "tests/mutants",
    "tests/slow",
)


def empty(_folder: Path) -> None:
    """Leave the folder as it is."""


def begun(folder: Path) -> None:
    """Begin the bundled course in the folder, as a student has it."""
    grader(folder, "init", ".")


def course(folder: Path) -> None:
    """Put the whole course there, with solutions and hidden cases, and a class."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COURSE:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    stub = folder.joinpath("exercises/numpy_basics/softmax.py").read_text("utf-8")
    wrong = "    e = np.exp(x)\n    return e / np.sum(e)\n"
    folder.joinpath("class", "alice").mkdir(parents=True)
    right = folder.joinpath("solutions/numpy_basics/softmax.py").read_text("utf-8")
    folder.joinpath("class", "alice", "softmax.py").write_text(right, "utf-8")
    answer = stub.replace("    ...\n", wrong)
    folder.joinpath("class", "bob.py").write_text(answer, "utf-8")
    folder.joinpath("class", "carol.py").write_text(stub, "utf-8")


def graded(folder: Path) -> None:
    """Put the course there, and the class graded on an exercise."""
    course(folder)
    words = ("--only", "softmax", "--seed", "7")
    grader(folder, "grade", "class", "--out", "graded", *words)


def half(folder: Path) -> None:
    """Put a course there with the exercise that a page writes the first half of."""
    grader(folder, "author", "new-course", ".", "--title", "Arrays")
    grader(folder, "author", "new", "spread")
    show(folder, "exercise.md")


def small(folder: Path) -> None:
    """Put the whole course of one exercise there that two pages write."""
    show(folder, "exercise.md")
    show(folder, "prove.md")
    grader(folder, "author", "build")


def show(folder: Path, page: str) -> None:
    """Write the files that a page shows."""
    for step in told(ROOT / "docs" / "how-to" / page):
        if isinstance(step, File):
            put(folder, step)


def notebooks(folder: Path) -> None:
    """Begin the bundled course, with a notebook of another grader beside it."""
    begun(folder)
    lab = ROOT / "tests/grader/author/notebooks/activations.ipynb"
    shutil.copy(lab, folder / "lab.ipynb")


STARTS = {
    "docs/ci.md": course,
    "docs/how-to/canvas.md": graded,
    "docs/how-to/classroom50.md": graded,
    "docs/how-to/grade.md": course,
    "docs/how-to/gradescope.md": graded,
    "docs/how-to/notebooks.md": notebooks,
    "docs/how-to/prove.md": half,
    "docs/how-to/release.md": small,
    "docs/how-to/translate.md": small,
    "docs/reports.md": graded,
    "docs/tutorial-softmax.md": begun,
}
"""What lies in the folder before a page begins; elsewhere it is empty."""


def environment() -> dict[str, str]:
    """Return what a program needs of an environment, and the program on its path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "COLUMNS": "80", "LANG": "C.UTF-8", "HOME": os.devnull}


def grader(folder: Path, *words: str) -> None:
    """Run the program in a folder; it has to pass."""
    subprocess.run(
        [PROGRAM, *words], cwd=folder, env=environment(), timeout=SECONDS,
        capture_output=True, check=True,
    )  # fmt: skip


class Shell:
    """A person at a prompt: where a command leaves them, the next one begins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = environment()

    def type(self, line: str) -> tuple[int, str]:
        """Run a line; return its exit code and all that it printed."""
        trace = '\ncode=$?\necho\necho ":$PWD"\nexit $code'
        done = subprocess.run(
            [BASH, "-c", line + trace], cwd=self.folder, env=self.environment,
            timeout=SECONDS, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        printed, _, where = done.stdout.rpartition("\n:")
        self.folder = Path(where.rstrip("\n"))
        return done.returncode, printed


def name(page: Path) -> str:
    """Return a page's path in the repository."""
    return page.relative_to(ROOT).as_posix()


def told(page: Path) -> list[Command | File]:
    """Return what a page has its reader do."""
    return list(steps(page.read_text("utf-8")))


@pytest.mark.parametrize("page", [page for page in pages() if told(page)], ids=name)
def test_page_can_be_followed(page, tmp_path):
    """Each command of a page ends as it should and prints what the page shows."""
    here = tmp_path / "here"
    here.mkdir()
    STARTS.get(name(page), empty)(here)
    shell = Shell(here)
    for step in told(page):
        if isinstance(step, File):
            put(shell.folder, step)
        elif not step.line.startswith(tuple(start for start, _ in NOT_RUN)):
            code, printed = shell.type(step.line)
            assert code == step.code, f"{step.line}\n{printed}"
            if step.shown is not None:
                assert agrees(step.shown, printed), f"{step.line}\n{printed}"


@pytest.mark.parametrize("start", [start for start, _ in NOT_RUN])
def test_what_is_not_run_is_on_a_page(start):
    """No line is excused that no page has any more."""
    lines = [
        step.line for page in pages() for step in told(page)
        if isinstance(step, Command)
    ]  # fmt: skip
    assert [line for line in lines if line.startswith(start)]


def test_every_start_is_of_a_page():
    """No page is prepared that is not there."""
    assert set(STARTS) <= {name(page) for page in pages()}


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a\n…\nd\n", "a\nb\nc\nd\n"),
        ("a\n…\nd\n", "a\nd\n"),
        ("seed …, wall\n", "seed 7, wall  \n\n"),
    ],
)
def test_what_is_left_out(shown, printed):
    """`…` stands for any lines, or for any text within one."""
    assert agrees(shown, printed)


@pytest.mark.parametrize(
    ("shown", "printed"),
    [("a\nb\n", "a\n"), ("a\n", "a\nb\n"), ("seed …\n", "see\n"), ("a", "A")],
)
def test_another_text_does_not_agree(shown, printed):
    """A line more, a line less and another text are told."""
    assert not agrees(shown, printed)


def test_the_site_is_built_and_fetches_nothing(tmp_path):
    """mkdocs builds the site without a warning; no page takes from elsewhere."""
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    built = sorted(site.rglob("*.html"))
    assert len(built) > len(pages())
    for page in built:
        text = page.read_text("utf-8")
        assert not ELSEWHERE.search(text), page

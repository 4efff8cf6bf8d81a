"""What the project says of itself is in step with what it is."""

import ast
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import grader
from grader.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "grader"
LIGHT = [PACKAGE / "course.py", PACKAGE / "progress.py", PACKAGE / "verdict.py"]
LIGHT += [PACKAGE / "timing.py", PACKAGE / "proof.py", PACKAGE / "spot.py"]
LIGHT += sorted(PACKAGE.glob("render/*.py"))


def imports(path):
    """Return the modules that a file names in its imports, wherever they stand."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module or "")
    return found


def test_the_host_reads_no_code_as_data():
    """Pickle is nowhere, and what `marshal` wrote is read where guests are alone."""
    code = {"pickle", "dill", "cloudpickle", "shelve", "joblib"}
    reads, reader = set(), "grader.guest.arguments"
    for path in PACKAGE.rglob("*.py"):
        name, text = path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")
        assert not imports(path) & code, name
        if "marshal.load" in text:
            reads.add(name)
        elif reader in imports(path):
            assert f"from {reader} import written\n" in text
    assert reads == {"guest/arguments.py", "guest/worker.py"}


@pytest.mark.parametrize("name", ["result.schema.json", "class.schema.json"])
def test_schema_is_in_step(name):
    """The schemas in docs/ are what the records' types give."""
    texts = runpy.run_path(str(ROOT / "docs" / "schema.py"))["texts"]()
    assert (ROOT / "docs" / name).read_text("utf-8") == texts[name]


@pytest.mark.parametrize("name", ["commands.md", "course-toml.md", "json.md"])
def test_reference_is_in_step(name):
    """The pages in docs/reference/ are what the program itself gives."""
    texts = runpy.run_path(str(ROOT / "docs" / "reference.py"))["texts"]()
    page = ROOT / "docs" / "reference" / name
    assert page.read_text("utf-8") == texts[name]


def test_rules_are_in_step():
    """docs/rules.md is what the package's pages give."""
    text = runpy.run_path(str(ROOT / "docs" / "rules.py"))["text"]()
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == text


def test_readme_names_every_command():
    """The README's table has each command of the program."""
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in get_command(app).commands:
        assert f"`grader {name}" in readme


def test_changelog_has_the_version():
    """The changelog tells of the version that the package says it is."""
    assert f"## {grader.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("path", LIGHT, ids=lambda path: path.stem)
def test_records_and_renderers_are_light(path):
    """Records, course, progress and renderers name neither NumPy nor pytest."""
    assert not {name.partition(".")[0] for name in imports(path)} & {"numpy", "pytest"}


def test_program_loads_neither_numpy_nor_pytest_for_the_map():
    """`grader` alone draws the map without NumPy and without pytest."""
    code = (
        "import sys\n"
        "from grader.cli import run\n"
        f"sys.argv = ['grader', '--course', {str(ROOT)!r}]\n"
        "run()\n"
        "sys.exit('numpy' in sys.modules or 'pytest' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("guest/*.py")), ids=lambda p: p.stem
)
def test_guest_needs_nothing_of_the_host(path):
    """The guest's modules import the standard library, NumPy and each other."""
    allowed = sys.stdlib_module_names | {"numpy"}
    assert {name.partition(".")[0] for name in imports(path)} <= allowed


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("render/*.py")), ids=lambda p: p.stem
)
def test_renderers_know_only_verdicts(path):
    """A renderer imports records, words and other renderers, nothing else."""
    own = {name for name in imports(path) if name.startswith("grader.")}
    allowed = ("grader.verdict", "grader.timing", "grader.proof", "grader.render",
               "grader.spot", "grader.language", "grader.wrapping")  # fmt: skip
    assert all(name.startswith(allowed) for name in own)


def test_nothing_imports_the_program():
    """Only the program's own modules import grader.cli."""
    for path in PACKAGE.rglob("*.py"):
        inside = path.is_relative_to(PACKAGE / "cli") or path.name == "__main__.py"
        if not inside:
            assert not any(name.startswith("grader.cli") for name in imports(path)), (
                path
            )


def test_modules_are_small():
    """A module of the package has at most 300 lines."""
    for path in PACKAGE.rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 300, path


def test_sentences_avoid_words_that_belittle():
    """No text that a student reads says just, simply or obviously."""
    files = [*ROOT.glob("solutions/*/*.py"), *ROOT.glob("tests/misconceptions/*/*.py")]
    files += [
        *PACKAGE.rglob("*.py"),
        *PACKAGE.rglob("*.md"),
        ROOT / "exercises" / "course.toml",
    ]
    for path in files:
        found = re.search(
            r"\b(just|simply|obviously)\b", path.read_text("utf-8"), re.IGNORECASE
        )
        assert found is None, (path, found)

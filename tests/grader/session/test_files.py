"""What is told of a case that hands over files is the same in each run."""

import pytest

from grader.sandbox.grants import Grants
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Options, check

CASES = """
    from grader.cases import agree

    def test_file(double, files):
        path = files / "number.txt"
        path.write_text("3", "utf-8")
        agree(double(str(path)), 6)
    """
SOLUTION = """
    def double(x):
        ### BEGIN SOLUTION
        with open(x, encoding="utf-8") as file:
            return 2 * int(file.read())
        ### END SOLUTION
    """


@pytest.fixture
def told(small, tmp_path):
    """Return a function that judges an answer in a sandbox of its own."""
    files = {"solutions/basics/double.py": SOLUTION}
    keys = "files = true"
    course = small(files, keys=keys, hidden=CASES, visible=CASES)

    def run(body):
        file = tmp_path / "answer.py"
        file.write_text(f"def double(x):\n    {body}\n", "utf-8")
        submission, entries = submitted.read_file(course, ("double",), file)
        with Sandbox(Isolation.AUTO, Grants(files=True)) as sandbox:
            result = check(course, submission, entries, sandbox, Options(7))
            folder = str(sandbox.files)
        return result.exercises[0], folder

    return run


def test_a_file_is_read(told):
    """An answer reads the file that its case wrote."""
    assert told("return 2 * int(open(x).read())")[0].status == "passed"


@pytest.mark.parametrize(
    "body",
    [
        "print(x); return 7",
        "return open(x + 'x').read()",
        "raise ValueError(x)",
        "return x",
        "return open(x, 'w')",
    ],
)
def test_the_folder_is_not_told(told, body):
    """No message, print or traceback names the folder, which is new in each run."""
    (one, folder), (other, other_folder) = told(body), told(body)
    assert folder != other_folder
    assert one.status == other.status == "failed"
    for mine, again in zip(one.cases, other.cases, strict=True):
        assert (mine.message, mine.stdout) == (again.message, again.stdout)
        assert folder not in mine.message + mine.stdout + one.message
    assert "number.txt" in one.cases[0].message

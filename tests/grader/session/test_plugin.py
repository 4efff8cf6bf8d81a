"""`pytest tests/hidden --submission FILE`: the cases under plain pytest."""

import os
import subprocess
import sys

import pytest

DOUBLE = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"


@pytest.fixture
def plain(small, tmp_path):
    """Return a function that runs plain pytest in the small course."""

    def run(*words, answer=None, **course):
        root = small(**course).root
        if answer is not None:
            tmp_path.joinpath("answer.py").write_text(answer, "utf-8")
            words = (*words, "--submission", str(tmp_path / "answer.py"))
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words],
            cwd=root,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_right_answer(plain):
    """A right answer passes; exercises that its file lacks are left out."""
    done = plain("tests/hidden", answer=DOUBLE)
    assert done.returncode == 0, done.stdout
    assert "1 passed, 1 deselected" in done.stdout


def test_wrong_answer_in_words(plain):
    """A wrong answer is told in the words of a check, with what was expected."""
    done = plain("tests/hidden", "--case-seed", "3", answer=WRONG)
    assert done.returncode == 1
    assert "grader: seed 3 (--case-seed), wall: " in done.stdout
    assert "The value differs." in done.stdout
    assert "expected" in done.stdout
    assert "Traceback" not in done.stdout


def test_answers_of_the_course(plain):
    """Without --submission the files in exercises/ are judged."""
    done = plain("tests/hidden", files={"exercises/basics/double.py": WRONG})
    assert done.returncode == 1
    assert "There is no exercises/basics/quadruple.py." in done.stdout


def test_failed_advice(plain):
    """A case that is advice does not fail the run."""
    hidden = """
        import pytest
        @pytest.mark.advice("large")
        def test_large(double):
            assert double(1) == 2, "Not for large ones."
        """
    done = plain("tests/hidden", answer=DOUBLE, hidden=hidden)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tests/hidden", "--submission", "none.py"), "No file none.py."),
        (("--submission", "none.py"), "--submission is for the cases of a course"),
    ],
)
def test_usage(plain, words, said):
    """What cannot be judged is a usage error of one sentence."""
    done = plain(*words)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_both_folders_at_once(plain):
    """Visible and hidden cases run together, though their files share names."""
    done = plain("tests/hidden", "tests/visible", answer=DOUBLE)
    assert done.returncode == 0, done.stdout

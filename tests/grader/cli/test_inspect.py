"""`grader inspect`: the exact input of the case that failed."""

import re
import shutil

import numpy as np
import pexpect
import pytest

WHOLE = "e = np.exp(x)\nreturn e / np.sum(e)"


@pytest.fixture
def failed(write, inside):
    """Check an answer that fails a shown case; return what was told."""
    write("softmax", WHOLE)
    return inside("check", "softmax")


def variables(done):
    """Run what was printed as Python; return its variables."""
    names = {}
    exec(done.stdout.partition("\nNext: ")[0], names)  # noqa: S102 - that is promised
    return names


def test_printed(failed, inside):
    """Without a terminal the arrays are printed as Python that makes them again."""
    assert "The exact input: grader inspect softmax\nNext: " in failed.stdout
    done = inside("inspect", "softmax")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "# softmax: every row sums to one\n# Shape and dtype are right. "
    )
    assert done.stdout.endswith("\nthen run: grader check softmax\n")
    names = variables(done)
    x = names["x"]
    assert x.tolist() == [[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]]
    np.testing.assert_array_equal(names["yours"], np.exp(x) / np.sum(np.exp(x)))
    np.testing.assert_allclose(names["expected"].sum(axis=1), 1, rtol=1e-7)


def test_without_a_name(failed, inside):
    """Without a name it is the exercise that was checked last."""
    assert failed.returncode == 1
    assert inside("inspect").stdout.startswith("# softmax: ")


def test_a_hidden_case(inside, write):
    """Of a hidden case what was expected is not there, unless it was revealed."""
    right = "e = np.exp(x)\np = e / np.sum(e, axis=1, keepdims=True)"
    write("softmax", f"{right}\nreturn p if len(x) > 1 else p / 2")
    assert "✗ a single row of two scores" in inside("check", "softmax").stdout
    done = inside("inspect", "softmax")
    assert variables(done)["x"].shape == (1, 2)
    assert "expected" not in done.stdout
    inside("check", "softmax", "--reveal")
    assert "expected = " in inside("inspect", "softmax").stdout


def test_a_dict(inside, write):
    """Values in dicts are whole, and a part is told as on the screen."""
    body = "A = sigmoid(w.T @ X + b)\nreturn {'dw': X @ (A - Y).T, 'db': 0.0}, 1.0"
    write("propagate", body)
    told = inside("check", "propagate").stdout
    assert "grader inspect propagate" in told
    done = inside("inspect", "propagate")
    names = variables(done)
    assert {"w", "b", "X", "Y", "yours", "returned"} <= set(names)
    part = re.search(r"# `yours` is this part of what was returned: (\S+)", done.stdout)
    assert part
    np.testing.assert_array_equal(
        eval(f"returned{part[1]}", names),  # noqa: S307 - our own text
        names["yours"],
    )


def test_it_goes_once_it_passes(failed, inside, solve):
    """An answer that passes has no failing input any more."""
    assert failed.returncode == 1
    solve("softmax")
    assert "grader inspect" not in inside("check", "softmax").stdout
    done = inside("inspect", "softmax")
    assert done.returncode == 2
    assert done.stderr == (
        "No failing input of `softmax` is kept.\n"
        "A check that fails in a case keeps its input.\n"
        "Next: to check it, run: grader check softmax\n"
    )


def test_changed_since(failed, inside, write):
    """After a change the input is that of the last check, and the screen says so."""
    assert failed.returncode == 1
    write("softmax", "return 3")
    assert (
        "# You changed exercises/numpy_basics/softmax.py since: this is what the last "
        "check had.\n"
    ) in inside("inspect", "softmax").stdout


def test_checks_of_other_files_keep_nothing(course, inside, write):
    """A check of another file keeps no input, and promises none."""
    file = write("softmax", WHOLE)
    other = shutil.copy(file, course / "other.py")
    told = inside("check", "softmax", "--file", other).stdout
    assert "grader inspect" not in told
    assert "grader hint" not in told
    assert not (course / ".grader").exists()


def test_a_hostile_answer(inside, write):
    """What an answer returns is data: text that would move a cursor is shown."""
    write("softmax", "return {'\x1b[2J': [x, '\u202e', {1: None}, object()]}")
    inside("check", "softmax")
    done = inside("inspect", "softmax")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "'\\x1b[2J'" in done.stdout


def test_a_spoilt_file(course, failed, inside):
    """A file that is not what was kept is as good as none."""
    assert failed.returncode == 1
    (course / ".grader/inspect/softmax.values").write_bytes(b"\x80\x04garbage")
    assert inside("inspect", "softmax").returncode == 2


def test_in_a_terminal(failed, spawn):
    """In a terminal Python has the values, and leaving it says what is next."""
    assert failed.returncode == 1
    program = spawn("inspect", "softmax")
    program.expect_exact(">>> ")
    told = program.before.decode()
    assert "softmax: every row sums to one" in told
    assert re.search(r"x +an array of shape \(2, 5\), int64", told)
    program.sendline("print((yours - expected).shape, np.pi > 3)")
    program.expect_exact("(2, 5) True")
    program.expect_exact(">>> ")
    program.sendline("softmax")
    program.expect_exact("NameError")
    program.sendeof()
    program.expect(pexpect.EOF)
    assert "then run: grader check softmax" in program.before.decode()
    program.close()
    assert program.exitstatus == 0


def test_leaving_by_exit(failed, spawn):
    """`exit()` leaves as Ctrl-D does."""
    assert failed.returncode == 1
    program = spawn("inspect", "softmax")
    program.expect_exact(">>> ")
    program.sendline("exit()")
    program.expect_exact("then run: grader check softmax")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0


def test_printed_in_a_terminal(failed, terminal):
    """With --print there is no Python to leave."""
    assert failed.returncode == 1
    screen = terminal("inspect", "softmax", "--print")
    assert screen.code == 0
    assert "x = np.array([[9, 2, 5, 0, 0]," in screen.lines

"""`grader watch` in a terminal, as a student has it open beside an editor."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import psutil
import pytest
from kin import below

sys.path.insert(0, str(Path(__file__).parent))
from window import Window

PROGRAM = str(Path(sys.executable).with_name("grader"))
WHOLE = "e = np.exp(x)\nreturn e / np.sum(e)"
RIGHT = "e = np.exp(x)\nreturn e / np.sum(e, axis=1, keepdims=True)"
LOOP = (
    "out = np.zeros(x.shape)\n"
    "for i, row in enumerate(x):\n"
    "    out[i] = np.exp(row) / np.sum(np.exp(row))\n"
    "return out"
)
CRASH = "e = np.exp(x)\nreturn e / np.sum(e, axis=1)"
NOT_STARTED = "· softmax   not started"
PASSED = "✓ softmax   10 of 10 cases"
FAILED = "✗ every row sums to one"
LOOPS = "! explicit-loop"


@pytest.fixture
def window(course, env):
    """Return a function that opens a terminal with the program, or another one."""
    windows = []

    def start(*words, columns=80, rows=60, program=PROGRAM):
        child = pexpect.spawn(
            program,
            [str(word) for word in words],
            cwd=str(course),
            env=env,
            dimensions=(rows, columns),
        )
        windows.append(Window(child, columns, rows))
        return windows[-1]

    yield start
    for one in windows:
        one.program.close(force=True)


@pytest.fixture
def watch(window):
    """Return a function that watches softmax until its first verdict."""

    def start(*words, shows=NOT_STARTED, **options):
        return window("watch", "softmax", *words, **options).settled(shows)

    return start


@pytest.fixture
def piped(course, env):
    """Return a function that starts a watch without a terminal."""
    processes = []

    def start(*words, **options):
        process = subprocess.Popen(
            [PROGRAM, "watch", "softmax", *words],
            cwd=course,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            **options,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def renamed(file, text):
    """Save as many editors do: another file, moved to where the old one was."""
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, "utf-8")
    new.replace(file)


def lines_until(process, text):
    """Return the lines that a program prints up to one that has a text."""
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if text in line:
            return lines
    raise AssertionError(lines)


def test_from_the_stub_to_the_next_exercise(watch, write, course):
    """Save, look, fix: the verdict follows each save, and n goes on once it passes."""
    open_ = watch()
    assert "0 of 43 passed" in open_.lines[-2]
    assert open_.lines[-1].split("   ")[0] == "h hint"
    assert "Next: write softmax in exercises/numpy_basics/softmax.py:22" in open_.text

    open_.press("n")
    open_.until("n opens when this exercise passes.", NOT_STARTED)

    write("softmax", WHOLE)
    open_.settled(FAILED, "yours     0.852", "0 of 43 passed")
    assert "This is what you get when np.sum adds up the whole array" in open_.text
    open_.press("h")
    open_.settled("softmax   hint 1 of 3", "  1. ")
    open_.press("h")
    open_.until("Hint 2 of 3 opens after another attempt")

    open_.press("i")
    open_.until("# softmax: every row sums to one", "x = np.array([[9, 2, 5, 0, 0],")
    open_.press("\x1b")
    open_.until(FAILED)

    write("softmax", LOOP)
    open_.settled(LOOPS, "The loop costs 5 of the 10 points.", "0 of 43 passed")

    file = course / "exercises/numpy_basics/softmax.py"
    write("softmax", RIGHT)
    text = file.read_text("utf-8")
    open_.settled(PASSED, "1 of 43 passed", "n next: L1")
    renamed(file, text.replace("keepdims=True", "keepdims=False"))
    open_.settled("do not line up", "0 of 43 passed")
    renamed(file, text)
    open_.settled(PASSED, "Next: press n for L1.")

    assert not open_.quiet(1.0)
    open_.press("n")
    open_.settled("· L1   not started", "1 of 43 passed")
    open_.press("q")
    assert open_.end() == 0
    assert "Next: write L1 in exercises/numpy_basics/L1.py" in open_.text
    assert "then run: grader check L1" in open_.text


def test_without_a_name_it_begins_where_the_student_is(window, run, write):
    """Without a name the exercise that was checked last is watched."""
    write("L2", "return 3.0")
    run("check", "L2")
    window("watch").settled("L2   exercises/numpy_basics/L2.py")


def test_pages(watch, write):
    """Keys open the list, a help page, a check of everything, and close them again."""
    write("softmax", RIGHT)
    open_ = watch(shows=PASSED)
    open_.press("?")
    open_.until("Nothing moves on by itself.", "esc   back to the verdict")
    open_.press("?")
    open_.until(PASSED)
    open_.press("l")
    open_.until("> ✓ softmax", "enter go there")
    open_.press("\x1b[B")
    open_.until("> · L1")
    open_.press("k", "k")
    open_.until("> · normalize_rows")
    open_.press("\r")
    open_.settled("· normalize_rows   not started")
    open_.press("c")
    open_.settled("✓ softmax ", "n next: L1")
    open_.press("g")
    open_.press("\x1b")
    open_.settled("· normalize_rows   not started")


def test_reset_asks_first_and_keeps_what_was_there(watch, write, course):
    """x asks; y puts the stub back, says where the answer is, and it is judged."""
    file = write("softmax", RIGHT)
    text = file.read_text("utf-8")
    open_ = watch(shows=PASSED)
    open_.press("x")
    open_.until("Put the stub of softmax back?")
    open_.press("n")
    open_.until("Nothing was reset.", PASSED)
    assert file.read_text("utf-8") == text
    open_.press("x", "y")
    open_.settled(NOT_STARTED)
    (kept,) = course.glob(".grader/kept/softmax-*.py")
    assert kept.read_text("utf-8") == text
    open_.until("What it held is kept:", kept.relative_to(course).as_posix())


@pytest.fixture
def nearly(solve, exercises):
    """Solve every exercise but softmax and L1."""
    solve(*(one.name for one in exercises if one.name not in {"softmax", "L1"}))


@pytest.mark.usefixtures("nearly")
def test_last_exercise_is_followed_by_a_check_of_all(watch, solve, write):
    """When everything passes, n checks all once more and shows what was done."""
    solve("L1")
    write("softmax", LOOP)
    open_ = watch(shows=LOOPS)
    open_.press("c")
    open_.settled("42 of 43 passed", "n next: softmax")
    open_.press("\x1b")
    write("softmax", RIGHT)
    open_.settled(PASSED, "43 of 43 passed", "n finish")
    open_.press("n")
    open_.settled("✓ Every exercise has passed.", "loops removed           1")
    open_.press("q")
    assert open_.end() == 0


@pytest.mark.usefixtures("nearly")
def test_what_fell_is_told_at_the_end(watch, write):
    """When something broke meanwhile, the last check says so and n goes there."""
    write("L1", "return np.sum(np.abs(y - yhat))")
    write("softmax", LOOP)
    open_ = watch(shows=LOOPS)
    open_.press("c")
    open_.settled("42 of 43 passed")
    write("L1", "return 3.0")
    open_.settled("Another exercise's file was saved.")
    write("softmax", RIGHT)
    open_.settled(PASSED, "n finish")
    open_.press("n")
    open_.settled("Not everything passes any more.", "n next: L1")
    open_.press("n")
    open_.settled("L1   exercises/numpy_basics/L1.py", "42 of 43 passed")


def test_half_of_a_file_is_waited_for(watch, write):
    """A file that is empty and then broken for a moment is never judged as such."""
    file = write("softmax", RIGHT)
    text = file.read_text("utf-8")
    open_ = watch(shows=PASSED)
    before = len(open_.raw)
    for part in ("", text[: len(text) // 2], text[: text.index("np.sum(e, a") + 12]):
        file.write_text(part, "utf-8")
        open_.pump(0.3)
    file.write_text(text.replace("axis=1", "axis=0"), "utf-8")
    open_.settled("· ", "0 of 43 passed")
    raw = open_.raw[before:].decode()
    assert "unreadable" not in raw
    assert "missing" not in raw


def test_a_file_that_stays_broken_is_told(watch, write):
    """A file that is no Python is told after a moment, by its line."""
    open_ = watch()
    write("softmax", "return (np.exp(x)")
    open_.settled("softmax.py:35", "was never")


def test_files_of_editors_are_not_looked_at(watch, course):
    """Swap files, backups and probes beside the file lead to no check."""
    open_ = watch()
    folder = course / "exercises" / "numpy_basics"
    for name in ("4913", ".softmax.py.swp", "softmax.py~", "#softmax.py#"):
        (folder / name).write_text("def softmax(x): return 3", "utf-8")
    (folder / "4913").unlink()
    assert not open_.quiet(1.5)


def test_saved_twice_is_checked_once(watch, write):
    """Two saves within the debounce are one check."""
    open_ = watch()
    before = len(open_.raw)
    write("softmax", WHOLE)
    time.sleep(0.05)
    write("softmax", RIGHT)
    open_.settled(PASSED)
    open_.pump(0.5)
    assert open_.raw[before:].count(b"checking") == 1
    assert FAILED.encode() not in open_.raw[before:]


def test_a_file_that_is_gone_and_comes_back(watch, write, course):
    """A file that is deleted is told so, one that comes back is judged."""
    file = write("softmax", RIGHT)
    text = file.read_text("utf-8")
    open_ = watch(shows=PASSED)
    file.unlink()
    open_.until("softmax.py is gone.", "press x to take the stub again", "0 of 43")
    file.mkdir()
    open_.settled("softmax.py", "folder")
    file.rmdir()
    open_.until("softmax.py is gone.")
    folder = file.parent.rename(course / "away")
    folder.rename(file.parent)
    file.write_text(text, "utf-8")
    open_.settled(PASSED, "1 of 43")
    moved = file.parent.rename(course / "away")
    open_.until("softmax.py is gone.")
    moved.rename(file.parent)
    open_.settled(PASSED)


def test_a_save_during_a_check_is_checked_after_it(watch, write):
    """What is saved while a check runs is judged next; keys wait for nothing."""
    open_ = watch()
    write("softmax", "while True:\n    pass")
    open_.until("checking softmax")
    open_.press("l", "?", "x", "y")
    write("softmax", RIGHT)
    open_.settled(PASSED)
    assert "> " not in open_.text
    assert not open_.quiet(0.5)


def test_keys_typed_ahead_are_forgotten(watch, write):
    """Keys pressed during a check open nothing afterwards."""
    open_ = watch()
    write("softmax", "import time\ntime.sleep(1)\nreturn x")
    write("softmax", "while True:\n    pass")
    open_.until("checking softmax")
    open_.press("l")
    open_.settled("softmax   exercises")
    assert "enter go there" not in open_.text


def left_behind(pid):
    """Return what processes a program has."""
    return psutil.Process(pid).children(recursive=True)


@pytest.mark.parametrize(
    ("leave", "code"),
    [
        (lambda open_: open_.press("q"), 0),
        (lambda open_: open_.press("\x03"), 130),
        (lambda open_: open_.press("\x1c"), 130),
        (lambda open_: open_.program.kill(signal.SIGTERM), 143),
        (lambda open_: open_.program.kill(signal.SIGHUP), 129),
    ],
    ids=["q", "Ctrl-C", "SIGQUIT", "SIGTERM", "SIGHUP"],
)
def test_the_terminal_is_as_it_was(window, leave, code):
    """However it is left: same attributes, a cursor, and no process behind."""
    open_ = window("watch", "softmax")
    before = open_.attributes
    open_.settled(NOT_STARTED)
    assert open_.attributes != before
    assert not open_.cursor_is_shown
    behind = left_behind(open_.program.pid)
    assert behind
    leave(open_)
    assert open_.end() == code
    assert open_.attributes == before
    assert open_.cursor_is_shown
    assert b"\x1b[?1049l" in open_.raw
    assert b"Traceback" not in open_.raw
    assert psutil.wait_procs(behind, timeout=10)[1] == []


def test_killed_outright(watch, write):
    """A watch that is killed while it checks leaves no process behind for long."""
    open_ = watch()
    write("softmax", "return x - 1.0")
    open_.settled(FAILED)
    behind = left_behind(open_.program.pid)
    open_.program.kill(signal.SIGKILL)
    assert open_.end() == 128 + signal.SIGKILL
    assert psutil.wait_procs(behind, timeout=20)[1] == []


def test_left_while_it_checks(watch, write):
    """q and Ctrl-C end a check that goes on for ever, and its guest with it."""
    for key, code in (("q", 0), ("\x03", 130)):
        open_ = watch(shows="softmax")
        write("softmax", "while True:\n    pass")
        open_.until("checking softmax")
        behind = left_behind(open_.program.pid)
        open_.press(key)
        assert open_.end() == code
        assert psutil.wait_procs(behind, timeout=10)[1] == []
        write("softmax", "...")


def as_before(shell, attributes):
    """Wait until a shell at its prompt has set the terminal as it had it before."""
    end = time.monotonic() + 10
    while shell.attributes != attributes and time.monotonic() < end:
        shell.pump(0.1)
    assert shell.attributes == attributes


def test_stopped_and_continued(window, write):
    """Ctrl-Z gives the terminal back, and fg takes it again, with what changed."""
    shell = window("--norc", "--noprofile", "-i", program="bash")
    shell.press("PS1='$ '; clear\r")
    shell.until("$")
    before = shell.attributes
    shell.press("grader watch softmax\r".replace("grader", PROGRAM))
    shell.settled(NOT_STARTED)
    inside = shell.attributes
    shell.press("\x1a")
    shell.until("Stopped")
    assert shell.cursor_is_shown
    as_before(shell, before)
    write("softmax", RIGHT)
    shell.press("fg\r")
    shell.settled(PASSED, "1 of 43 passed")
    assert shell.attributes == inside
    shell.press("q")
    shell.until("shows what is left of the course")
    as_before(shell, before)


def test_another_size(watch, write):
    """The screen is drawn anew in 40 columns and 12 rows, and can be scrolled."""
    write("softmax", WHOLE)
    open_ = watch(shows=FAILED)
    open_.resize(40, 12)
    open_.until("more below")
    assert len(open_.lines) == 12
    assert open_.lines[0].startswith("softmax   exercises/")
    assert "quit" in open_.text
    open_.press(" ", " ", " ", " ", " ", " ", " ")
    open_.until("Next: look at exercises", "above: arrow keys")
    open_.press("\x1b[H")
    open_.until("more below")
    open_.resize(20, 4)
    open_.until("softmax   exercises")
    open_.resize(120, 50)
    open_.until("Next: look at", FAILED, "q quit   ? help")


def test_no_color(watch, write, env):
    """With NO_COLOR nothing is coloured, and every word is there."""
    env["NO_COLOR"] = "1"
    write("softmax", WHOLE)
    open_ = watch(shows=FAILED)
    open_.press("l")
    open_.until("> ✗ softmax")
    codes = re.findall(r"\x1b\[([0-9;]*)m", open_.raw.decode())
    assert not {one for code in codes for one in code.split(";")} & {
        str(number) for number in (*range(30, 38), *range(40, 48), *range(90, 98))
    }


def test_a_simple_terminal_gets_lines(watch, write, env):
    """With TERM=dumb nothing but text is sent, and the keys work."""
    env["TERM"] = "dumb"
    open_ = watch(rows=200)
    write("softmax", WHOLE)
    open_.until(FAILED)
    open_.press("?")
    open_.until("Nothing moves on by itself.")
    open_.press("q")
    assert open_.end() == 0
    assert b"\x1b" not in open_.raw


def test_without_a_terminal_there_are_lines(piped, write):
    """In a pipe each verdict is printed once; the end of the input ends it."""
    process = piped()
    assert lines_until(process, "not started")[0] == (
        "Watching exercises/numpy_basics/softmax.py. Ctrl-C ends it."
    )
    lines_until(process, "then save it.")
    write("softmax", RIGHT)
    lines = lines_until(process, "Next: press n")
    assert PASSED in "\n".join(lines)
    process.stdin.close()
    assert process.wait(20) == 0
    assert process.stdout.read().strip() == ""


def test_an_input_that_ends_at_once_gives_one_verdict(run):
    """With nobody to type there is the first verdict, and the end."""
    done = run("watch", "softmax", stdin=subprocess.DEVNULL)
    assert done.returncode == 0
    assert NOT_STARTED in done.stdout
    assert "\x1b" not in done.stdout


def test_a_pipe_is_ended_by_sigterm(piped):
    """SIGTERM ends a watch in a pipe with the code that shells know."""
    process = piped()
    lines_until(process, "then save it.")
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 143
    assert "Interrupted. What you saved is in your files." in process.stdout.read()


def test_polling(watch, write):
    """With --poll nothing has to tell of a save."""
    open_ = watch("--poll")
    write("softmax", RIGHT)
    open_.settled(PASSED)


def test_by_hand(watch, write):
    """With --manual a save is told of, and r or ENTER checks."""
    open_ = watch("--manual")
    assert "r check" in open_.lines[-1]
    write("softmax", WHOLE)
    open_.settled("Saved. Press r to check.", NOT_STARTED)
    open_.press("r")
    open_.settled(FAILED, "save it, then press r.")
    write("softmax", RIGHT)
    open_.settled("Saved. Press r to check.")
    open_.press("\r")
    open_.settled(PASSED)


def test_cases_that_change_are_loaded_again(watch, write, course):
    """A hidden case that changes is what the next verdict is about."""
    write("softmax", RIGHT)
    open_ = watch(shows=PASSED)
    hidden = course / "tests/hidden/numpy_basics/test_softmax.py"
    more = '\n\ndef test_new():\n    """holds what is new"""\n    assert True\n'
    hidden.write_text(hidden.read_text("utf-8") + more, "utf-8")
    open_.settled("✓ softmax   11 of 11 cases", "Files of the course changed")


def test_a_course_that_breaks_is_told_and_mended(watch, course):
    """A course.toml that cannot be read is told by line; mended, the watch goes on."""
    open_ = watch()
    file = course / "exercises" / "course.toml"
    text = file.read_text("utf-8")
    file.write_text("title = ", "utf-8")
    open_.until("exercises/course.toml: not valid TOML", "r check")
    file.write_text(text, "utf-8")
    open_.settled(NOT_STARTED)


def test_an_engine_that_is_killed_comes_back(watch, write):
    """A killed engine is started again and says so; the next save is judged."""
    open_ = watch()
    below(open_.program.pid, "spawn_main")[0].kill()
    open_.settled("The engine ended and was started again", NOT_STARTED)
    write("softmax", RIGHT)
    open_.settled(PASSED)
    assert "The engine ended" not in open_.text


def test_a_warm_parent_that_is_killed_comes_back(watch, write):
    """A killed parent of guests is replaced within the next check."""
    open_ = watch()
    for one in below(open_.program.pid, "guest", recursive=True):
        # One that was there a moment ago may have ended by itself.
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
    write("softmax", RIGHT)
    open_.settled(PASSED)


def test_a_notebook_is_watched(window, course):
    """--file watches a notebook: the first function that does not pass is told."""
    work = course / "work.ipynb"
    shutil.copy(course / "exercises/numpy_basics/numpy_basics.ipynb", work)
    open_ = window("watch", "--file", "work.ipynb")
    open_.settled("· basic_sigmoid   not started", "of work.ipynb", "0 of 8 passed")
    book = json.loads(work.read_text("utf-8"))
    cells = [one for one in book["cells"] if one["cell_type"] == "code"]
    cell = next(one for one in cells if "def basic_sigmoid" in "".join(one["source"]))
    solution = course / "solutions/numpy_basics/basic_sigmoid.py"
    cell["source"] = solution.read_text("utf-8")
    work.write_text(json.dumps(book), "utf-8")
    open_.settled("✓ basic_sigmoid", "1 of 8 passed", "n next: sigmoid")
    assert str(course) not in open_.text
    open_.press("x", "y")
    open_.settled("The stub is put back in the course's own files alone.")
    open_.press("q")
    assert open_.end() == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sofmax"], "Did you mean `softmax`?"),
        (["--file", "nowhere.py"], "There is no nowhere.py."),
        (["--file", "exercises"], "exercises is neither a .py file nor a notebook."),
        (["--seed", "99999999999"], "The seed is too large."),
    ],
)
def test_what_cannot_be_watched(inside, words, said):
    """What cannot be watched is one sentence, and nothing is started."""
    done = inside("watch", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_what_a_student_prints_is_not_sent_as_it_is(watch, write):
    """Control characters that an answer prints reach no terminal."""
    open_ = watch()
    write("softmax", "print('\\x1b[2J\\x1b]0;evil\\x07')\nreturn x")
    open_.settled("\\x1b[2J\\x1b]0;evil\\x07")
    assert b"\x1b]0;" not in open_.raw


def test_a_folder_that_cannot_be_written_is_watched(watch, write, course):
    """Where nothing can be kept the verdicts are the same."""
    (course / ".grader").write_text("in the way", "utf-8")
    open_ = watch()
    write("softmax", RIGHT)
    open_.settled(PASSED, "1 of 43 passed")


def test_an_answer_that_may_not_be_read(watch, write):
    """A file that cannot be read is told so, and judged when it can be."""
    file = write("softmax", RIGHT)
    open_ = watch(shows=PASSED)
    file.chmod(0)
    if os.geteuid() == 0:
        # Nothing is forbidden to root: it is the same verdict again.
        open_.settled(PASSED)
    else:
        open_.settled("softmax.py", "unreadable")
    file.chmod(0o644)
    open_.settled(PASSED)

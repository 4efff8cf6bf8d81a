"""Screens of a watch, as text, compared with those in golden/.

GRADER_RENEW_GOLDEN=1 pytest tests/grader/watch
"""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from answers import make_answer
from msgspec.structs import replace
from rich.console import Console
from rich.text import Text

from grader.course import load
from grader.student.listing import Numbers
from grader.verdict import Status
from grader.watch import pages, screen
from grader.watch.pages import Scene
from grader.watch.screen import FullScreen, Lines, Size, layout, rendered
from grader.watch.state import Note, Page, Phase, Scope, State
from grader.watch.warm import Doing, Fault, Refused

GOLDEN = Path(__file__).parent / "golden"
RENEW = "GRADER_RENEW_GOLDEN"
NAMES = ("softmax", "sigmoid", "L1")
WAITING = State(NAMES, "softmax", phase=Phase.WAITING)
EVIL = "\x1b[2J\x1b]0;title\x07\u202e"


@pytest.fixture
def scene(write_course):
    """Return the scene of a small course."""
    course = load(write_course(*NAMES))

    def path(file):
        return file.relative_to(course.root).as_posix()

    return Scene(course, lambda *words: " ".join(("grader", *words)), path)


@pytest.fixture
def draw(scene):
    """Return a function that draws a state as the rows of a terminal."""
    like = Console(file=io.StringIO(), no_color=True)

    def rows(state, size=Size(80, 24)):  # noqa: B008 - a record
        body = rendered(like, size.columns, lambda out: pages.draw(state, scene, out))
        drawn, most, _ = layout(state, body, size)
        assert len(drawn) <= size.rows
        assert all(row.cell_len <= size.columns for row in drawn)
        return [row.plain.rstrip() for row in drawn], most

    return rows


def states(answer):
    """Return a state for each page, and for each that goes on by itself."""
    failed = answer(1, softmax="failed")
    passed = answer(1, softmax="passed")
    both = answer(1, softmax="passed", sigmoid="not_started", L1="loops")
    waits = answer(1, softmax="failed")
    message = "`softmax` waits for `sigmoid`: it is not started."
    exercise = replace(waits.result.exercises[0], message=message)
    waits = replace(waits, result=replace(waits.result, exercises=(exercise,)))
    done = frozenset(NAMES)
    numbers = Numbers(3, 3, 7, 2, 1, "softmax", 41.4)
    return {
        "starting": WAITING._replace(phase=Phase.STARTING),
        "checking": WAITING._replace(phase=Phase.CHECKING),
        "checking_all": WAITING._replace(
            phase=Phase.CHECKING,
            scope=Scope.ALL,
            doing=Doing("L1", 2, 3),
            answer=failed,
        ),
        "failed": WAITING._replace(answer=failed),
        "by_hand": WAITING._replace(answer=failed, manual=True, note=Note.SAVED),
        "not_started": WAITING._replace(answer=answer(1, softmax="not_started")),
        "error": WAITING._replace(answer=answer(1, softmax="error")),
        "waits": WAITING._replace(answer=waits),
        "passed": WAITING._replace(answer=passed, passed=frozenset(["softmax"])),
        "last": WAITING._replace(answer=passed, passed=done, note=Note.LAST),
        "refused": WAITING._replace(answer=Refused(1, "No notebook.", "Save it.")),
        "gone": WAITING._replace(gone=True),
        "all": WAITING._replace(
            page=Page.ALL, overall=both, passed=frozenset(["softmax"])
        ),
        "reset": WAITING._replace(page=Page.RESET, answer=failed),
        "help": WAITING._replace(page=Page.HELP),
        "done": WAITING._replace(page=Page.DONE, content=numbers, passed=done),
        "broken": WAITING._replace(
            phase=Phase.BROKEN, fault=Fault("The sandbox did not start.", "Look.")
        ),
    }


PAGES = sorted(states(make_answer))


@pytest.mark.parametrize("name", PAGES)
def test_screen(draw, answer, name):
    """Each page is the golden one."""
    rows, _ = draw(states(answer)[name])
    text = "\n".join(rows) + "\n"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get(RENEW):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text, f"{RENEW}=1 writes golden/{path.name} anew"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", PAGES)
def test_screen_in_chinese(draw, answer, name):
    """Each page in Chinese is the golden one; `draw` holds that its rows fit."""
    rows, _ = draw(states(answer)[name])
    text = "\n".join(rows) + "\n"
    path = GOLDEN / f"{name}.zh.txt"
    if os.environ.get(RENEW):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text, f"{RENEW}=1 writes golden/{path.name} anew"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("size", [Size(40, 12), Size(20, 6), Size(10, 2)])
def test_any_size_in_chinese(draw, answer, size):
    """Signs that are two cells wide break no row, however small the terminal."""
    for state in states(answer).values():
        rows, _ = draw(state, size)
        assert rows


@pytest.mark.parametrize(
    "size", [Size(40, 12), Size(20, 6), Size(10, 2), Size(200, 90)]
)
def test_any_size(draw, answer, size):
    """Whatever the size, no row is too long and none too many."""
    for state in states(answer).values():
        rows, most = draw(state, size)
        end, _ = draw(state._replace(scroll=most), size)
        assert len(rows) == len(end)


def test_everything_can_be_read_in_a_small_terminal(draw, answer):
    """Scrolling from top to end shows every row, and says what is left."""
    state = states(answer)["help"]
    whole, _ = draw(state, Size(80, 60))
    seen = set()
    _, most = draw(state, Size(80, 12))
    for scroll in range(most + 1):
        rows, _ = draw(state._replace(scroll=scroll), Size(80, 12))
        seen |= set(rows)
        mark = "more below" if scroll < most else "above: arrow keys"
        assert any(mark in row for row in rows)
    assert set(whole[:16]) <= seen


def test_the_chosen_row_is_seen(draw):
    """In a long list the chosen exercise is on the screen."""
    names = tuple(f"e{number}" for number in range(50))

    def rows(out, at):
        for name in names:
            out.print(f"{'> ' if name == at else '  '}{name}")

    for selected in (0, 7, 25, 49):
        state = State(names, "e0", page=Page.LIST, content=rows, selected=selected)
        drawn, _ = draw(state._replace(phase=Phase.WAITING), Size(40, 12))
        assert f"> e{selected}" in drawn


def test_rows_are_broken_as_a_terminal_does():
    """A long row goes on in the next one; wide characters count twice."""
    like = Console(file=io.StringIO())
    rows = rendered(like, 10, lambda out: out.print(Text("字" * 7), soft_wrap=True))
    assert [row.plain for row in rows] == ["字" * 5, "字" * 2]


def test_rows_are_broken_at_spaces():
    """A long row is broken between words, or between numbers, where it has some."""
    like = Console(file=io.StringIO())
    text = "    x   0.1234  0.5678  0.9012"
    rows = rendered(like, 20, lambda out: out.print(Text(text), soft_wrap=True))
    assert [row.plain.rstrip() for row in rows] == ["    x   0.1234", "0.5678  0.9012"]


def test_what_an_answer_says_is_shown_and_not_sent(scene, answer, capsys):
    """Control characters in a message are words on the screen."""
    told = answer(1, softmax=Status.UNREADABLE)
    exercise = replace(told.result.exercises[0], message=f"It says {EVIL}.")
    told = replace(told, result=replace(told.result, exercises=(exercise,)))
    full = FullScreen(scene, Console(file=io.StringIO()))
    full.open()
    full.draw(WAITING._replace(answer=told, said=""))
    full.close()
    sent = capsys.readouterr().out
    assert "\\x1b[2J\\x1b]0;title\\x07\\u202e" in sent
    assert "\x1b[2J" not in sent
    assert "\x07" not in sent


def test_the_same_screen_is_sent_once(scene, answer, capsys):
    """A screen that did not change is not sent again."""
    full = FullScreen(scene, Console(file=io.StringIO()))
    full.open()
    state = WAITING._replace(answer=answer(1, softmax="failed"))
    full.draw(state)
    assert capsys.readouterr().out
    full.draw(state._replace(number=9))
    assert capsys.readouterr().out == ""


def test_lines(scene, answer):
    """Where lines are printed each page is printed once, each sentence once."""
    out = Console(file=io.StringIO(), width=80)
    lines = Lines(scene, out, keyed=True)
    lines.draw(WAITING)
    assert out.file.getvalue() == ""
    state = WAITING._replace(answer=answer(1, softmax="failed"), note=Note.NOT_YET)
    for _ in range(3):
        lines.draw(state)
    text = out.file.getvalue()
    assert text.count("softmax   not run") == 1
    assert text.count(Note.NOT_YET.value) == 1
    assert "q quit" in text


def test_after_the_end_commands_come_next(scene, answer, capsys):
    """What is left on the terminal ends in a command, since no key works there."""
    out = Console(file=io.StringIO(), width=80)
    state = WAITING._replace(answer=answer(1, softmax="not_started"), page=Page.HELP)
    FullScreen(scene, out).farewell(state)
    assert "then run: grader check softmax" in out.file.getvalue()
    assert capsys.readouterr().out == ""


def test_size_of_no_terminal(monkeypatch):
    """A terminal of no size is taken for the smallest that can be drawn on."""
    # Not for all: pytest asks for the size of its own terminal, too.
    nothing = SimpleNamespace(get_terminal_size=lambda: os.terminal_size((0, 0)))
    monkeypatch.setattr(screen, "shutil", nothing)
    assert screen.size() == Size(10, 2)

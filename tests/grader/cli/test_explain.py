"""`grader explain` prints the page of a rule, or one line for each."""

import re

import pytest

from grader.rules.pages import every

NAMES = [rule.name for rule in every()]


def words(text):
    """Return a text as words, without the marks of Markdown."""
    return re.sub(r"```\w*|^#+ ", "", text, flags=re.MULTILINE).split()


@pytest.mark.parametrize("name", NAMES)
def test_page(inside, name):
    """Every word of a page is printed, at most 80 columns wide."""
    done = inside("explain", name)
    assert (done.returncode, done.stderr) == (0, "")
    (rule,) = (one for one in every() if one.name == name)
    page, _, last = done.stdout.rstrip("\n").rpartition("\n\n")
    assert words(page) == words(rule.page)
    assert max(map(len, done.stdout.split("\n"))) <= 80
    assert last.startswith("Next: ")


def test_list(inside):
    """Without a name each rule has one line, and the last line says how to go on."""
    done = inside("explain")
    assert done.returncode == 0
    lines = done.stdout.split("\n")
    assert [line.split("   ")[0] for line in lines[: len(NAMES)]] == NAMES
    assert max(map(len, lines)) <= 80
    assert lines[-2] == "Next: read the page of a rule: grader explain RULE"


def test_list_has_the_first_line_of_each_page(inside):
    """The line of a rule is what its page begins with."""
    lines = inside("explain").stdout.split("\n")
    for rule, line in zip(every(), lines, strict=False):
        assert line.split(maxsplit=1) == [rule.name, rule.summary]


def test_needs_no_course(inside, tmp_path):
    """A rule is explained wherever one is."""
    done = inside("explain", "explicit-loop", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_unknown_rule(run):
    """An unknown rule is told with the nearest name, and the program exits with 2."""
    done = run("explain", "explicit-lop")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "No rule `explicit-lop`.\nDid you mean `explicit-loop`?\n"


def test_rule_that_is_near_none(inside):
    """A name that is near to no rule is told where the names are."""
    done = inside("explain", "\x1b[31mred")
    assert done.returncode == 2
    assert done.stderr == "No rule `\\x1b[31mred`.\n`grader explain` lists the rules.\n"


def test_terminal(terminal):
    """On a terminal headings are bold, and every row fits."""
    screen = terminal("explain", "explicit-loop")
    assert screen.code == 0
    assert b"\x1b[1mUse instead" in screen.raw
    assert screen.lines[-1].startswith("Next: ")


def test_narrow_terminal(terminal):
    """Sentences are wrapped where the terminal is narrow."""
    screen = terminal("explain", "input-changed", columns=44)
    assert screen.code == 0
    rows = re.sub(r"\x1b\[[0-9;]*m", "", screen.raw.decode()).split("\r\n")
    assert max(map(len, rows)) <= 44
    page = next(rule.page for rule in every() if rule.name == "input-changed")
    assert words("\n".join(rows))[: len(words(page))] == words(page)


def test_no_colour(env, terminal):
    """With NO_COLOR no colour is sent."""
    env["NO_COLOR"] = "1"
    raw = terminal("explain", "overflow").raw
    assert b"\x1b[36m" not in raw
    assert re.search(rb"\x1b\[[0-9;]*3[0-7]m", raw) is None


def test_colour(terminal):
    """Without it code has its colour."""
    assert b"\x1b[36m" in terminal("explain", "overflow").raw

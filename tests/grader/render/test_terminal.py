"""Screens at 80 columns, plain and coloured, compared with those in golden/.

When a screen is meant to change, write them anew and read the difference:

    GRADER_RENEW_GOLDEN=1 pytest tests/grader/render
"""

import io
import os
import re
import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from grader.render import terminal
from grader.verdict import CaseStatus, Status

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = (".txt", ".ansi.txt")
RENEW = "GRADER_RENEW_GOLDEN"
COLOUR = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def draw(where, source):
    """Return a function that draws a result as text."""

    def render(result, width=80, again="", **options):
        def command(*words):
            return " ".join(["grader", *words]) + again

        out = io.StringIO()
        settings = {"markup": False, "highlight": False, "emoji": False}
        console = Console(file=out, width=width, **settings | options)
        terminal.render(result, console, where, source, command)
        return out.getvalue()

    return render


def coloured(draw, result):
    """Return a screen with its escape codes."""
    return draw(result, force_terminal=True, color_system="standard", no_color=False)


def compare(name, text):
    """Hold that a screen is the golden one; write it where that was asked for."""
    path = GOLDEN / f"{name.replace(' ', '_')}.txt"
    if os.environ.get(RENEW):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text, f"{RENEW}=1 writes golden/{path.name} anew"


def test_plain_screen(screen, draw):
    """Each screen without colour is the golden one."""
    name, result = screen
    compare(name, draw(result))


def test_coloured_screen(screen, draw):
    """Each screen in colour is the golden one."""
    name, result = screen
    compare(f"{name}.ansi", coloured(draw, result))


@pytest.mark.usefixtures("chinese")
def test_chinese_screen(chinese_screen, draw):
    """Each screen in Chinese is the golden one, and no wider than the others."""
    name, result = chinese_screen
    text = draw(result)
    compare(f"{name}.zh", text)
    wide = [line for line in text.split("\n") if cell_len(line) > 80]
    assert [line for line in wide if "exercises/" not in line] == []


def test_colour_adds_no_words(screen, draw):
    """Without its colours a coloured screen is the plain one: words come first."""
    _, result = screen
    assert COLOUR.sub("", coloured(draw, result)) == draw(result)


def test_only_known_escapes_are_sent(screen, draw):
    """What a terminal is sent is printable but for colours, whoever wrote the text."""
    _, result = screen
    left = COLOUR.sub("", coloured(draw, result)).replace("\n", "")
    assert {one for one in left if unicodedata.category(one)[0] == "C"} == set()


def test_width(screen, draw):
    """No line of ours is wider than 80 columns, but for one that holds a path."""
    _, result = screen
    wide = [line for line in draw(result).split("\n") if len(line) > 80]
    assert [line for line in wide if "exercises/" not in line] == []


def test_width_of_what_python_says(make, draw):
    """What Python says is wrapped like our own sentences."""
    assert max(map(len, draw(make("crashed")).split("\n"))) <= 80


def test_width_of_a_call(make, draw):
    """A call of many arguments is wrapped like a sentence."""
    result = make("crashed")
    (crashed,) = result.exercises
    first, second, third = crashed.cases
    many = ", ".join(f"argument_{i}=array (2, 5)" for i in range(9))
    message = second.message.replace("softmax(array (2, 5))", f"softmax({many})")
    cases = (first, replace(second, message=message), third)
    text = draw(replace(result, exercises=(replace(crashed, cases=cases),)))
    assert max(map(len, text.split("\n"))) <= 80
    assert f"called as softmax({many})" in " ".join(text.split())


def test_last_line_is_the_next_action(screen, draw):
    """Every screen ends with what to do next."""
    _, result = screen
    *_, last, end = draw(result).split("\n")
    assert end == ""
    assert "Next: " in last or "grader check" in last


def test_one_failure_in_full(make, draw):
    """Of several failed cases one is told in full, the others by name."""
    text = draw(make("values"))
    assert text.count("✗") == 1
    assert "· each row is judged on its own" in text
    assert "The value differs." not in text


def test_one_exercise_in_full(make, draw):
    """Of several exercises the first that needs something done is told in full."""
    text = draw(make("several"))
    assert "✗ every row sums to one" in text
    assert "✗ model " in text
    assert "✓ sigmoid " in text
    assert "Next: look at exercises/basics/softmax.py:22" in text


def test_private_case_has_no_name(make, draw):
    """A private case is not called by its name."""
    text = draw(make("private"))
    assert "a private case" in text
    assert "never shown" not in text


def test_cut_says_so(make, draw):
    """What is left out of a long print is said."""
    assert re.search(r"… and \d+ more", draw(make("printed")))


def test_three_faults_three_looks(make, draw):
    """The student's fault, the exercise's and ours are told apart by words."""
    screens = [
        draw(make(name)) for name in ("values", "broken exercise", "our own fault")
    ]
    assert ["not your code" in text for text in screens] == [False, True, True]
    assert "This exercise is broken." in screens[1]
    assert "The grader itself failed." in screens[2]


def test_not_started_is_not_red(make, draw):
    """An exercise that is not started is nothing bad."""
    assert "\x1b[31m" not in coloured(draw, make("not started"))
    assert "✗" not in draw(make("not started"))


def test_command_to_repeat(make, draw):
    """The next action repeats what the check was called with."""
    text = draw(make("values"), again=" --file 'my answers.py'")
    assert "grader check softmax --file 'my answers.py'" in text


@pytest.mark.parametrize("width", [20, 40, 200])
def test_sentences_are_wrapped(make, draw, width):
    """Sentences are wrapped at words, never wider than the screen or 80 columns."""
    lines = draw(make("misconception"), width=width).split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("    Shape"))
    end = next(i for i, line in enumerate(lines) if i > start and not line)
    sentence = lines[start:end]
    assert max(map(len, sentence)) <= min(width, 80)
    assert " ".join(" ".join(sentence).split()).startswith("Shape and dtype are right.")


@pytest.mark.parametrize("width", range(30, 60))
def test_shapes_are_not_broken(make, draw, width):
    """A shape stands on one line, however narrow the screen."""
    text = draw(make("crashed"), width=width).partition("Line 36")[2]
    assert "(2, 5)" in text.partition("Python says")[0]


def test_price_of_a_loop(make, draw):
    """A screen of right values with a loop says that they are right, and the price."""
    text = " ".join(draw(make("loops")).split())
    assert "Every value is right" in text
    assert "5 of the 10 points" in text


def test_price_of_loops(make, draw):
    """Two loops are told as such; loops that cost nothing cost "no points"."""
    result = make("loops")
    (loops,) = result.exercises
    two = replace(loops, points=7.5, findings=loops.findings * 2)
    free = replace(loops, points=10.0)
    said = [draw(replace(result, exercises=(one,))) for one in (two, free)]
    assert "The loops cost 2.5 of the 10 points." in said[0]
    assert "The loop costs no points." in said[1]


def test_advice_says_that_it_costs_nothing(make, draw):
    """Advice beside a right answer says that it costs no points."""
    assert "no points" in " ".join(draw(make("passed with advice")).split())


def test_advice_looks_unlike_what_costs(make, draw):
    """Advice has neither the symbol nor the colour of what costs points."""
    advice, loop = (
        coloured(draw, make(name)) for name in ("passed with advice", "loops")
    )
    assert "\x1b[33m" in loop
    assert "\x1b[33m" not in advice
    assert "! " not in COLOUR.sub("", advice)


def test_refused_import_was_not_run(make, draw):
    """An answer with an import that is not allowed is said not to have been run."""
    text = draw(make("import not allowed"))
    assert text.startswith("✗ softmax   not run")
    assert "  3 | from scipy.special import softmax\n" in text
    assert "Next: do without the import in exercises/basics/softmax.py:3" in text


def looped(make, **changes):
    """Return the result of a screen with one loop whose finding is changed."""
    result = make("loops by steps")
    (one,) = result.exercises
    finding = replace(one.findings[0], **changes)
    return replace(result, exercises=(replace(one, findings=(finding,)),))


def test_finding_in_order(make, draw):
    """A finding is place, line, mark, sentence, help, and where to read more."""
    text = draw(make("loops by steps"))
    parts = (
        "! explicit-loop   exercises/basics/softmax.py:40\n     |\n",
        "  40 |     for row in x:  # each of them\n",
        "     |     ^^^^^^^^^^^^^\n     |\n",
        "  a `for` loop over `x`: 62 steps for 3 rows",
        "\n  help: do it for the whole array",
        "\n  why:  grader explain explicit-loop\n",
    )
    assert sorted(parts, key=text.index) == list(parts)


def test_help_is_dim(make, draw):
    """Help and where to read more are dimmed: the sentence is read first."""
    text = coloured(draw, make("loops by steps"))
    assert "\x1b[2m  help: " in text
    assert "\x1b[2m  why:  " in text


def test_help_is_wrapped(make, draw):
    """Long help hangs below its first word."""
    text = draw(looped(make, help="word " * 30))
    assert "\n        word" in text
    assert max(map(len, text.split("\n"))) <= 80


def test_where_to_read_more_is_said_once(make, draw):
    """Of many findings five are shown, each help once, each rule's page once."""
    text = draw(make("many findings"))
    assert text.count("! explicit-loop") + text.count("! cannot-analyse") == 5
    assert text.count("grader explain explicit-loop") == 1
    assert text.count("grader explain cannot-analyse") == 1
    assert text.count("help: do it for the whole") == 1
    assert "… and 1 more finding\n" in text


def test_more_findings_are_counted(make, draw):
    """How many findings are not shown is said."""
    result = make("many findings")
    (one,) = result.exercises
    many = replace(one, findings=one.findings[:1] * 9)
    assert "… and 4 more findings\n" in draw(replace(result, exercises=(many,)))


def test_no_page_without_help(make, draw):
    """A rule of a course's own has no page, and none is named."""
    text = draw(looped(make, rule="large", help=""))
    assert "help:" not in text
    assert "grader explain" not in text


def test_mark_of_a_whole_line(make, draw):
    """Without a width the mark goes to the end of the line."""
    assert f"     |     {'^' * 29}\n" in draw(looped(make, width=0))


MARKED = {
    36: "for i, row in enumerate(x):",
    40: "for row in x:",
    43: "sum(np.exp(a_rather_long_name_of_a_row - largest_of_all_rows))",
    50: "eval",
}


@pytest.mark.parametrize("width", range(30, 90))
def test_mark_is_below_what_it_marks(make, draw, width):
    """However narrow the screen, the mark is below the code, with a tab or a cut."""
    rows = draw(make("many findings"), width=width).split("\n")
    for number, code in MARKED.items():
        at = next(i for i, row in enumerate(rows) if row.startswith(f"  {number} | "))
        line, mark = rows[at : at + 2]
        assert max(len(line), len(mark)) <= width
        marked = line[mark.index("^") : mark.rindex("^") + 1]
        cut = marked.endswith("…")
        assert marked == (f"{code[: len(marked) - 1]}…" if cut else code)
        assert len(marked) > 10 or not cut


def test_cut_of_a_line_says_so(make, draw):
    """A line that is cut has a sign at each end that is cut."""
    result = looped(make, line=43, column=24, width=4)
    row = next(row for row in draw(result, width=30).split("\n") if "43 |" in row)
    assert re.fullmatch(r"  43 \| ….*a_ra.*…", row)


def test_price_of_what_cannot_be_analysed(make, draw):
    """What is no loop for sure is not called one, in price and next action."""
    text = draw(make("cannot be analysed"))
    assert "What is marked below costs 5 of the 10 points." in text
    assert "Next: replace what is marked in exercises/basics/softmax.py:50" in text
    assert "the loop" not in text


def test_next_action_names_the_line(make, draw):
    """The next action is at the line that crashed, else at the definition."""
    for name, line in {"crashed": 36, "values": 22, "private": 22}.items():
        assert f"softmax.py:{line}, then run" in draw(make(name))


def test_next_action_after_no_end(make, draw):
    """After a case that did not end the next action is at a loop, if there is one."""
    (loops,) = make("loops").exercises
    late = replace(loops.cases[0], status=CaseStatus.TIMED_OUT, message="No end.")
    told = replace(loops, status=Status.FAILED, cases=(late,))
    at = told.findings[0].spot.line
    text = draw(replace(make("loops"), exercises=(told,)))
    assert f"Next: look at exercises/basics/softmax.py:{at}" in text
    text = draw(replace(make("loops"), exercises=(replace(told, findings=()),)))
    assert "Next: look at exercises/basics/softmax.py:22" in text


def test_plain_words_before_pythons(make, draw):
    """A crash is told in plain words first, then in Python's own."""
    text = draw(make("crashed"))
    assert text.index("Line 36: Shapes") < text.index("Python says")


def test_golden_screens_are_all_in_use(names, chinese_names):
    """Every file in golden/ belongs to a screen."""
    files = {name.replace(" ", "_") + end for name in names for end in ENDINGS}
    files |= {f"{name.replace(' ', '_')}.zh.txt" for name in chinese_names}
    assert {path.name for path in GOLDEN.iterdir()} == files

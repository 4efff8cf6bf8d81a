"""The screens of a check in a student kit, where only some of the cases are.

When a screen is meant to change, write them anew and read the difference:

    GRADER_RENEW_GOLDEN=1 pytest tests/grader/render
"""

import io
import os
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from grader.render import terminal
from grader.verdict import Status

GOLDEN = Path(__file__).parent / "golden_kit"
RENEW = "GRADER_RENEW_GOLDEN"
REST = "more in your instructor's run"


def passed(make, message="2 of 2 cases here, 8 {}; no loops.", **more):
    """Return an exercise that passed the cases of the kit."""
    (one,) = make("passed").exercises
    return replace(one, message=message.format(REST), **more)


def looped(make, name):
    """Return an exercise with a loop, found by its look or by its steps."""
    (one,) = make(name).exercises
    return one


def waiting(make, why, status):
    """Return an exercise that is not judged, since what it uses is not right."""
    (one,) = make("not started").exercises
    message = f"`propagate` waits for `sigmoid`: your own is used here, and {why}."
    return replace(one, name="propagate", status=Status(status), message=message)


STUB = "exercises/basics/sigmoid.py is still the stub"
WRONG = "it does not pass its own cases"
SCREENS = {
    "passed": lambda make: [passed(make)],
    "nothing unseen": lambda make: [passed(make, "2 of 2 cases here, no {}.")],
    "loops": lambda make: [looped(make, "loops")],
    "loops by steps": lambda make: [looped(make, "loops by steps")],
    "waits for a stub": lambda make: [waiting(make, STUB, "not_started")],
    "waits for a wrong one": lambda make: [waiting(make, WRONG, "failed")],
    "waits for one below": lambda make: [
        waiting(make, WRONG, "failed"),
        *(replace(one, name="sigmoid") for one in make("values").exercises),
    ],
    "several": lambda make: [
        passed(
            make,
            "2 of 2 cases here, 16 {}; no loop but over `num_iterations`.",
            name="initialize_with_zeros",
        ),
        passed(make, name="sigmoid"),
        waiting(make, STUB, "not_started"),
    ],
}


@pytest.fixture(params=SCREENS)
def name(request):
    """Return the name of each screen."""
    return request.param


@pytest.fixture
def draw(make, where, source):
    """Return a function that draws a screen by name."""

    def render(name):
        exercises = tuple(SCREENS[name](make))
        result = replace(
            make("passed"),
            exercises=exercises,
            points=sum(one.points for one in exercises),
            max_points=sum(one.max_points for one in exercises),
        )
        out = io.StringIO()
        console = Console(file=out, width=80, markup=False, highlight=False)
        terminal.render(result, console, where, source, here=True)
        return out.getvalue()

    return render


def test_screen(name, draw):
    """Each screen is the golden one."""
    path = GOLDEN / f"{name.replace(' ', '_')}.txt"
    if os.environ.get(RENEW):
        path.write_text(draw(name), "utf-8", newline="\n")
    assert path.read_text("utf-8") == draw(name), f"{RENEW}=1 writes {path.name} anew"


def test_points_are_of_the_cases_here(name, draw):
    """No screen gives points without saying which cases they are for."""
    assert re.search(r"of \d+ points for the cases here, seed 7", draw(name))


def test_nothing_sounds_as_if_all_were_seen(name, draw):
    """A screen that calls something right says how much is not here."""
    text = " ".join(draw(name).split())
    assert "Every value is right" not in text
    # Once more in the line of the points.
    assert text.count("cases here") == text.count(REST) + 1


def test_width(name, draw):
    """No line is wider than 80 columns, but for one that holds a path."""
    wide = [line for line in draw(name).split("\n") if len(line) > 80]
    assert [line for line in wide if "exercises/" not in line] == []


def test_next_action_is_about_what_is_waited_for(draw):
    """An answer that waits for another one sends the student there."""
    file = "exercises/basics/sigmoid.py:22, then run: grader check sigmoid"
    stub, wrong = (
        " ".join(draw(name).split())
        for name in ("waits for a stub", "waits for a wrong one")
    )
    assert f"Next: write sigmoid in {file}" in stub
    assert f"Next: look at {file}" in wrong
    assert "waits for sigmoid" in draw("several")


def test_golden_screens_are_all_in_use():
    """Every file in golden_kit/ belongs to a screen."""
    files = {f"{name.replace(' ', '_')}.txt" for name in SCREENS}
    assert {path.name for path in GOLDEN.iterdir()} == files

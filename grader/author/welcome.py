"""The README of a student kit: what is there, and how to begin."""

from collections.abc import Sequence

from grader.course import Course
from grader.language import say, several
from grader.translation import titled


def text(course: Course, packages: Sequence[str], *, bundled: bool) -> str:
    """Return what a student needs to begin; `packages` are what answers may import.

    For a `bundled` course the program is there already.
    """
    number = len(course.places)
    count = several(
        "Your exercises are in `exercises/`: {n} function to write, in a file of its "
        "own.",
        "Your exercises are in `exercises/`: {n} functions to write, each in a file of "
        "its own.",
        number,
    )
    title = " ".join(titled(course, course.title).split())
    parts = [f"# {title}", count.format(n=number)]
    parts += _begun() if bundled else _shipped(course, packages)
    return "\n\n".join(parts) + "\n"


def _begun() -> list[str]:
    return [
        say(
            "In this folder, run the line below: it opens the first exercise, checks "
            "it when you save, and says what to do next. `grader` alone shows how far "
            "you are."
        ),
        "    grader watch",
    ]


def _shipped(course: Course, packages: Sequence[str]) -> list[str]:
    needed = " ".join(["exercise-grader", *packages])
    parts = [
        say("Install the program (Python 3.11 or later):"),
        f"    python3 -m venv .venv\n    .venv/bin/pip install {needed}",
        say("On Windows, write `.venv\\Scripts\\` in the place of `.venv/bin/`."),
        say("In this folder, see the course and what to do next:"),
        "    .venv/bin/grader",
    ]
    for first in list(course)[:1]:
        told = say(
            "Open `{file}`, write your answer between the two comments, and check it:"
        )
        name = first.exercise.name
        file = f"exercises/{first.assignment}/{name}.py"
        parts += [told.format(file=file), f"    .venv/bin/grader check {name}"]
    parts.append(
        say(
            "A check runs the worked examples in `tests/visible/` and counts the steps "
            "of loops, as your instructor's run does; that has more cases, on other "
            "inputs. An exercise that calls another one, as `uses` in "
            "`exercises/course.toml` says, is given your own version of it here."
        )
    )
    return parts

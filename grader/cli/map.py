"""`grader` alone: the course map with what is done, and the next action."""

from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader import progress
from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.cli.here import Command
from grader.course import Course, Place
from grader.errors import Exit
from grader.kit import is_kit
from grader.progress import Done
from grader.render.text import next_action, printable
from grader.submission import stub
from grader.submission.files import UnreadableError, read_bytes
from grader.translation import titled
from grader.verdict import Status

_LOOK = {
    Status.PASSED: ("✓", "green", "passed"),
    Status.LOOPS: ("!", "yellow", "right, but with a loop"),
    Status.FAILED: ("✗", "red", "not right yet"),
    Status.MISSING: ("✗", "red", "missing"),
    Status.UNREADABLE: ("✗", "red", "unreadable"),
}
_PASSED_HERE = ("✓", "green", "passed here")
_NOT_STARTED = ("·", "dim", "not started")
_PASSED = (_LOOK[Status.PASSED], _PASSED_HERE)
_UNCHECKED = ("~", "yellow", "not checked yet")
_CHANGED = ("~", "yellow", "changed since the last check")


def show(folder: Path | None) -> Exit:
    """Print the map of the course."""
    course = load(folder)
    _draw(course, progress.recall(course), console(), here.command(folder))
    return Exit.PASSED


def _draw(
    course: Course, done: dict[str, Done], out: Console, command: Command
) -> None:
    looks = {
        place.exercise.name: _look(place, done.get(place.exercise.name))
        for place in course
    }
    passed = sum(look in _PASSED for look in looks.values())
    here = " here" if is_kit(course.base) else ""
    out.print(
        Text()
        .append(printable(titled(course, course.title)), style="bold")
        .append(f"   {passed} of {len(looks)} exercises passed{here}", style="dim"),
        soft_wrap=True,
    )
    for assignment in course.assignments:
        out.print()
        out.print(
            Text(printable(titled(course, assignment.title)), style="bold"),
            soft_wrap=True,
        )
        for exercise in assignment.exercises:
            symbol, style, word = looks[exercise.name]
            line = Text().append(f"  {symbol} ", style=style)
            line.append(exercise.name.ljust(24))
            line.append(word, style=style)
            out.print(line, soft_wrap=True)
    out.print()
    action = next_action(_next(course, looks, command), out.width)
    out.print(Text(printable(action)), soft_wrap=True)


def _look(place: Place, done: Done | None) -> tuple[str, str, str]:
    if done is None:
        return _NOT_STARTED if _is_stub(place) else _UNCHECKED
    if done.sha256 != progress.fingerprint(place):
        return _CHANGED
    if is_kit(place.base):
        if done.status is Status.PASSED:
            return _PASSED_HERE
        # It may have been written, and waited for another one.
        if done.status is Status.NOT_STARTED and not _is_stub(place):
            return _UNCHECKED
    return _LOOK.get(done.status, _NOT_STARTED)


def _is_stub(place: Place) -> bool:
    """Whether the file is the stub to the letter, or none is there to compare."""
    text = stub.text(place)
    if text is None:
        return True
    try:
        data = read_bytes(place.stub, place.root / "exercises")
    except UnreadableError:
        return False
    except OSError:
        return True
    return data == text.encode()


def _next(
    course: Course, looks: dict[str, tuple[str, str, str]], command: Command
) -> str:
    for place in course:
        name = place.exercise.name
        if looks[name] not in _PASSED:
            file = here.path(place.stub)
            return f"Next: open {file}, then run: {command('check', name)}"
    if not course.places:
        return f"No exercise yet. Start one: {command('author', 'new', 'NAME')}"
    again = command("check")
    if is_kit(course.base):
        return (
            "All done here; your instructor's run has more cases. For all once more, "
            f"run: {again}"
        )
    return f"All done: every exercise has passed. Run `{again}` once more for all."

"""What the types of a course cannot hold: names once only, and what they point at."""

from typing import TYPE_CHECKING

from grader.errors import UsageError
from grader.language import say

if TYPE_CHECKING:
    from grader.course import Course, Exercise, Place

FIXTURES = ("files", "reference", "rng", "request")
"""What a case may ask for by name beside exercises."""


def check(course: "Course", shown: str) -> None:
    """Raise UsageError for names that are taken twice, and for what is not there."""
    folders: set[str] = set()
    seen: set[str] = set()
    for assignment in course.assignments:
        if assignment.name in folders:
            raise UsageError(
                f"{shown}: assignment {assignment.name}: the name `{assignment.name}` "
                "is taken twice.",
                "Each assignment has a folder of its own, which its name is.",
            )
        folders.add(assignment.name)
        for exercise in assignment.exercises:
            for name in (exercise.name, *exercise.aliases):
                if name in FIXTURES:
                    raise UsageError(
                        f"{shown}: {exercise.name}: the name `{name}` is what cases "
                        "call something else by."
                    )
                if name in seen:
                    raise UsageError(
                        f"{shown}: {exercise.name}: the name `{name}` is taken twice."
                    )
                seen.add(name)
    for place in course:
        _check_uses(course, place.exercise, shown)
        _check_files(course, place, shown)


def _check_uses(course: "Course", exercise: "Exercise", shown: str) -> None:
    pending, seen = list(exercise.uses), set[str]()
    while pending:
        used = pending.pop()
        if used not in course.places:
            raise UsageError(f"{shown}: {exercise.name}: uses: no exercise `{used}`.")
        if used == exercise.name:
            raise UsageError(f"{shown}: {used}: uses: the exercise would use itself.")
        if used not in seen:
            seen.add(used)
            pending += course.places[used].exercise.uses


def _check_files(course: "Course", place: "Place", shown: str) -> None:
    # A student kit has no solutions; a course that has the folder has them all.
    needed = [place.visible]
    if (course.base / "solutions").is_dir():
        needed += [place.solution, place.hidden]
    for file in needed:
        if not file.is_file():
            name = place.exercise.name
            raise UsageError(
                say("{course}: {name}: the file {file} is missing.").format(
                    course=shown,
                    name=name,
                    file=file.relative_to(course.base).as_posix(),
                ),
                say("Write it, or take `{name}` out of {file}.").format(
                    name=name, file=shown
                ),
            )

"""The assignment that is meant by a name on the command line."""

import difflib

from grader.course import Assignment, Course
from grader.errors import UsageError


def named(course: Course, name: str | None, command: str) -> Assignment:
    """Return an assignment that has exercises.

    Raises UsageError for another name, or none, with what there is; `command` takes an
    assignment.
    """
    found = {one.name: one for one in course.assignments if one.exercises}
    if name in found:
        return found[name]
    every = ", ".join(found)
    if name is None:
        raise UsageError("Which assignment?", f"Name one of: {every}.")
    place = course.by_any_name().get(name)
    if place is not None:
        raise UsageError(
            f"`{name}` is an exercise, not an assignment.",
            f"It is in: grader {command} {place.assignment}",
        )
    near = difflib.get_close_matches(name, found, n=1)
    help_ = f"Did you mean `{near[0]}`?" if near else f"There are: {every}."
    raise UsageError(f"No assignment `{name}`.", help_)

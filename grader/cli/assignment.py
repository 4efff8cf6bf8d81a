"""The assignment that is meant by a name on the command line."""

import difflib

from grader.course import Assignment, Course
from grader.errors import UsageError
from grader.language import say


def named(course: Course, name: str | None, command: str) -> Assignment:
    """Return an assignment that has exercises.

    Raises UsageError for another name, or none, with what there is; `command` takes an
    assignment.
    """
    found = {one.name: one for one in course.assignments if one.exercises}
    if name in found:
        return found[name]
    every = say(", ").join(found)
    if name is None:
        raise UsageError(
            say("Which assignment?"), say("Name one of: {names}.").format(names=every)
        )
    place = course.by_any_name().get(name)
    if place is not None:
        raise UsageError(
            say("`{name}` is an exercise, not an assignment.").format(name=name),
            say("It is in: {command}").format(
                command=f"grader {command} {place.assignment}"
            ),
        )
    near = difflib.get_close_matches(name, found, n=1)
    help_ = say("There are: {names}.").format(names=every)
    if near:
        help_ = say("Did you mean `{name}`?").format(name=near[0])
    raise UsageError(say("No assignment `{name}`.").format(name=name), help_)

"""What exercises are supplied with: references, or in a kit the student's own."""

from grader.course import Course
from grader.kit import is_kit
from grader.sandbox.guest import Unit
from grader.session import reference
from grader.session.submitted import own, supplies


def units(course: Course, names: tuple[str, ...]) -> list[Unit]:
    """Return the functions `names`, in that order, each after what it uses.

    A student kit has no references: its exercises are supplied with the student's own
    answers, in a guest of their own as the references are.
    """
    if not is_kit(course.root):
        return reference.units(course, names)
    ordered: dict[str, Unit] = {}
    for name in names:
        entry = own(course, name)
        for one in (*supplies(course, entry), entry):
            ordered.setdefault(one.place.exercise.name, one.unit())
    return list(ordered.values())

"""What exercises are supplied with: references, or in a kit the student's own."""

from collections.abc import Iterable

from grader.course import Course
from grader.kit import is_kit
from grader.language import continued, filled, say
from grader.sandbox.unit import Unit
from grader.session import reference
from grader.session.submitted import Entry, own
from grader.verdict import WAITS, Status


def units(course: Course, names: tuple[str, ...]) -> list[Unit]:
    """Return the functions `names`, in that order, each after what it uses.

    A student kit has no references: its exercises are supplied with the student's own
    answers, in a guest of their own as the references are.
    """
    if not is_kit(course.base):
        return reference.units(course, names)
    ordered: dict[str, Unit] = {}
    for name in names:
        entry = own(course, name)
        for one in (*supplies(course, entry), entry):
            ordered.setdefault(one.place.exercise.name, one.unit())
    return list(ordered.values())


def waiting(course: Course, entry: Entry) -> Entry:
    """Return what is left of an entry of a kit whose supplies are not there yet."""
    if entry.status is not None or not is_kit(course.base):
        return entry
    for other in supplies(course, entry):
        if other.status is not None:
            name = other.place.exercise.name
            why = continued(other.message).removesuffix(".").removesuffix("。")
            if other.status is Status.NOT_STARTED:
                why = say("{file} is still the stub").format(file=other.path)
            message = waits(entry, name, why)
            return entry._replace(status=Status.NOT_STARTED, message=message)
    return entry


def supplies(course: Course, entry: Entry) -> list[Entry]:
    """Return the student's own answers that an entry of a kit is supplied with.

    Each comes after those that it is supplied with itself.
    """
    found: dict[str, Entry] = {}

    def add(names: Iterable[str]) -> None:
        for name in names:
            if name not in found:
                other = own(course, name)
                add(other.supplied)
                found[name] = other

    add(entry.supplied)
    return list(found.values())


def waits(entry: Entry, name: str, why: str) -> str:
    """Return the sentence of an answer that uses another one that is not right yet.

    `waits_for` of the records finds the name in it.
    """
    used = filled(say("your own is used here, and {why}."), why=why)
    return say(WAITS).format(name=entry.place.exercise.name, other=name, why=used)

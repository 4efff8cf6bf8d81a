"""The hints of an exercise: one after the other, an attempt in between."""

from typing import NamedTuple

from msgspec.structs import replace as changed

from grader import progress
from grader.course import Course
from grader.progress import Done, Progress
from grader.student.listing import standing
from grader.translation import said


class Hint(NamedTuple):
    """The hints of an exercise that are open now, the newest last."""

    name: str
    texts: tuple[str, ...]
    of: int
    """How many there are."""
    passed: bool
    """The exercise passes: all are open."""
    new: bool
    """The last one was opened now."""
    kept: bool = True
    """False where nothing can be kept, so that all are open."""

    @property
    def waits(self) -> bool:
        """Whether another one opens after the next attempt."""
        return len(self.texts) < self.of


def hint(course: Course, name: str) -> Hint:
    """Return the hints of an exercise, the next one opened if it may be.

    It becomes the current exercise.
    """
    place = course.places[name]
    texts = tuple(said(place, text) for text in place.exercise.hints)
    known = progress.recall(course)
    if standing(place, known.of(name)).passed:
        return Hint(name, texts, len(texts), passed=True, new=False)

    def update(known: Progress) -> Progress:
        done = opened(known.of(name), len(texts))
        return changed(known.having(name, done), current=name)

    before = known.of(name).hints
    made = progress.change(course, update)
    count = made.progress.of(name).hints if made.kept else len(texts)
    new = count > before
    return Hint(name, texts[:count], len(texts), passed=False, new=new, kept=made.kept)


def opened(done: Done, most: int) -> Done:
    """Return the same with the next hint opened, if there is one that may be.

    The first one always may; each other one after an attempt since the last.
    """
    if done.hints >= most or (done.hints and done.attempts <= done.hinted):
        return done
    return changed(done, hints=done.hints + 1, hinted=done.attempts)


def count(course: Course, name: str) -> tuple[int, int]:
    """Return how many hints of an exercise are open, and how many there are."""
    most = len(course.places[name].exercise.hints)
    return min(progress.recall(course).of(name).hints, most), most

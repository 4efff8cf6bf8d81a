"""The texts of an exercise that students read, as its files have them."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.author import excerpt
from grader.author.excerpt import Excerpt
from grader.course import Course, Place
from grader.feedback.promise import promise


class Text(NamedTuple):
    """A text, and whether a student kit may hold it."""

    text: str
    shipped: bool


def of_course(course: Course) -> list[Text]:
    """Return the titles of a course and its assignments, each once."""
    titles = [course.title, *(one.title for one in course.assignments)]
    return [Text(title, shipped=True) for title in dict.fromkeys(titles)]


def of(course: Course, place: Place) -> list[Text]:
    """Return the texts of an exercise, each once, those that kits hold first.

    Raises UsageError for a file that cannot be read.
    """
    root = course.root
    found = [Text(text, shipped=True) for text in _told(course, place)]
    found += [
        Text(text, shipped=True) for text in _cases(excerpt.read(place.visible, root))
    ]
    if place.pictures.is_file():
        drawn = excerpt.read(place.pictures, root)
        found += [Text(text, shipped=True) for text in _docs(drawn)]
    if place.hidden.is_file():
        hidden = excerpt.read(place.hidden, root)
        found += [Text(text, shipped=False) for text in _cases(hidden)]
    if place.misconceptions.is_file():
        wrong = excerpt.read(place.misconceptions, root)
        found += [Text(" ".join(text.split()), shipped=False) for text in _docs(wrong)]
    once = {one.text: one for one in reversed(found)}
    return [one for one in found if once.get(one.text) is one and one.text]


def _told(course: Course, place: Place) -> Iterator[str]:
    """Yield statement, docstring and hints."""
    if place.solution.is_file():
        solution = excerpt.read(place.solution, course.root)
        yield solution.doc
        yield from _docs(solution)
    yield from place.exercise.hints


def _docs(file: Excerpt) -> Iterator[str]:
    for function in file.functions:
        if not function.name.startswith("_"):
            yield ast.get_docstring(function) or ""


def _cases(file: Excerpt) -> Iterator[str]:
    """Yield what cases promise, and what they call the quantities they compare."""
    for function in file.functions:
        if function.name.startswith("test"):
            yield promise(ast.get_docstring(function), function.name)
    for word in words(file):
        yield str(word.value)


def words(file: Excerpt) -> Iterator[ast.Constant]:
    """Yield the strings in calls of `agree` and `same_work` that a student reads."""
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Call):
            for word in _named(node):
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word


def _named(call: ast.Call) -> list[ast.expr]:
    """Return what stands where a call of a helper for cases has words."""
    found: list[ast.expr] = []
    match call.func:
        case ast.Name(id="same_work"):
            found = call.args[1:2]
        case ast.Name(id="agree"):
            for keyword in call.keywords:
                if keyword.arg == "what":
                    found.append(keyword.value)
                if keyword.arg == "rows" and isinstance(keyword.value, ast.Tuple):
                    found += keyword.value.elts[:1]
    return found

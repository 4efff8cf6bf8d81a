"""The pictures of an exercise, as cells of a notebook."""

import ast
from collections.abc import Iterable
from typing import NamedTuple

from grader import language
from grader.author import excerpt
from grader.author.excerpt import Excerpt, readable
from grader.author.reworded import spoken
from grader.author.statement import markdown
from grader.course import Course, Place
from grader.errors import UsageError
from grader.submission.statement import binds

FIGURE, DATA, IMAGE = "figure", "data", "image"
"""What a picture may ask for beside exercises."""

FOLDER = "../../data"
"""Where the data lies, seen from a notebook."""


def in_language() -> str:
    """Return how a call says the language at hand; nothing for English."""
    spoken = language.spoken()
    return "" if spoken == language.ENGLISH else f', language="{spoken}"'


class Picture(NamedTuple):
    """One function that draws; `needs` is what it reads of its file."""

    file: Excerpt
    function: ast.FunctionDef
    uses: tuple[str, ...]
    needs: tuple[ast.stmt, ...]

    @property
    def name(self) -> str:
        """What the function is called."""
        return self.function.name

    @property
    def caption(self) -> str:
        """What is to be seen."""
        doc = ast.get_docstring(self.function) or self.name.replace("_", " ")
        return markdown(doc)

    def code(self, imports: Iterable[str]) -> str:
        """Return the cell that draws the picture; `imports` are had by then."""
        head = [
            key
            for key, node in self.file.imports.items()
            if node in self.needs and key not in imports
        ]
        head.append("from grader.notebook import show_picture")
        modules = list(self.file.imports.values())
        nodes = [one for one in self.needs if one not in modules]
        data = f', {DATA}="{FOLDER}"' if DATA in _parameters(self.function) else ""
        call = f"show_picture({self.name}{data}{in_language()})"
        parts = ["\n".join(head), self.file.only(nodes), call]
        return readable("\n\n\n".join(parts))


def pictures(course: Course, place: Place) -> list[Picture]:
    """Return the pictures of an exercise that a notebook can show, in order.

    One that asks for an `image` of the student's is left out. Private functions of the
    file go with the first picture that needs them.
    """
    if not place.pictures.is_file():
        return []
    file = spoken(excerpt.read(place.pictures, course.root), place)
    made = []
    had: set[int] = set()
    for function in file.functions:
        parameters = _parameters(function)
        if function.name.startswith("_") or IMAGE in parameters:
            continue
        uses = [one for one in parameters if one not in (FIGURE, DATA)]
        for name in uses:
            if name not in course.places:
                shown = place.pictures.relative_to(course.root).as_posix()
                raise UsageError(
                    f"{shown}: line {function.lineno}: {function.name} asks for "
                    f"`{name}`.",
                    f"A picture asks for {FIGURE}, {DATA}, {IMAGE} or an exercise.",
                )
        needs = [
            one
            for one in _needs(file, function)
            if one is function or id(one) not in had
        ]
        _check_names(course, place, needs)
        had |= {id(one) for one in needs if one not in file.imports.values()}
        made.append(Picture(file, function, tuple(uses), tuple(needs)))
    return made


def _check_names(course: Course, place: Place, needs: Iterable[ast.stmt]) -> None:
    """Refuse names that would take the place of an exercise in the notebook."""
    for node in needs:
        for name in sorted(binds(node) & set(course.by_any_name())):
            shown = place.pictures.relative_to(course.root).as_posix()
            raise UsageError(
                f"{shown}: line {node.lineno}: `{name}` is the name of an exercise.",
                "In a notebook it would replace the student's function: rename it.",
            )


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]


def _needs(file: Excerpt, function: ast.FunctionDef) -> list[ast.stmt]:
    """Return what a function reads of its file, in turn, and itself, in order."""
    bound = {name: node for node in file.tree.body for name in binds(node)}
    found: list[ast.stmt] = [function]
    for node in found:
        names = [part.id for part in ast.walk(node) if isinstance(part, ast.Name)]
        found += dict.fromkeys(
            bound[one] for one in names if one in bound and bound[one] not in found
        )
    return sorted(found, key=lambda node: node.lineno)

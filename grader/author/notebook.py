"""One notebook for each assignment, from what its stubs and visible cases hold."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from grader.author import excerpt
from grader.author.excerpt import Excerpt, readable
from grader.author.formats import light
from grader.author.picture import in_language, pictures
from grader.author.pruned import without_steps
from grader.author.reworded import spoken
from grader.author.statement import markdown
from grader.course import Assignment, Course, Place, Tolerance
from grader.language import marked, say
from grader.translation import titled

if TYPE_CHECKING:
    from nbformat import NotebookNode

MAX_ID = 64
MINOR = 5
"""The version of the format, 4.5, is the first whose cells have an id."""
WIDTH = 88
VISIBLE = marked("# Visible cases only: `grader check` runs more.")
METADATA = {
    "kernelspec": {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}

_HOW = marked("""\
# {title}

Run the first cell of code: it imports what the others need. Then, for each exercise,

1. read what it asks for,
2. write your answer between the two comments, and run that cell,
3. run the check below it.

The check prints a line for each visible case. Of the first that does not pass it shows
your values and the expected ones. When something seems odd, restart the kernel and run
the cells again from the top.

For every case of `grader check`, run `%load_ext grader` once in a cell of its own; then
make `%%check` the first line of an answer's cell, and run it.""")

_PICTURES = marked("The pictures need matplotlib, and functions that you have written.")

_BRING = marked("""\
## Bring your `{name}`

`{name}` is an exercise of another notebook, *{title}*, and your functions here call it.
Copy yours into the next cell, from `def` to the last line, and run the cell.""")


class _Cell(NamedTuple):
    """A cell to be: what it is of, its role there, its text."""

    of: str
    role: str
    text: str
    kind: Literal["code", "markdown"]
    part: str = ""

    @property
    def id(self) -> str:
        """What the cell is called, the same in every build."""
        name = "-".join(filter(None, (self.of, self.role, self.part)))
        if len(name) <= MAX_ID:
            return name
        digest = hashlib.sha256(name.encode()).hexdigest()[:16]
        return f"{name[: MAX_ID - 17]}-{digest}"


def make(
    course: Course, assignment: Assignment, stubs: Mapping[str, str]
) -> "NotebookNode":
    """Return the notebook of an assignment; `stubs` holds its stubs by exercise.

    Raises UsageError for visible cases or pictures that cannot be read.
    """
    with light():
        from nbformat import v4  # noqa: PLC0415 - a quarter of a second

    nodes = []
    for cell in _cells(course, assignment, stubs):
        about = {"role": cell.role}
        if cell.of != assignment.name or cell.role not in ("title", "imports"):
            about["exercise"] = cell.of
        fields = {"id": cell.id, "metadata": {"grader": about}}
        if cell.kind == "code":
            nodes.append(v4.new_code_cell(cell.text, **fields))
        else:
            nodes.append(v4.new_markdown_cell(cell.text, **fields))
    node: NotebookNode = v4.new_notebook(
        cells=nodes, metadata=METADATA, nbformat_minor=MINOR
    )
    return node


def path(course: Course, assignment: Assignment) -> Path:
    """Return where the notebook of an assignment lies."""
    name = assignment.name
    return course.root.joinpath("exercises", name, f"{name}.ipynb")


def text(node: "NotebookNode") -> str:
    """Return a notebook as its file holds it."""
    with light():
        from nbformat import NO_CONVERT, writes  # noqa: PLC0415 - as above

    written: str = writes(node, NO_CONVERT)
    return written.rstrip("\n") + "\n"


def _cells(
    course: Course, assignment: Assignment, stubs: Mapping[str, str]
) -> Iterator[_Cell]:
    places = [course.places[one.name] for one in assignment.exercises]
    read = {
        place.exercise.name: excerpt.parse(
            stubs[place.exercise.name],
            place.solution.relative_to(course.base).as_posix(),
        )
        for place in places
    }
    drawn = {place.exercise.name: pictures(course, place) for place in places}
    how = say(_HOW).format(title=titled(course, assignment.title))
    how += f"\n\n{say(_PICTURES)}" if any(drawn.values()) else ""
    yield _Cell(assignment.name, "title", how, "markdown")
    imports = excerpt.shared(read.values())
    if imports:
        yield _Cell(assignment.name, "imports", "\n".join(imports), "code")
    here = set(read)
    for place in places:
        name = place.exercise.name
        shown = drawn[name]
        wanted = [*place.exercise.uses, *(one for made in shown for one in made.uses)]
        for used in course.supplied(wanted):
            if used not in here:
                here.add(used)
                yield from _bring(course, course.places[used])
        yield _Cell(name, "statement", markdown(read[name].doc), "markdown")
        yield _Cell(name, "stub", _stub(read[name], imports), "code")
        visible = without_steps(excerpt.read(place.visible, course.base))
        visible = spoken(visible, place)
        check = _check(place, visible, imports)
        if check:
            yield _Cell(name, "check", check, "code")
        for made in shown:
            yield _Cell(name, "caption", made.caption, "markdown", made.name)
            yield _Cell(name, "picture", made.code(imports), "code", made.name)


def _bring(course: Course, place: Place) -> Iterator[_Cell]:
    name = place.exercise.name
    title = next(
        one.title for one in course.assignments if one.name == place.assignment
    )
    said = say(_BRING).format(name=name, title=titled(course, title))
    yield _Cell(name, "bring", said, "markdown")
    here = say("# Your {name} goes here.").format(name=name)
    yield _Cell(name, "used", here, "code")


def _stub(stub: Excerpt, imports: Iterable[str]) -> str:
    return stub.without(stub.imports[one] for one in imports if one in stub.imports)


def _check(place: Place, visible: Excerpt, imports: Iterable[str]) -> str:
    """Return the visible cases and the line that runs them; empty if there are none."""
    cases = [one.name for one in visible.functions if one.name.startswith("test")]
    if not cases:
        return ""
    own = {key: node for key, node in visible.imports.items() if key not in imports}
    head = [visible.only([node]) for node in own.values()]
    head.append("from grader.notebook import show_visible")
    body = visible.without(visible.imports.values())
    call = _call(place, cases)
    head = [say(VISIBLE), *head]
    return readable("\n".join(head) + f"\n\n\n{body}\n\n\n{call}")


def _call(place: Place, cases: list[str]) -> str:
    words = [f'"{place.exercise.name}"', *cases]
    usual, own = Tolerance(), place.exercise.tolerance
    if own.rtol != usual.rtol:
        words.append(f"rtol={own.rtol!r}")
    if own.atol != usual.atol:
        words.append(f"atol={own.atol!r}")
    words += filter(None, [in_language().removeprefix(", ")])
    line = f"show_visible({', '.join(words)})"
    if len(line) <= WIDTH:
        return line
    return "show_visible(\n" + "".join(f"    {word},\n" for word in words) + ")"

"""A notebook of another grader as exercises of a course."""

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from grader.author import names, scaffold
from grader.author.entry import Entry
from grader.author.marks import MARK
from grader.author.new import Wanted
from grader.author.notebooks import statement as statements
from grader.author.notebooks.answers import Answer, answers
from grader.author.notebooks.case import Case
from grader.author.notebooks.cases import Walk
from grader.author.notebooks.cells import Cell
from grader.author.notebooks.expected import is_expected
from grader.author.notebooks.needs import is_known, modules, needs, pieces
from grader.author.scaffold import Shape
from grader.course import Course
from grader.errors import UsageError
from grader.findings.imports import ALWAYS
from grader.submission import stub

_HIDDEN_CELL = re.compile(
    r"\s*(#+ *HIDDEN\b|#+ *HIDDEN TEST|[\"']{3} *# *BEGIN TEST CONFIG.*?hidden: *true)",
    re.DOTALL | re.IGNORECASE,
)
_TEST_CELL = re.compile(r"\s*#+ *(HIDDEN )?TEST\b *#*", re.IGNORECASE)
_TESTS = re.compile(r"\s*#? *(BEGIN|END) TESTS\b")
_QUESTION = re.compile(r"(?:```\s*)?#? *(BEGIN|END) QUESTION\b")
_POINTS = re.compile(r"^\s*points: *([\d.]+) *$", re.MULTILINE)
_IGNORED = re.compile(r"\s*#+ *IGNORE\b")


class Imported(NamedTuple):
    """What was made of a graded function."""

    wanted: Wanted
    blank: bool
    visible: int
    hidden: int
    untranslated: int


class Result(NamedTuple):
    """What was made of a notebook, and what was left out of it, in words."""

    title: str
    exercises: tuple[Imported, ...]
    left_out: tuple[str, ...]


class _Found(NamedTuple):
    answer: Answer
    texts: list[str]
    points: float | None


def convert(cells: Sequence[Cell], course: Course, assignment: str) -> Result:
    """Return the exercises that a notebook gives in an assignment of a course.

    Nothing of the notebook is run.
    """
    found, left_out = _graded(cells, course)
    if not found:
        why = f" ({'; '.join(left_out)})" if left_out else ""
        raise UsageError(
            f"The notebook has no graded function{why}.",
            "It takes the marks of nbgrader (### BEGIN SOLUTION), otter (# SOLUTION) "
            "or Coursera (# GRADED FUNCTION: f).",
        )
    cases, before, points = _cases(cells, found, left_out)
    graded = list(found)
    used: dict[str, tuple[str, ...]] = {}
    exercises = []
    for name, one in found.items():
        known = [other for other in graded if not _reaches(used, other, name)]
        own = [case for case in cases if case.target == name]
        made = _exercise(one, known, before, own, assignment, points.get(name))
        if isinstance(made, str):
            left_out.append(made)
            continue
        used[name] = made.wanted.entry.uses
        exercises.append(made)
    heads = [statements.title(cell.text) for cell in cells if cell.kind == "markdown"]
    title = next(filter(None, heads), "")
    return Result(title, tuple(exercises), tuple(left_out))


def _graded(
    cells: Sequence[Cell], course: Course
) -> tuple[dict[str, _Found], list[str]]:
    found: dict[str, _Found] = {}
    left_out: list[str] = []
    texts: list[str] = []
    points: float | None = None
    for cell in cells:
        if cell.kind != "code":
            asked = _QUESTION.match(cell.text.strip())
            if asked:
                worth = _POINTS.search(cell.text)
                points = float(worth[1]) if worth and asked[1] == "BEGIN" else None
            boundary = statements.is_boundary(cell.text) or is_expected(cell.text)
            if cell.kind == "markdown" and not boundary:
                if statements.has_heading(cell.text):
                    texts = []
                texts.append(cell.text)
            continue
        got = answers(cell)
        left_out += got.left_out
        worth_here = cell.role.get("points") if cell.role.get("grade") else points
        for answer in got.graded:
            try:
                names.check_exercise(answer.name, course)
            except UsageError as error:
                left_out.append(f"cell {cell.number}: {error.message.rstrip('.')}")
                continue
            if answer.name in found:
                left_out.append(
                    f"`{answer.name}` as it stands before cell {cell.number}, which "
                    "defines it again"
                )
            here = found.get(answer.name, _Found(answer, texts, None)).texts
            found[answer.name] = _Found(answer, texts or here, worth_here)
            texts = []
    return found, left_out


def _cases(
    cells: Sequence[Cell], found: dict[str, _Found], left_out: list[str]
) -> tuple[list[Case], list[str], dict[str, float]]:
    """Return the cases, all that is bound besides, and the points of test cells."""
    walk = Walk(list(found))
    cases: list[Case] = []
    points: dict[str, float] = {}
    testing = False
    for cell in cells:
        boundary = _TESTS.match(cell.text) if cell.kind != "code" else None
        if boundary:
            testing = boundary[1] == "BEGIN"
        elif cell.kind == "markdown":
            cases += walk.markdown(cell.text)
        elif cell.kind == "code" and not _IGNORED.match(cell.text):
            grade = bool(cell.role.get("grade")) and not cell.role.get("solution")
            test = testing or grade or _TEST_CELL.match(cell.text) is not None
            hidden = _HIDDEN_CELL.match(cell.text) is not None
            got = walk.code(
                answers(cell).code,
                cell.number,
                test=test,
                hidden=test and hidden,
                output=cell.output,
            )
            here = list(got)
            cases += here
            words = set(re.findall(r"\w+", cell.text))
            if words & set(found) and not pieces(answers(cell).code):
                left_out.append(f"cell {cell.number}: it is not valid Python")
            worth = cell.role.get("points")
            if grade and here and isinstance(worth, int | float):
                target = here[0].target
                points[target] = points.get(target, 0) + worth
    return cases, walk.before, points


def _exercise(
    found: _Found,
    known: list[str],
    before: list[str],
    cases: list[Case],
    assignment: str,
    tested: float | None,
) -> Imported | str:
    """Return what is made of a function; a sentence if it cannot be an exercise."""
    answer = found.answer
    name = answer.name
    given = needs(before, answer.source, [one for one in known if one != name])
    head = statements.statement(found.texts, name).text
    text = _solution(head, given.imports, given.statements, answer.source)
    try:
        ast.parse(stub.make(text))
    except (stub.MarkerError, SyntaxError, ValueError) as error:
        return f"`{name}`: no stub can be made of it ({error})"
    shape = _shape(answer.definition)
    visible = [case for case in cases if not case.hidden]
    hidden = [case for case in cases if case.hidden]
    texts = scaffold.files(shape, assignment)
    texts[f"solutions/{assignment}/{name}.py"] = text
    if visible:
        path = f"tests/visible/{assignment}/test_{name}.py"
        texts[path] = scaffold.visible_cases(shape, _texts(visible), _imports(visible))
    if hidden:
        path = f"tests/hidden/{assignment}/test_{name}.py"
        texts[path] = scaffold.hidden(shape, _texts(hidden), _imports(hidden))
    tops = {top for one in given.imports if is_known(one) for top in modules(one)}
    worth = next((one for one in (tested, found.points) if one), 10)
    entry = Entry(
        name,
        scaffold.HINTS,
        min(float(worth), 1e6),
        given.supplied,
        tuple(sorted(tops - {*ALWAYS})),
    )
    return Imported(
        Wanted(texts, entry),
        answer.blank,
        sum(not case.original for case in visible),
        sum(not case.original for case in hidden),
        sum(bool(case.original) for case in cases),
    )


def _solution(
    head: str, imports: Sequence[str], statements_: Sequence[str], function: str
) -> str:
    """Return the text of a solution; what only the notebook has is marked."""
    lines = ["import numpy as np"]
    for one in imports:
        if not is_known(one):
            lines.append(f"# {MARK} what the notebook has from elsewhere: {one}")
        elif one not in lines:
            lines.append(one)
    blocks = [head, "\n".join(lines)]
    for one in statements_:
        if _computes(one):
            marked = [f"# {MARK} what the notebook computes, in literal values:"]
            marked += [f"# {line}" for line in one.split("\n")]
            one = "\n".join(marked)  # noqa: PLW2901 - the same, made harmless
        blocks.append(one)
    return "\n\n".join(blocks) + "\n\n\n" + function


def _computes(statement: str) -> bool:
    """Whether a statement at module level calls what may read files or take long."""
    node = ast.parse(statement).body[0]
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
        return False
    calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
    return not all(ast.unparse(one.func).startswith("np.array") for one in calls)


def _shape(node: ast.FunctionDef) -> Shape:
    """Return what is known of a function, without annotations."""
    given = ast.parse(ast.unparse(node)).body[0].args  # type: ignore[attr-defined]
    for argument in ast.walk(given):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    given.defaults = [_literal(one) for one in given.defaults]
    given.kw_defaults = [one and _literal(one) for one in given.kw_defaults]
    positional = [*given.posonlyargs, *given.args]
    needed = positional[: len(positional) - len(given.defaults)]
    return Shape(node.name, ast.unparse(given), tuple(one.arg for one in needed))


def _literal(node: ast.expr) -> ast.expr:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        return ast.Constant(None)
    return node


def _texts(cases: Sequence[Case]) -> str:
    return "".join(f"\n\n{case.text(number)}\n" for number, case in enumerate(cases, 1))


def _imports(cases: Sequence[Case]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for case in cases for one in case.imports))


def _reaches(used: dict[str, tuple[str, ...]], start: str, goal: str) -> bool:
    """Whether `start` uses `goal`, itself or through others."""
    pending: list[str] = list(used.get(start, ()))
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            pending += used.get(name, ())
    return False


def assignment_name(path: Path) -> str:
    """Return a folder's name made of a notebook's."""
    name = re.sub(r"\W+", "_", path.stem, flags=re.ASCII).strip("_").lower()
    return name if name[:1].isalpha() else f"notebook_{name}".strip("_")

"""A class for benchmarks: students, each with an answer to every exercise of one kind.

No two answers are the same text: parameters and variables carry the student's number,
so nothing that is known of one answer serves for another. The mix is drawn from a seed
of the student's: most are right, some are known wrong answers, go through loops, are
the stub or raise. None runs for ever, since what then takes time is the time limit.
"""

import ast
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ASSIGNMENT = "numpy_basics"
IMPORTS = "import math\nimport numpy as np\n"
MIX = {"right": 62, "misconception": 18, "loop": 10, "stub": 6, "crash": 4}
"""Kinds of answers, and how many of a hundred are of each."""


class Student(NamedTuple):
    """One student: the sources of the answers, by exercise, and the kind of each."""

    id: str
    answers: dict[str, str]
    kinds: dict[str, str]

    def module(self) -> str:
        """Return all answers as one module, for graders that take no notebooks."""
        return "\n\n".join([IMPORTS, *self.answers.values()])


def exercises() -> list[str]:
    """Return the names of the exercises, in order."""
    folder = ROOT / "solutions" / ASSIGNMENT
    return sorted(path.stem for path in folder.glob("*.py"))


def students(count: int) -> Iterator[Student]:
    """Yield so many students, each time the same ones."""
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - a mix, not a secret
        answers = {}
        kinds = {}
        for name in exercises():
            kind = chance.choices(list(MIX), list(MIX.values()))[0]
            choices = _choices(name, kind)
            if not choices:
                # One number has nothing to loop over.
                kind, choices = "right", _choices(name, "right")
            kinds[name] = kind
            answers[name] = _written(chance.choice(choices), name, number)
        yield Student(f"student{number:05}", answers, kinds)


def _choices(name: str, kind: str) -> list[ast.FunctionDef]:
    """Return the functions that an answer of this kind may be."""
    folder = {"misconception": "tests/misconceptions", "loop": "tests/slow"}
    path = ROOT / folder.get(kind, "solutions") / ASSIGNMENT / f"{name}.py"
    if not path.is_file():
        return []
    tree = ast.parse(path.read_text("utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for node in found:
        # The sentence of a wrong answer is no student's.
        node.body = node.body[1:]
        if kind == "stub":
            node.body = ast.parse("...").body
        elif kind == "crash":
            node.body = ast.parse("return not_there").body
    return found


def _written(function: ast.FunctionDef, name: str, number: int) -> str:
    """Return the source of a function under its exercise's name, its own words changed.

    A stub is handed in as it was handed out.
    """
    function.name = name
    if not isinstance(function.body[0], ast.Expr):
        _Renamed(function, number).visit(function)
    return ast.unparse(function) + "\n"


class _Renamed(ast.NodeTransformer):
    """Gives what a function calls its own the student's number."""

    def __init__(self, function: ast.FunctionDef, number: int) -> None:
        stored = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        self._own = stored | {one.arg for one in function.args.args} | {"not_there"}
        self._number = number

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Rename a variable."""
        if node.id in self._own:
            node.id = f"{node.id}_{self._number}"
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        """Rename a parameter."""
        node.arg = f"{node.arg}_{self._number}"
        return node

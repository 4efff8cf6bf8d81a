"""Cases made of what a notebook checks: asserts, tests of otter, expected output."""

import ast
import re
from collections.abc import Iterator, Sequence

from grader.author.notebooks import claims, expected
from grader.author.notebooks.case import Case
from grader.author.notebooks.claims import Claim
from grader.author.notebooks.needs import needs, pieces

_BEGIN_HIDDEN = re.compile(r"\s*#+\s*BEGIN HIDDEN TESTS\b.*")
_END_HIDDEN = re.compile(r"\s*#+\s*END HIDDEN TESTS\b.*")
_BLOCKS = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.FunctionDef)


class Walk:
    """The way through a notebook: what was bound so far, and what of it is answers."""

    def __init__(self, graded: Sequence[str]) -> None:
        self._graded = list(graded)
        self._before: list[str] = []
        self._answers = set(graded)
        self._shown: list[tuple[expected.Shown, list[str]]] = []
        self._cell = 0

    @property
    def before(self) -> list[str]:
        """The statements so far that bind or change something."""
        return self._before

    def code(
        self, code: str, cell: int, *, test: bool, hidden: bool, output: str | None
    ) -> Iterator[Case]:
        """Yield the cases of a code cell; `test` if it is nothing else than tests."""
        self._shown, self._cell = [], cell
        veiled = _hidden_lines(code)
        found = pieces(code)
        for index, (node, text) in enumerate(found):
            last = index == len(found) - 1
            shown = output if test and last else None
            private = hidden or node.lineno in veiled
            yield from self._statement(node, text, private, test, shown)

    def markdown(self, text: str) -> Iterator[Case]:
        """Yield the cases of a text that says what the cell above it should print."""
        if not self._shown or not (expected.is_expected(text) or "|" in text):
            return
        shown = [one for one, _ in self._shown]
        rows = [
            row
            for row in expected.rows(text)
            if expected.match(shown, row) or expected.literal(row.value)
        ]
        for index, row in enumerate(rows):
            one = expected.match(shown, row)
            if one is None and len(shown) == len(rows):
                # Labels differ, but there is a value for each print.
                one = shown[index]
            value = expected.literal(row.value)
            if one is None or value is None:
                label = ast.unparse(one.value) if one else row.label
                node = ast.Expr((one or shown[-1]).value)
                said = f"expected: {label}: {row.value}"
                yield from self._untold(node, said, hidden=False)
                continue
            claim = claims.equal(one.value, value)
            before = next(before for print_, before in self._shown if print_ is one)
            yield from self._told([claim], claim.line, hidden=False, before=before)
        self._shown = []

    def _statement(
        self, node: ast.stmt, text: str, hidden: bool, test: bool, output: str | None
    ) -> Iterator[Case]:
        shown = expected.printed(node)
        if shown is not None and self._tainted(shown.value):
            self._shown.append((shown, list(self._before)))
            return
        if not self._tainted(node) or (
            isinstance(node, ast.FunctionDef) and node.name in self._graded
        ):
            self._remember(node, text)
            return
        if isinstance(node, ast.FunctionDef) and not (
            test and node.name.startswith("test")
        ):
            self._remember(node, text)
            return
        told = self._claims(node, output if test else None)
        if told is not None:
            yield from self._told(told, "", hidden, self._before)
        elif isinstance(node, _BLOCKS) and _asserts(node):
            yield from self._block(node, text, hidden)
        elif _asserts(node) or _runs_tests(node) or (test and _is_value(node)):
            yield from self._untold(node, text, hidden)
        else:
            self._remember(node, text)

    def _claims(self, node: ast.stmt, output: str | None) -> list[Claim] | None:
        told = claims.claims(node, self._tainted)
        told = told or claims.refusal(node, self._tainted)
        if told is not None or not isinstance(node, ast.Expr):
            return told
        if output is not None and output.strip() != "True":
            value = expected.value_of_repr(output)
            return None if value is None else [claims.equal(node.value, value)]
        told = claims.of_expression(node.value, self._tainted)
        # A call alone says nothing without what it showed.
        bare = isinstance(node.value, ast.Call) and output is None
        return None if bare and told and told[0].line.endswith(", True)") else told

    def _block(self, node: ast.stmt, text: str, hidden: bool) -> Iterator[Case]:
        """Translate each assert within a loop, a condition or a test function."""
        known = True
        here = self

        class Translate(ast.NodeTransformer):
            def _one(self, inner: ast.stmt) -> ast.AST | list[ast.stmt]:
                nonlocal known
                told = claims.claims(inner, here._within(node))
                if told is None:
                    known = known and not _asserts(inner)
                    return inner
                return [one for claim in told for one in ast.parse(claim.line).body]

            def visit_Assert(self, inner: ast.Assert) -> ast.AST | list[ast.stmt]:
                return self._one(inner)

            def visit_Expr(self, inner: ast.Expr) -> ast.AST | list[ast.stmt]:
                return self._one(inner)

        tree = ast.fix_missing_locations(Translate().visit(ast.parse(text)))
        body = tree.body
        if isinstance(node, ast.FunctionDef):
            given = [argument.arg for argument in node.args.args]
            known = known and set(given) <= set(self._graded)
            body = body[0].body
        if known:
            lines = "\n".join(map(ast.unparse, body))
            yield from self._told([Claim(lines, "")], "", hidden, self._before)
        else:
            yield from self._untold(node, text, hidden)

    def _told(
        self, told: list[Claim], note: str, hidden: bool, before: Sequence[str]
    ) -> Iterator[Case]:
        for claim in told:
            piece = "def _case_():\n" + "\n".join(
                f"    {line}" for line in claim.line.split("\n")
            )
            found = needs(before, piece, [*self._graded, *_WORDS])
            target = self._target([claim.line], found.statements)
            original = "\n".join([*found.statements, note or claim.line])
            if found.foreign:
                yield Case(target, self._cell, hidden, "", (), original=original)
                continue
            others = [name for name in self._graded if name != target]
            lines = [*found.statements, claim.line]
            changed = [_referring(line, others) for line in lines]
            body = tuple(line for text in changed for line in text.split("\n"))
            yield Case(
                target,
                self._cell,
                hidden,
                claim.said,
                body,
                tuple(one for one in found.imports if one != "import numpy as np"),
                reference=changed != lines,
            )

    def _untold(self, node: ast.stmt, text: str, hidden: bool) -> Iterator[Case]:
        shown = ast.unparse(ast.fix_missing_locations(node))
        target = self._target([shown], self._before)
        yield Case(target, self._cell, hidden, "", (), original=text)

    def _target(self, claimed: Sequence[str], before: Sequence[str]) -> str:
        """Return the function that is judged: the last one defined that is named."""
        for texts in (claimed, before):
            names = set(re.findall(r"\w+", " ".join(texts)))
            found = [name for name in self._graded if name in names]
            if found:
                return found[-1]
        return self._graded[-1]

    def _tainted(self, node: ast.AST) -> bool:
        return any(
            isinstance(one, ast.Name) and one.id in self._answers
            for one in ast.walk(node)
        )

    def _within(self, block: ast.stmt) -> claims.Tainted:
        """Return what is tainted within a block, which may bind answers itself."""
        names = set(self._answers)
        for node in ast.walk(block):
            if isinstance(node, ast.Assign) and self._tainted(node.value):
                names |= {
                    one.id
                    for target in node.targets
                    for one in ast.walk(target)
                    if isinstance(one, ast.Name)
                }
        return lambda node: any(
            isinstance(one, ast.Name) and one.id in names for one in ast.walk(node)
        )

    def _remember(self, node: ast.stmt, text: str) -> None:
        """Keep a statement for what comes later, unless it only shows something."""
        if isinstance(node, ast.FunctionDef) and node.name in self._graded:
            return
        if isinstance(node, ast.Assert) or expected.printed(node) is not None:
            return
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Call):
            return
        for one in ast.walk(node):
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
                taints = self._tainted(getattr(node, "value", None) or node)
                (self._answers.add if taints else self._answers.discard)(one.id)
        self._answers |= set(self._graded)
        self._before.append(text)


_WORDS = ("agree", "numbers", "has_dtype", "refuses", "np")


def _referring(text: str, others: Sequence[str]) -> str:
    """Return a statement with other graded functions taken from the reference."""

    class Refer(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            if node.id in others and isinstance(node.ctx, ast.Load):
                return ast.parse(f"reference.{node.id}", mode="eval").body
            return node

    if not set(re.findall(r"\w+", text)) & set(others):
        return text
    return ast.unparse(ast.fix_missing_locations(Refer().visit(ast.parse(text))))


def _hidden_lines(code: str) -> set[int]:
    found, hidden = set(), False
    for number, line in enumerate(code.split("\n"), 1):
        if _BEGIN_HIDDEN.fullmatch(line):
            hidden = True
        elif _END_HIDDEN.fullmatch(line):
            hidden = False
        elif hidden:
            found.add(number)
    return found


def _asserts(node: ast.AST) -> bool:
    return any(
        isinstance(one, ast.Assert)
        or (isinstance(one, ast.Name | ast.Attribute) and "assert" in ast.unparse(one))
        for one in ast.walk(node)
    )


def _runs_tests(node: ast.stmt) -> bool:
    """Whether it is a call such as `softmax_test(softmax)`."""
    match node:
        case ast.Expr(ast.Call(ast.Name(name) | ast.Attribute(attr=name))):
            return re.search(r"(^|_)(test|check)(_|$|s)", name.lower()) is not None
    return False


def _is_value(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr)

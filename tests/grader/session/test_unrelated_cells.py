"""What has nothing to do with an answer never changes its verdict."""

import ast
import json

import pytest
from handed import notebook
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.session import submitted
from grader.session.check import Options, check
from grader.submission.cells import parse
from grader.submission.extract import extract

ROWS = "def rows(e):\n    return np.sum(e, axis=AXIS, keepdims=True)"
ANSWERS = {
    "passed": ("import numpy as np\nAXIS = 1", ROWS,
               "def softmax(x):\n    e = np.exp(x)\n    return e / rows(e)"),
    "failed": ("import numpy as np\nAXIS = 0", "def rows(e):\n    return np.sum(e)",
               "def softmax(x):\n    e = np.exp(x)\n    return e / rows(e)"),
    "loops": ("import numpy as np",
              "def row(r):\n    return np.exp(r) / sum(np.exp(r))",
              "def softmax(x):\n    return np.array([row(r) for r in x])"),
    "not_started": ("import numpy as np", "x = 1",
                    "def softmax(x):\n    s = None\n    return s"),
    "unreadable": ("import numpy as np", "x = 1",
                   "def softmax(x):\n    return np.exp(x\n"),
}  # fmt: skip
UNRELATED = st.sampled_from([
    "%matplotlib inline", "!pip install x", "%%bash\nsoftmax() {", "1 2 3", "x = (",
    "from public_tests import *", "from lr_utils import load_dataset",
    "train, y, classes = load_dataset()", "softmax?", "x, e = load(), 2",
    "raise SystemExit", "def other(x):\n    for i in x:\n        # nothing", "'''open",
    "print 'softmax'", "softmax(np.ones(3))", "def predict(w):\n    return softmax(w)",
    "", "while True: pass", "import scipy.misc as m", "%time softmax(2)",
    "y = softmax(z)",
    "%%time\nout = softmax(2)", "s = softmax(1)\nassert s.shape == ()",
])  # fmt: skip
TEXT = st.sampled_from(["# def softmax(x): return 1", "text"])
EXTRA = st.tuples(st.just("code"), UNRELATED) | st.tuples(st.just("markdown"), TEXT)


@st.composite
def books(draw, cells):
    """Return the cells in order, with others before, between and after them."""
    made = []
    for cell in cells:
        made += draw(st.lists(EXTRA, max_size=2))
        made.append(("code", cell))
    return made + draw(st.lists(EXTRA, max_size=2))


@st.composite
def renamed(draw, cells):
    """Return the cells with their own names replaced by others."""
    new = draw(st.permutations(["alpha", "beta_2", "Gamma", "_d"]))
    for old, name in zip(("rows", "row", "AXIS", "e"), new, strict=True):
        cells = [
            ast.unparse(_Renamed(old, name).visit(ast.parse(cell))) for cell in cells
        ]
    return cells


class _Renamed(ast.NodeTransformer):
    """Replaces a name."""

    def __init__(self, old, new):
        self._old, self._new = old, new

    def visit_Name(self, node):
        """Replace it where it is read or bound."""
        node.id = self._new if node.id == self._old else node.id
        return node

    def visit_arg(self, node):
        """Replace it as a parameter."""
        node.arg = self._new if node.arg == self._old else node.arg
        return node

    def visit_FunctionDef(self, node):
        """Replace it as a function."""
        node.name = self._new if node.name == self._old else node.name
        self.generic_visit(node)
        return node


@pytest.fixture
def verdict(guests, real, tmp_path):
    """Return a function that gives what has to stay the same of a verdict."""

    def run(data):
        file = tmp_path / "work.ipynb"
        file.write_bytes(data)
        submission, entries = submitted.read_file(real, ["softmax"], file)
        result = check(real, submission, entries, guests, Options(7))
        (one,) = result.exercises
        cases = [(case.id, case.status, case.points) for case in one.cases]
        rules = [
            (found.rule, found.line, found.end_line, found.evidence)
            for found in one.findings
        ]
        return one.status, one.points, cases, rules

    return run


FEW = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("status", ANSWERS)
@FEW
@given(data=st.data())
def test_cells_besides_the_answer(verdict, status, data):
    """Cells that the answer does not need, whatever is in them, change nothing."""
    cells = ANSWERS[status]
    expected = verdict(notebook([("code", cell) for cell in cells]))
    assert expected[0] == status
    assert verdict(notebook(data.draw(books(cells)))) == expected


@pytest.mark.parametrize("status", ["passed", "failed", "loops"])
@FEW
@given(data=st.data())
def test_names_and_order(verdict, status, data):
    """Other names, and another order of cells that only define, change nothing."""
    cells = ANSWERS[status]
    expected = verdict(notebook([("code", cell) for cell in cells]))
    other = data.draw(st.permutations(data.draw(renamed(cells))))
    found = verdict(notebook([("code", cell) for cell in other]))
    assert found[:3] == expected[:3]
    assert [rule for rule, *_ in found[3]] == [rule for rule, *_ in expected[3]]


@given(data=st.data())
def test_what_is_taken_is_the_same(data):
    """The statements taken out of a notebook are those of the answer alone."""
    cells = ANSWERS["passed"]
    alone = parse(notebook([("code", cell) for cell in cells]), "w.ipynb")
    book = data.draw(books(cells))
    table = json.loads(notebook(book))
    for cell in table["cells"]:
        cell["outputs"] = [{"text": data.draw(st.text(max_size=5))}]
        cell["metadata"] = {"tags": ["def softmax(x): pass"]}
    other = parse(json.dumps(table).encode(), "w.ipynb")
    taken, expected = extract(other, ("softmax",)), extract(alone, ("softmax",))
    assert list(map(ast.dump, taken.statements)) == list(
        map(ast.dump, expected.statements)
    )
    assert taken.names == expected.names
    for node in taken.statements:
        spot = other.place(node.lineno)
        kind, text = book[spot.cell - 1]
        assert kind == "code"
        assert other.line(node.lineno) == text.split("\n")[spot.line - 1]

"""Cases that count steps go, with what only they need; the rest stays as it is."""

import pytest

from grader.author.excerpt import parse
from grader.author.pruned import without_steps

WORKED = '''"""Worked examples."""

import numpy as np

from grader.cases import agree

LIMIT = 3


def test_one(double):
    """one gives two"""
    agree(double(np.array([1])), np.array([2]))
'''
BOTH = '''"""Worked examples."""

import numpy as np
import pytest

from grader.cases import agree, same_work

LIMIT = 3
SIZES = (5, 2, 8)


def draw(rng, n):
    """Draw as many as there are."""
    return rng.normal(size=width(n))


def width(n):
    """Return it."""
    return n


@pytest.mark.steps
def test_first(double, rng):
    """takes no more steps for more rows"""
    same_work(double, "row", lambda n: (draw(rng, n),), sizes=SIZES)


def test_one(double):
    """one gives two"""
    agree(double(np.array([1])), np.array([2]))


# A remark about the case below.
@pytest.mark.steps
def test_last(double, rng):
    """takes no more steps for more columns"""
    same_work(double, "column", lambda n: (draw(rng, n),))
'''


def pruned(text):
    """Return the text of a file without the cases that count steps."""
    return without_steps(parse(text, "f.py")).text


def test_what_only_those_cases_need_goes_along():
    """Helpers, what helpers need, constants, imports and parts of imports go."""
    assert pruned(BOTH) == WORKED


def test_a_file_without_such_cases_is_left_alone():
    """Not a byte of it changes, whatever its layout is."""
    text = "import pytest, os ; x=1\n\n\n\ndef test_one(f): assert f(1)\n"
    assert pruned(text) == text


@pytest.mark.parametrize(
    ("shared", "kept"),
    [
        ("agree(double(draw(3, 3)), 6)", "def draw(rng, n):"),
        ("agree(double(draw(3, 3)), 6)", "def width(n):"),
        ("agree(double(SIZES), 6)", "SIZES = (5, 2, 8)"),
        ("pytest.raises(double)", "import pytest\n"),
    ],
)
def test_what_another_case_needs_stays(shared, kept):
    """A helper, a constant or an import that a worked example needs is left."""
    text = pruned(BOTH.replace("agree(double(np.array([1])), np.array([2]))", shared))
    assert kept in text
    assert "steps" not in text
    assert "same_work" not in text


def test_what_nothing_needs_stays():
    """An import or helper without a use of its own is somebody's intention."""
    text = BOTH.replace("LIMIT = 3", "LIMIT = 3\nimport os")
    assert "import os\n" in pruned(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("import numpy as np\nimport pytest\n", "import numpy as np, pytest\n"),
        ("pytest.mark.steps\n", "pytest.mark.steps()\n"),
        ("agree, same_work", "agree, same_work as steady"),
    ],
)
def test_other_ways_to_write_it(old, new):
    """Imports on one line, a mark that is called, and another name are understood."""
    text = BOTH.replace(old, new)
    if "steady" in new:
        text = text.replace("same_work(", "steady(")
    assert pruned(text) == WORKED


def test_a_statement_that_shares_its_line_stays():
    """What cannot be taken out alone is not taken out."""
    text = pruned(BOTH.replace("import pytest\n", "import pytest; import os\n"))
    assert "import pytest; import os\n" in text


def test_nothing_else_is_left():
    """A file of such cases alone leaves its docstring."""
    head, _, rest = BOTH.partition("def test_one")
    assert pruned(head + rest[rest.index("# A remark") :]).splitlines() == [
        '"""Worked examples."""',
        "",
        "import numpy as np",
        "",
        "from grader.cases import agree",
        "",
        "LIMIT = 3",
    ]

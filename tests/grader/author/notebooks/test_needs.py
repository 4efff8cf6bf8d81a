"""What a function needs of the cells above it is found, and nothing else."""

import pytest

from grader.author.notebooks.needs import is_known, needs, pieces

BEFORE = [
    "import numpy as np",
    "import os, math",
    "from lr_utils import load",
    "data = load('x.h5')",
    "SCALE = 3",
    "def helper(x):\n    return SCALE * math.sqrt(x)",
    "np.random.seed(1)",
    "noise = np.random.normal(size=3)",
]


def test_what_is_needed():
    """Imports, constants and helpers come in order; what is not needed does not."""
    found = needs(BEFORE, "def f(x):\n    return helper(x) + g(x)", ["g", "h"])
    assert found.imports == ("import os, math",)
    assert found.statements == (BEFORE[4], BEFORE[5])
    assert found.supplied == ("g",)
    assert found.foreign == ()


def test_what_only_the_notebook_has():
    """A module beside the notebook, a file and an unbound name are told."""
    found = needs(BEFORE, "def f():\n    return data, other", [])
    assert found.foreign == ("from lr_utils import load", BEFORE[3], "other")


def test_seeds_come_with_what_is_drawn():
    """What is drawn is drawn from the same seed."""
    found = needs(BEFORE, "def f():\n    return noise", [])
    assert found.statements == (BEFORE[6], BEFORE[7])


def test_names_of_a_star():
    """NumPy's names are known after a star."""
    assert (
        needs(["from numpy import *"], "def f():\n    return zeros(3)", []).unknown
        == ()
    )


@pytest.mark.parametrize(
    ("statement", "known"),
    [
        ("import numpy as np", True),
        ("from scipy.ndimage import zoom", True),
        ("import os, lr_utils", False),
        ("from .own import f", False),
        ("from public_tests import *", False),
    ],
)
def test_known_imports(statement, known):
    """The standard library and well-known packages can be had elsewhere."""
    assert is_known(statement) is known


def test_pieces_of_a_cell():
    """Statements come with their text, decorators included; ignored lines do not."""
    code = "x = 1; y = 2\n@d\ndef f():\n    # here\n    return 1\nf()  # IGNORE"
    assert [text for _, text in pieces(code)] == [
        "x = 1",
        "y = 2",
        "@d\ndef f():\n    # here\n    return 1",
    ]
    assert pieces("x = (") == []

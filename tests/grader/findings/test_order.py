"""Names that are bound after they are needed are told."""

import pytest
from handed import notebook

from grader.findings.order import late
from grader.submission import cells
from grader.submission.extract import extract
from grader.submission.source import parse

LATE = {
    "a default": ("def f(x, y=np.e): return np.exp(x)\nimport numpy as np", ["np"]),
    "a decorator": ("@d\ndef f(x): return d\ndef d(f): return f", ["d"]),
    "an assignment": ("a = b\ndef f(x): return a + b\nb = 1", ["b"]),
    "a body": ("def f(x): return np.exp(x)\nimport numpy as np", []),
    "in order": ("import numpy as np\ndef f(x, y=np.e): return np.exp(x)", []),
    "never": ("def f(x, y=np.e): return x", []),
    "a builtin": ("def f(x, y=len): return x", []),
}


@pytest.mark.parametrize("what", LATE)
def test_late(what):
    """What a definition needs at once is late; what its body needs is not."""
    text, names = LATE[what]
    taken = extract(parse(f"{text}\n".encode(), "a.py"), ("f",))
    assert list(late(taken, ())) == names
    assert late(taken, names) == {}


def test_the_sentence():
    """Both places are told, in a notebook by their cells."""
    book = notebook([("code", LATE["a default"][0].split("\n")[0]),
                     ("code", "import numpy as np")])  # fmt: skip
    taken = extract(cells.parse(book, "w.ipynb"), ("f",))
    assert late(taken, ()) == {
        "np": "`np` comes too late: cell 1, line 1 needs it to define what stands "
        "there, and cell 2, line 1, which binds it, runs after that."
    }

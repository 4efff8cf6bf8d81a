"""Files are taken apart by their lines, and nothing in them is laid out anew."""

import pytest

from grader.author.excerpt import parse, readable, shared
from grader.errors import UsageError

TEXT = '''"""A docstring
of two lines."""

import math
import numpy as np, h5py

X = 3  # three


@decorated
def f():
    """Inside."""
    return  X


def g(): return 1
'''


def test_without():
    """Statements are taken out with their lines, and the docstring always is."""
    file = parse(TEXT, "f.py")
    assert file.doc == "A docstring\nof two lines."
    rest = file.without(file.imports.values())
    assert rest.startswith("X = 3  # three\n\n\n@decorated\ndef f():\n")
    assert rest.endswith("def g(): return 1")
    assert "import" not in rest


def test_a_statement_that_shares_its_line_stays():
    """What cannot be taken out alone is not taken out."""
    file = parse("import math; x = 1\n", "f.py")
    assert file.without(file.imports.values()) == "import math; x = 1"


def test_only():
    """Statements are given as they are written, decorators included."""
    file = parse(TEXT, "f.py")
    assert [one.name for one in file.functions] == ["f", "g"]
    assert file.only(file.functions) == (
        '@decorated\ndef f():\n    """Inside."""\n    return  X\n\n\ndef g(): return 1'
    )


def test_shared_imports():
    """What Python and NumPy offer is imported once; a package stays where it is."""
    files = [
        parse("import numpy as np\nimport h5py\n", "a.py"),
        parse("import math\nimport numpy  as  np\nfrom . import x\n", "b.py"),
        parse("from math import exp\nimport copy, h5py\n", "c.py"),
    ]
    assert shared(files) == [
        "from math import exp",
        "import math",
        "import numpy as np",
    ]


def test_readable():
    """Remarks for a linter are left out, others are not."""
    text = "import h5py  # noqa: PLC0415\nx = 1  # fmt: skip\ny = 2  # as above"
    assert readable(text) == "import h5py\nx = 1\ny = 2  # as above"


def test_what_is_no_python_is_named():
    """A mistake is told with file and line."""
    with pytest.raises(UsageError) as caught:
        parse("x = 1\nif", "f.py")
    assert caught.value.message.startswith("f.py: line 2: not valid Python: ")

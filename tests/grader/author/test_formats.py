"""Notebooks are read and written without two seconds of parsers for web addresses."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
BOOK = ROOT / "exercises" / "numpy_basics" / "numpy_basics.ipynb"
READ = f"""
from pathlib import Path
from grader.author.notebooks.cells import read
read(Path({str(BOOK)!r}))
"""
WRITTEN = f"""
from pathlib import Path
from grader import course
from grader.author import build
assert list(build.notebooks(course.load(Path({str(ROOT)!r}))))
"""
HELD = """
import sys
assert "nbformat" in sys.modules
assert not {"lark", "rfc3987_syntax"} & sys.modules.keys()
"""


@pytest.mark.parametrize("loads", [READ, WRITTEN], ids=["read", "written"])
def test_no_parser_is_made(loads):
    """JupyterLab brought what makes them, and it is not loaded."""
    assert find_spec("rfc3987_syntax")
    subprocess.run([sys.executable, "-c", loads + HELD], check=True, timeout=60)

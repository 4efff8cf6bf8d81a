"""What lies beside an answer is neither read nor run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from judging import SEED, copy_course

from grader.errors import Exit
from grader.verdict import Status

END = "import os\nos._exit(0)\n"
BESIDE = {
    "conftest.py": END,
    "evil.py": END,
    "msgspec.py": END,
    "numpy.py": END,
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--collect-only'\n",
    "pytest.ini": "[pytest]\naddopts = --collect-only -p evil\n",
    "sitecustomize.py": END,
    "test_softmax.py": "def test_all():\n    pass\n",
    "tox.ini": "[pytest]\naddopts = --collect-only\n",
    "usercustomize.py": END,
}


@pytest.mark.parametrize("program", ["grader", "python -m grader"])
def test_files_beside(program, tmp_path):
    """Settings, conftest.py and modules beside an answer are neither read nor run."""
    root = tmp_path / "course"
    copy_course(root)
    folder = root / "exercises" / "numpy_basics"
    for place in (folder, root):
        for name, text in BESIDE.items():
            place.joinpath(name).write_text(text, "utf-8")
    folder.joinpath("softmax.py").write_text("def softmax(x):\n    return x\n", "utf-8")
    first, *rest = program.split()
    words = [Path(sys.executable).with_name(first), *rest]
    words += ["check", "softmax", "--format", "json", "--seed", str(SEED)]
    ran = subprocess.run(
        words, cwd=folder, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == Exit.STUDENT, ran.stderr
    assert json.loads(ran.stdout)["exercises"][0]["status"] == Status.FAILED

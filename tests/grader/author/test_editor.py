"""What an editor reads in a kit."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from judging import copy_course

from grader.author.editor import tasks

LOOPED = """import numpy as np


def softmax(x):
    return np.array([np.exp(row) / np.sum(np.exp(row)) for row in x])
"""
MARKS = [("warning", 5), ("notice", 5)]


@pytest.mark.parametrize(
    ("installed", "program"),
    [(True, "grader"), (False, "${workspaceFolder}/.venv/bin/grader")],
)
def test_the_tasks_run_the_program(installed, program):
    """A kit's tasks run the program of its environment, else the installed one."""
    made = json.loads(tasks(installed=installed))["tasks"]
    assert {one["command"] for one in made} == {program}
    assert [one["args"] for one in made] == [
        ["check", "${fileBasenameNoExtension}"],
        ["check", "--format", "github", "${fileBasenameNoExtension}"],
        ["watch"],
    ]


def test_the_matcher_reads_what_is_marked(tmp_path):
    """Each mark in a file is read by the editor: how bad, where, what."""
    copy_course(tmp_path / "course")
    file = tmp_path / "course" / "exercises" / "numpy_basics" / "softmax.py"
    file.write_text(LOOPED, "utf-8")
    program = Path(sys.executable).with_name("grader")
    done = subprocess.run(
        [program, "check", "softmax", "--format", "github"],
        cwd=tmp_path / "course", capture_output=True, text=True, check=False,
    )  # fmt: skip
    marks = [line for line in done.stdout.splitlines() if " file=" in line]
    pattern = json.loads(tasks(installed=True))["tasks"][1]["problemMatcher"]["pattern"]
    assert len(marks) == 2
    for mark, (severity, line) in zip(marks, MARKS, strict=True):
        found = re.match(pattern["regexp"], mark)
        assert found, mark
        assert found[pattern["severity"]] == severity
        assert found[pattern["file"]] == "exercises/numpy_basics/softmax.py"
        assert int(found[pattern["line"]]) == line
        assert found[pattern["message"]]

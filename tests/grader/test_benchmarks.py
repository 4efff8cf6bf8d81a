"""The benchmark of a class compares what is the same."""

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNT = 3


@pytest.fixture
def script(monkeypatch):
    """Return a function that imports a module of the benchmarks by its name."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return import_module


def test_grader_and_floor_judge_alike(script, tmp_path):
    """What the fork server finds right the grader finds right, on the same class."""
    batch, floor, students = script("batch"), script("floor"), script("students")
    some = list(students.students(COUNT))
    batch.write_class(tmp_path / "class", some)
    run = batch.grade(tmp_path / "class", tmp_path / "out", 1)
    assert run.peak > 0
    recording = script("calls").record(students.ASSIGNMENT, batch.SEED)
    known = batch.verdicts(tmp_path / "out")
    assert len(known) == COUNT * len(recording.cases)
    for student in some:
        found = floor.passed(recording, student)
        assert found == {name: known[student.id, name] for name in found}
        kinds = student.kinds.items()
        assert found == {name: kind in ("right", "loop") for name, kind in kinds}


def test_no_two_answers_are_alike(script):
    """Answers share no text but for stubs, and all kinds are among them."""
    students = script("students")
    some = list(students.students(50))
    written = [
        text
        for student in some
        for name, text in student.answers.items()
        if student.kinds[name] != "stub"
    ]
    assert len(set(written)) == len(written)
    kinds = {kind for student in some for kind in student.kinds.values()}
    assert kinds == set(students.MIX)


def test_peers_get_every_call(script):
    """Each recorded call is a line that a peer can run, with the right value."""
    calls = script("calls")
    recording = calls.record(script("students").ASSIGNMENT, 7)
    names = {"np": np}
    exec(calls.check(), names)  # noqa: S102 - the benchmark's own
    for name, cases in recording.cases.items():
        assert cases
        for case in cases:
            line = compile(calls.line(name, case), "line", "exec")
            names[name] = lambda *_, case=case: case.expected
            exec(line, names)  # noqa: S102 - as above
            names[name] = lambda *_, case=case: np.asarray(case.expected) + 1
            with pytest.raises(AssertionError):
                exec(line, names)  # noqa: S102 - as above


def test_what_a_cluster_costs(script):
    """The table of a cluster says how it compares, and what a task costs."""
    found = {
        "students": 10,
        "jobs": 2,
        "beside": {"jobs": [4.0, 5.0], "cluster": [5.0, 5.0], "ratio": 0.9},
        "overhead": {"alone": 0.02, "ahead": 0.01, "share": 0.01},
    }
    *lines, costs = script("cluster").table(found).splitlines()
    assert lines == [
        "                        a submission",
        "--jobs 2                     0.450 s",
        "--cluster                    0.500 s",
        "The cluster judges 90% of what the processes judge in a second (goal ≥ 85%).",
    ]
    assert costs == (
        "A task costs 20.0 ms alone, 10.0 ms with another on its way: 1.0% of a batch "
        "of 1 s (goal < 5%)."
    )

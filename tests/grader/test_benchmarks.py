"""The benchmark of a class compares what is the same."""

import sys
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


@pytest.fixture
def costs(script):
    """Return costs with which the model is easy to follow."""
    some = dict.fromkeys(script("forecast").Costs._fields, 0.0)
    some |= {"judge": 0.1, "record": 0.001, "task": 0.002, "start": 2.0, "write": 0.01}
    some |= {"gradebook": 700.0, "pages": 300.0, "base": 1e8, "kept": 200.0}
    return script("forecast").Costs(**some)


def test_what_is_full_first(script, costs):
    """A model says how fast a class is judged, and which part holds it up."""
    forecast = script("forecast")
    few = forecast.forecast(costs, 1000, 2)
    assert few.full == "workers"
    assert few.batch == 10
    assert few.rate == pytest.approx(2 / 0.1002)
    assert few.seconds == pytest.approx(2 + 1000 / few.rate + 10)
    assert few.memory == 1e8 + 200_000
    assert few.disk == 1e6
    many = forecast.forecast(costs, 1000, 200)
    assert many.full == "grader"
    assert many.rate == pytest.approx(1 / 0.0012)
    assert 50 < forecast.enough(costs) <= 100


def test_longer_batches_of_many_workers(script, costs):
    """The model has batches as the grader has them: longer with many workers, to 64."""
    batch = script("forecast").batch
    assert [batch(costs, workers) for workers in (10, 200, 400, 10_000)] == [
        10,
        10,
        20,
        64,
    ]


def test_one_machine(script, costs):
    """Where all is on one machine its processors are shared."""
    said = script("forecast").forecast(costs, 1000, 4, 2)
    assert said.full == "processors"
    assert said.rate == pytest.approx(2 / 0.1012)


def test_slices_of_a_run(script):
    """A run is parted by what was done, with rate and memory of each part."""
    look = script("sampled").Look
    looks = [look(float(n), 10 * n, 100 + n, 7, 0.0) for n in range(11)]
    found = script("graded").slices(looks, 100, 2)
    assert [(one.until, one.rate, one.grader) for one in found] == [
        (50, 10.0, 105),
        (100, 10.0, 110),
    ]


def test_a_program_is_looked_at(script, tmp_path):
    """Memory and processor time of a program and of what it starts are seen."""
    code = "import sys, time; x = bytes(5 << 20); time.sleep(0.3); sys.exit(3)"
    seen = script("sampled").run([sys.executable, "-c", code], lambda: 4)
    assert seen.code == 3
    assert seen.processor > 0
    assert {one.done for one in seen.looks} == {4}
    assert script("sampled").recorded(tmp_path) == 0


def test_parts_of_a_run(script, tmp_path):
    """A class is graded and looked at; what came of it can be recorded again."""
    graded, limits, students = script("graded"), script("limits"), script("students")
    run = graded.measured(tmp_path / "run", 2, graded.Asked(1, False, False, 2))
    assert run.rate > 0
    assert run.processor > run.grader_judging > 0
    assert min(run.sizes.values()) > 100
    assert "2 students, --jobs, 1 workers" in script("scale").table([run], 1)
    tmp_path.joinpath("replay").mkdir()
    names = students.exercises()
    back = limits.recording(tmp_path / "run/out", names, tmp_path / "replay", 50)
    assert script("sampled").recorded(tmp_path / "replay") == 50
    assert back.seconds > 0
    assert back.reply > 1000
    folder = tmp_path / "run/class"
    there = limits.reading(folder, names)
    size = sum(one.stat().st_size for one in folder.iterdir()) / 2
    assert size < there.parcel < 3 * size
    assert limits.watching(10, 1000).look > 0

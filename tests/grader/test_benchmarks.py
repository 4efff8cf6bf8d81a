"""The benchmark of a class compares what is the same, and tells it in one table."""

import io
import json
import pickle
import platform
import re
import subprocess
import sys
import sysconfig
import venv
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNT = 3
SMALL = "--students 3 --peer-students 2 --again 2 --rounds 1 --jobs 1 --cold-rounds 1"
PEERS = ("check50", "gradescope")
"""Those that are installed for the tests; nbgrader and otter are too large."""


@pytest.fixture(scope="module")
def script():
    """Return a function that imports a module of the benchmarks by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        yield import_module


@pytest.fixture(scope="module")
def small(script, tmp_path_factory):
    """Run the comparison with few submissions and two peers; return what it wrote."""
    folder = tmp_path_factory.mktemp("comparison")
    for name in PEERS:
        _ready(folder / "cache" / name, script(f"peers.{name}").PINS)
    words = [*SMALL.split(), "--peers", *PEERS, "--cache", str(folder / "cache")]
    words += ["--json", str(folder / "x.json"), "--plot", str(folder / "x.svg")]
    with redirect_stdout(io.StringIO()) as stream:
        script("compare").main(words)
    return folder, stream.getvalue()


def _ready(folder, pins):
    """Make an environment of a peer's out of what is installed here."""
    venv.create(folder, with_pip=False, symlinks=True)
    variables = {"base": str(folder), "platbase": str(folder)}
    there = Path(sysconfig.get_path("purelib", "venv", variables))
    here = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (there / "here.pth").write_text("\n".join(here))
    (folder / "pins.txt").write_text("\n".join(pins))


def test_grader_and_floor_judge_alike(script, tmp_path):
    """What the fork server finds right the grader finds right, on the same class."""
    program, floor, students = script("program"), script("floor"), script("students")
    some = list(students.students(COUNT))
    program.write_class(tmp_path / "class", some)
    run = program.grade(tmp_path / "class", tmp_path / "out", 1, watched=True)
    assert run.peak > 0
    recording = script("calls").record(students.ASSIGNMENT, program.SEED)
    known = program.verdicts(tmp_path / "out")
    assert len(known) == COUNT * len(recording.cases)
    wanted = floor.cases(recording)
    for student in some:
        found = floor.passed(wanted, floor.sources(student))
        assert found == {name: known[student.id, name] for name in found}
        kinds = student.kinds.items()
        assert found == {name: kind in ("right", "loop") for name, kind in kinds}


def test_the_floor_loads_nothing_but_numpy(script, tmp_path):
    """The fork server's program has loaded neither pytest nor the grader."""
    words = [sys.executable, "-X", "importtime", ROOT / "benchmarks" / "floor.py"]
    file = tmp_path / "empty"
    file.write_bytes(pickle.dumps(({}, [])))
    done = subprocess.run(
        [*words, file, "2"], capture_output=True, text=True, check=True
    )
    assert float(done.stdout) >= 0
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "numpy" in loaded
    assert not {"pytest", "_pytest", "grader", "calls", "students"} & loaded
    recording = script("calls").Recording({}, 0, 0, 0)
    assert script("floor").grade(recording, [], 1) >= 0


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


def test_one_command_writes_a_table(small):
    """A table in Markdown has a row for each comparison; below is how to read it."""
    _, text = small
    about, table, reading = text.strip().split("\n\n")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()
    ]
    assert [row[:2] for row in rows if row[0].strip("-")] == [
        ["beside", "what"],
        ["plain pytest", "a cold check of `softmax`"],
        ["check50 --dev", "a submission"],
        ["gradescope-utils", "a submission"],
        ["bare fork server", "a submission"],
        ["half the class", "a submission"],
        ["half the class", "the most memory"],
        ["the first time", "2 unchanged submissions"],
    ]
    assert len({len(line) for line in table.splitlines()}) == 1
    assert f"Python {platform.python_version()}, NumPy {np.__version__}, " in about
    assert "check50 3.5.0, gradescope-utils 0.5.0." in about
    assert "Submissions: 3, for each peer 2; calls in each: 98; rounds: 1" in about
    assert "Verdicts of peers: 32, 32 of them as the grader's." in about
    assert reading.startswith("How to read it:\n- The ratio is theirs / the grader's")
    assert re.match(r"\d+ processors \([^\n]+\), \w+ [\d.]+; Python ", about)


def test_json_has_all_that_was_measured(small):
    """JSON has versions, sizes and each row with its rounds, ratio and verdicts."""
    folder, _ = small
    document = json.loads((folder / "x.json").read_text("utf-8"))
    assert document["versions"]["gradescope-utils"] == "0.5.0"
    assert document["sizes"]["again"] == 2
    assert document["cases"]["calls"] == 98
    peers = document["rows"][1:3]
    assert [peer["beside"] for peer in peers] == ["check50 --dev", "gradescope-utils"]
    for peer in peers:
        assert (peer["verdicts"], peer["differ"]) == (16, [])
        assert peer["ratio"] == peer["theirs"][0] / peer["grader"][0]
    assert all(row["theirs"] and row["grader"] for row in document["rows"])


def test_plot_is_a_picture(small):
    """The plot is an SVG with a bar for each grader."""
    folder, _ = small
    assert ET.parse(folder / "x.svg").getroot().tag.endswith("svg")  # noqa: S314
    text = (folder / "x.svg").read_text("utf-8")
    for name in ("grader grade", "check50", "gradescope-utils", "bare fork server"):
        assert f"<!-- {name} " in text


@pytest.fixture
def found(script):
    """Return what a comparison may find: a peer judges otherwise."""
    row = script("row").Row
    peer = row("otter run", "a class", [9.0], [0.1], least=120, verdicts=2,
               differ=("student00001 softmax",))  # fmt: skip
    plain = row("plain pytest", "a check", [1.0, 3.0], [2.0, 2.0])
    again = row("the first time", "again", [9.0], [0.5], most=2.0)
    sizes = script("batch").Sizes()
    return script("report").Found("a machine", {"Python": "3.11"}, sizes, {"calls": 98},
                                  plain, [peer], plain, [], again)  # fmt: skip


def test_a_verdict_that_differs_is_told(script, found):
    """A peer that judges otherwise is named with submission and exercise."""
    about, table, differ, _ = script("report").markdown(found).split("\n\n")
    assert about == (
        "a machine; Python 3.11.\n"
        "Submissions: 2000, for each peer 6; calls in each: 98; rounds: 2; "
        "workers: 2.\n"
        "Verdicts of peers: 2, 1 of them as the grader's."
    )
    assert table.splitlines() == [
        "| beside         | what    | theirs | the grader's | ratio |           goal |",
        "| -------------- | ------- | -----: | -----------: | ----: | -------------: |",
        "| plain pytest   | a check | 2.00 s |       2.00 s | 1.00× |                |",
        "| otter run      | a class | 9.00 s |       0.10 s | 90.0× | ≥ 120×, missed |",
        "| plain pytest   | a check | 2.00 s |       2.00 s | 1.00× |                |",
        "| the first time | again   | 9.00 s |       0.50 s | 18.0× |     ≤ 2 s, met |",
    ]
    assert differ == "otter run judges otherwise: student00001 softmax."


def test_the_command_ends_with_one(script, found, monkeypatch, capsys):
    """A goal that is missed ends the command with 1, and so does another verdict."""
    compare = script("compare")
    peer = found.peers[0]
    for peers, status in (
        ([peer], 1),
        ([peer._replace(differ=())], 1),
        ([peer._replace(least=None)], 1),
        ([peer._replace(least=None, differ=())], 0),
    ):
        given = found._replace(peers=peers)
        monkeypatch.setattr(compare, "compared", lambda *_, given=given: given)
        assert compare.main([]) == status
        assert "How to read it:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1234.5, "1234×"),
        (24.06, "24.1×"),
        (1, "1.00×"),
        (0.9, "1/1.11"),
        (1 / 21, "1/21.0"),
    ],
)
def test_ratios_are_told(script, value, told):
    """A ratio below one is told as a part of one."""
    assert script("report").ratio(value) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--students 0", "argument --students: 0 is no number from 1 on"),
        ("--rounds two", "argument --rounds: two is no number from 1 on"),
        ("--json /", "argument --json: / cannot be written"),
        ("--json nowhere/x.json", "argument --json: nowhere/x.json cannot be written"),
        ("--plot x.pdf", "argument --plot: x.pdf is no .png or .svg file"),
        ("--peers okpy", "argument --peers: invalid choice: 'okpy'"),
    ],
)
def test_what_cannot_be_measured_is_told_first(script, capsys, words, told):
    """Before hours are spent on measuring, what could not be written is told."""
    with pytest.raises(SystemExit) as ended:
        script("compare").main(words.split())
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


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

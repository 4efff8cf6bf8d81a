"""The zip of `grader ci gradescope`, set up and run in a folder as Gradescope does."""

import json
import shutil
import signal
import site
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import nbformat
import psutil
import pytest
from pipelines import Machine

from grader.cli import autograder
from grader.errors import Exit
from grader.sandbox import launcher

RIGHT = (
    "import numpy as np\n\n\ndef L1(yhat, y):\n    return np.sum(np.abs(yhat - y))\n"
)
ENDLESS = "def L1(yhat, y):\n    while True:\n        pass\n"
SOFTMAX = """\
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
"""
HOSTILE = """\
def L1(yhat, y):
    load = eval("__imp" + "ort__")
    os = load("os")
    for place in {places}:
        try:
            print(open(place).read(), "was read")
        except Exception as error:
            print("kept out:", type(error).__name__)
        try:
            open(place, "w").write('{{"score": 1000}}')
        except Exception as error:
            print("kept out:", type(error).__name__)
    os._exit(0)
"""
VISIBILITY = {"hidden", "after_due_date", "after_published", "visible"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}
LIMIT = 60


def read(root):
    """Return the document that Gradescope reads, held to be one that it takes."""
    found = json.loads(root.joinpath("results/results.json").read_text("utf-8"))
    assert isinstance(found["score"], float | int)
    assert found["stdout_visibility"] == "hidden"
    for one in (found, *found["tests"]):
        assert one["visibility"] in VISIBILITY
        assert one["output_format"] in FORMATS
        assert isinstance(one["output"], str)
    for test in found["tests"]:
        assert test["status"] in {"passed", "failed"}
        assert 0 <= test.get("score", 0) <= test.get("max_score", 0)
    # Not the temporary file of a document that is being replaced either.
    assert [one.name for one in root.joinpath("results").iterdir()] == ["results.json"]
    return found


def total(found):
    """Return the points of an assignment, as its tests give them."""
    return sum(test.get("max_score", 0) for test in found["tests"])


def pythons(place, there):
    """Let a machine have no Python but those in `there`, by name."""
    for name in ("python3", *(f"python3.{minor}" for minor in range(10, 16))):
        file = place.stands / name
        file.write_text(f"#!/bin/sh\n{there.get(name, 'exit 1')}\n")
        file.chmod(0o755)


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Return a folder with what is installed here, without the grader."""
    folder = tmp_path_factory.mktemp("packages")
    for entry in Path(site.getsitepackages()[0]).iterdir():
        if not entry.name.startswith(("exercise_grader", "_exercise_grader", "pip")):
            folder.joinpath(entry.name).symlink_to(entry)
    return folder


@pytest.fixture(scope="module")
def image(small, packages, tmp_path_factory):
    """Return the folder that setup.sh has set up, and what it printed."""
    folder = tmp_path_factory.mktemp("image")
    file = folder / "autograder.zip"
    done = small.run("ci", "gradescope", "--out", file)
    assert done.returncode == 0, done.stderr
    root = folder / "autograder"
    for name in ("source", "submission", "results"):
        root.joinpath(name).mkdir(parents=True)
    with zipfile.ZipFile(file) as archive:
        archive.extractall(root / "source")
    # With the packages on the path, pip finds all but the grader installed.
    place = Machine(folder, AUTOGRADER_ROOT=str(root), PYTHONPATH=str(packages))
    # The packages are those of the Python that runs here.
    own = f'exec "{sys.executable}" "$@"'
    pythons(place, {f"python3.{sys.version_info.minor}": own})
    done = place.run("bash source/setup.sh", root)
    assert done.returncode == 0, done.stdout
    return root, place, done.stdout


@pytest.fixture
def container(image, tmp_path):
    """Return a function that runs the autograder on files, in a fresh container."""
    root, place, _ = image

    def start(files, *, number=7, **environment):
        own = tmp_path / f"autograder-{len(list(tmp_path.iterdir()))}"
        for name in ("submission", "results"):
            own.joinpath(name).mkdir(parents=True)
        for name in ("source", "grader"):
            own.joinpath(name).symlink_to(root / name)
        about = {"id": number, "users": [{"name": "Anna"}]}
        own.joinpath("submission_metadata.json").write_text(json.dumps(about))
        for name, text in files.items():
            file = own / "submission" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        script = own / "source/run_autograder"
        told = {"AUTOGRADER_ROOT": str(own), **environment}
        done = place.run(f"bash '{script}'", own, **told)
        assert done.returncode == 0, done.stdout
        return read(own), done.stdout, own

    return start


def notebook(*cells):
    """Return a notebook with these cells of code."""
    made = [nbformat.v4.new_code_cell(cell) for cell in cells]
    return nbformat.writes(nbformat.v4.new_notebook(cells=made))


def test_setup(image):
    """Setting up installs the grader that is in the zip, and shows the walls."""
    root, place, said = image
    assert "apt-get install -y -qq --no-install-recommends bubblewrap" in (
        place.installed
    )
    assert "Behind each wall a guest tried" in said
    done = place.run("./grader/bin/python -P -c 'import grader; print(grader)'", root)
    assert f"{root}/grader/lib" in done.stdout


def test_old_image(image, tmp_path):
    """An image without a newer Python gets one, or a sentence."""
    root = image[0]
    place = Machine(tmp_path, AUTOGRADER_ROOT=str(tmp_path))
    pythons(place, {})
    done = place.run(f"bash '{root}/source/setup.sh'", tmp_path)
    assert done.returncode == 1
    assert "The grader needs Python 3.11 or later: choose a newer" in done.stdout
    tried = [line.split()[-1] for line in place.installed.splitlines()]
    assert tried == ["-qq", "bubblewrap", "python3.12-venv", "python3.11-venv"]


def test_right(container):
    """A right answer has its points; one that is missing is named."""
    found, said, _ = container({"L1.py": RIGHT})
    assert (found["score"], total(found)) == (10, 20)
    assert found["output"] == "1 of 2 exercises passed."
    outputs = {test["name"]: test["output"] for test in found["tests"]}
    assert "submission does not define `softmax`." in outputs["softmax"]
    assert found["extra_data"]["submission"] == "7"
    assert said == ""


def test_same_again(container):
    """The same submission gets the same inputs again, another one others."""
    first, second = (container({"L1.py": RIGHT})[0] for _ in range(2))
    other = container({"L1.py": RIGHT}, number=8)[0]
    for one in (first, second):
        del one["execution_time"]
    assert first == second
    assert other["extra_data"]["seed"] != first["extra_data"]["seed"]


def test_wrong_name(container):
    """An answer is found in a file of any name, and in a folder."""
    found, _, _ = container({"my work (1)/ünfinished.py": RIGHT + SOFTMAX})
    assert found["score"] == 20


def test_nothing_of_use(container):
    """A submission without an answer has no points, and is told why."""
    found, _, _ = container({"notes.txt": "hello", "pic.png": b"\x89PNG\0"})
    assert (found["score"], total(found)) == (0, 20)
    assert "does not define `L1`" in json.dumps(found)
    assert container({})[0]["score"] == 0


def test_zip_of_notebooks(container, tmp_path):
    """A zip with two notebooks is a submission like any other."""
    file = tmp_path / "work.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/one.ipynb", notebook("%matplotlib inline", RIGHT))
        archive.writestr("a/two.ipynb", notebook("print(undefined)", SOFTMAX))
    found, _, _ = container({"work.zip": file.read_bytes(), ".DS_Store": b"\0"})
    assert found["score"] == 20


def test_broken_zip(container):
    """A zip that is none is told to the student, with the reason."""
    found, said, _ = container({"work.zip": b"PK\3\4 and no more"})
    assert found["score"] == 0
    assert found["output"].startswith("submission/work.zip ")
    assert "grader itself failed" not in found["output"]
    assert "submission/work.zip" in said


@pytest.mark.parametrize("wall", ["best", "landlock"])
def test_hostile(container, image, wall, tmp_path):
    """Student code reads no solution and writes no points, whichever wall stands."""
    root = image[0]
    places = [
        str(root / "source/course/solutions/numpy_basics/L1.py"),
        str(root / "results/results.json"),
        "/autograder/results/results.json",
        "results/results.json",
    ]
    more = {}
    if wall == "landlock":
        # As in a container that refuses bubblewrap.
        refusing = tmp_path / "refusing"
        refusing.mkdir()
        refusing.joinpath("bwrap").write_text("#!/bin/sh\nexit 1\n")
        refusing.joinpath("bwrap").chmod(0o755)
        more = {"PATH": f"{refusing}:{image[1].environment['PATH']}"}
    text = HOSTILE.format(places=places)
    found, _, _ = container({"L1.py": text, "softmax.py": SOFTMAX}, **more)
    assert found["score"] == 10
    said = json.dumps(found)
    assert "kept out: " in said
    assert "was read" not in said
    assert "BEGIN SOLUTION" not in said
    isolation = found["extra_data"]["isolation"]
    assert isolation.startswith("landlock" if wall == "landlock" else "bubblewrap")


def test_time_is_up(container):
    """What takes too long ends before Gradescope ends it, and says so."""
    found, said, _ = container({"L1.py": ENDLESS}, AUTOGRADER_SECONDS="1")
    assert (found["score"], found["tests"]) == (0, [])
    assert found["output"].startswith("The autograder ran out of time")
    assert "Interrupted." in said


def test_killed(image, tmp_path):
    """Killed at any moment, it leaves a document, and no process behind."""
    root, place, _ = image
    own = tmp_path / "autograder"
    for name in ("submission", "results"):
        own.joinpath(name).mkdir(parents=True)
    for name in ("source", "grader"):
        own.joinpath(name).symlink_to(root / name)
    own.joinpath("submission/L1.py").write_text(ENDLESS)
    with subprocess.Popen(
        [shutil.which("bash"), own / "source/run_autograder"],
        cwd=own,
        env=place.environment | {"AUTOGRADER_ROOT": str(own)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        started = psutil.Process(running.pid)
        end = time.monotonic() + LIMIT
        # The script, the clock, the grader, and a guest of it.
        while len(started.children(recursive=True)) < 4:
            assert time.monotonic() < end, "it did not start"
            time.sleep(0.01)
        family = started.children(recursive=True)
        for one in (started, *family[:2]):
            one.send_signal(signal.SIGKILL)
    _, alive = psutil.wait_procs(family, timeout=LIMIT)
    assert not alive
    found = read(own)
    assert found["score"] == 0
    assert found["output"].startswith("The autograder broke off")


@pytest.mark.parametrize("gone", ["grader", "source/course", "source/autograder.json"])
def test_broken_image(image, tmp_path, gone):
    """An image that is broken gives a document that blames nobody."""
    root, place, _ = image
    own = tmp_path / "autograder"
    own.joinpath("submission").mkdir(parents=True)
    own.joinpath("submission/L1.py").write_text(RIGHT)
    shutil.copytree(root / "source", own / "source")
    own.joinpath("grader").symlink_to(root / "grader")
    target = own / gone
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink()
    told = {"AUTOGRADER_ROOT": str(own)}
    done = place.run("bash source/run_autograder", own, **told)
    assert done.returncode == 0
    assert done.stdout
    assert read(own)["score"] == 0


@pytest.fixture
def handed(image, tmp_path, monkeypatch):
    """Return a folder in which the autograder can be run in this process."""
    root = image[0]
    own = tmp_path / "autograder"
    for name in ("submission", "results"):
        own.joinpath(name).mkdir(parents=True)
    own.joinpath("source").symlink_to(root / "source")
    own.joinpath("submission/L1.py").write_text(RIGHT)
    monkeypatch.chdir(tmp_path)
    return own


def test_no_wall(handed, monkeypatch, capsys):
    """Without a wall of the kernel, strict refuses, and the document says so."""
    monkeypatch.setattr(launcher, "_is_there", lambda _wall: False)
    assert autograder.main(handed) == Exit.GRADER
    found = read(handed)
    assert found["output"].startswith(
        "The grader itself failed. This is not your code. The sandbox did not start"
    )
    assert "bubblewrap" in capsys.readouterr().err


@pytest.mark.parametrize("text", [None, "", "[]", "{", '{"users": []}', "\0"])
def test_metadata(handed, text):
    """A submission that Gradescope tells nothing of is judged all the same."""
    if text is not None:
        handed.joinpath("submission_metadata.json").write_text(text)
    assert autograder.main(handed) == Exit.STUDENT
    found = read(handed)
    assert (found["score"], found["extra_data"]["submission"]) == (10, "")


def test_no_submission(handed):
    """A submission that is not there is told."""
    shutil.rmtree(handed / "submission")
    assert autograder.main(handed) == Exit.USAGE
    assert read(handed)["output"] == "No file submission."

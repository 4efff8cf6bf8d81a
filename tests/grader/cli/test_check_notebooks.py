"""`grader check --file` on notebooks: screens, records, folders and zips."""

import json
import shutil

import jsonschema
import pytest
from handed import notebook

from grader.render.json import schema

IMPORT = ("code", "import numpy as np")
SOFTMAX = """\
def softmax(x):
    e = np.exp(x - x.max(1)[:, None])
    return e / e.sum(1)[:, None]
"""
LOOP = """\
def L1(yhat, y):
    total = 0
    for a, b in zip(yhat, y):
        total += abs(a - b)
    return total
"""
SCREENS = {
    "L1": (
        LOOP,
        1,
        ["L1   cell 3, line 1 of work.ipynb",
         "! explicit-loop   cell 3, line 3 of work.ipynb",
         "  3 |     for a, b in zip(yhat, y):",
         "Next: replace the loop in cell 3, line 3 of work.ipynb,"],
    ),
    "L2": (
        "def L2(yhat, y):\n    return np.summ(y)",
        1,
        ["   2 | return np.summ(y)", "Cell 3, line 2: `numpy` has no `summ`",
         "Next: look at cell 3, line 2 of work.ipynb,"],
    ),
    "softmax": (
        "def softmax(x):\n    return x",
        1,
        ["Next: look at cell 3, line 1 of work.ipynb,"],
    ),
    "sigmoid": (
        "%%time\nfrom scipy.special import expit\ndef sigmoid(x):\n    return expit(x)",
        1,
        ["✗ sigmoid   not run   cell 3, line 3 of work.ipynb",
         "✗ import-not-allowed   cell 3, line 2 of work.ipynb",
         "  2 | from scipy.special import expit",
         "Next: do without the import in cell 3, line 2 of work.ipynb,"],
    ),
    "basic_sigmoid": (
        "def basic_sigmoid(x):\n    return 1 / (1 + np.exp(-x)\n",
        2,
        ["✗ basic_sigmoid   unreadable   cell 3, line 2 of work.ipynb",
         "work.ipynb, cell 3, line 2: it is not valid Python:",
         "Next: mend cell 3, line 2 of work.ipynb,"],
    ),
    "image2vector": (
        "# mine\ndef image2vector(image):\n    v = None\n    return v",
        1,
        ["· image2vector   not started   cell 3, line 2 of work.ipynb",
         "Next: write image2vector in cell 3, line 2 of work.ipynb,"],
    ),
    "normalize_rows": (
        "k = load()\ndef normalize_rows(x):\n    return x / k",
        1,
        ["Cell 3, line 3: `k` is a variable of the notebook, not a parameter:",
         "! outside-variable   cell 3, line 1 of work.ipynb",
         "Next: look at cell 3, line 3 of work.ipynb,"],
    ),
}  # fmt: skip


def one(text):
    """Return a notebook whose third cell has this text."""
    return notebook([IMPORT, ("markdown", "# Work"), ("code", text)])


@pytest.mark.parametrize("name", SCREENS)
def test_screens(course, inside, name):
    """Every place on the screen is a cell and a line in it, up to the next action."""
    text, code, lines = SCREENS[name]
    course.joinpath("work.ipynb").write_bytes(one(text))
    done = inside("check", name, "--file", "work.ipynb", "--seed", 7)
    assert done.returncode == code
    said = " ".join(done.stdout.split())
    for line in lines:
        assert " ".join(line.split()) in said
    assert f"grader check {name} --file work.ipynb" in done.stdout.split("\n")[-2]


def test_record(course, inside):
    """In the record a finding has its cell, and the line within it."""
    course.joinpath("work.ipynb").write_bytes(one(LOOP + SOFTMAX))
    done = inside("check", "--file", "work.ipynb", "--seed", 7, "--format", "json")
    result = json.loads(done.stdout)
    jsonschema.validate(result, schema())
    assert result["submission"]["id"] == "work"
    softmax, loss = result["exercises"]
    assert (softmax["name"], softmax["status"]) == ("softmax", "passed")
    assert softmax["findings"] == []
    places = {(one["cell"], one["line"], one["end_line"]) for one in loss["findings"]}
    assert places == {(3, 3, 4)}
    assert loss["message"].startswith("Every value is right, but see cell 3, line 3: ")


def solved(path):
    """Return an assignment's notebook with the answer to softmax in its cell."""
    table = json.loads(path.read_text("utf-8"))
    for cell in table["cells"]:
        if "def softmax(x):" in "".join(cell["source"]):
            cell["source"] = f"import numpy as np\n{SOFTMAX}"
    return json.dumps(table)


def statuses(done):
    """Return the statuses in a record by name, and where softmax was found."""
    result = json.loads(done.stdout)["exercises"]
    return {one["name"]: one["status"] for one in result}


def test_the_assignments_own_notebook(course, inside, tmp_path):
    """In the notebook of an assignment what is answered counts, not the stubs beside.

    That holds for the folder and its zip, and the other way round.
    """
    book = course / "exercises" / "numpy_basics" / "numpy_basics.ipynb"
    asked = ("sigmoid", "softmax", "L1")
    words = ("--seed", 7, "--format", "json")
    before = statuses(inside("check", *asked, "--file", "exercises", *words))
    assert before == dict.fromkeys(asked, "not_started")
    book.write_text(solved(book), "utf-8")
    stub = course / "exercises" / "numpy_basics" / "sigmoid.py"
    stub.write_text("import numpy as np\ndef sigmoid(x): return 1 / (1 + np.exp(-x))")
    expected = {"sigmoid": "passed", "softmax": "passed", "L1": "not_started"}
    packed = shutil.make_archive(str(tmp_path / "work"), "zip", course, "exercises")
    for file in ("exercises", packed):
        assert statuses(inside("check", *asked, "--file", file, *words)) == expected
    alone = inside("check", "softmax", "sigmoid", "--file", book, *words)
    assert statuses(alone) == {"softmax": "passed", "sigmoid": "not_started"}


def test_two_answers(course, inside):
    """A notebook and a file that both answer are named, and none is chosen."""
    folder = course / "alice"
    folder.joinpath(".ipynb_checkpoints").mkdir(parents=True)
    for name in ("a.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb"):
        folder.joinpath(name).write_bytes(one(SOFTMAX))
    done = inside("check", "softmax", "--file", "alice", "--seed", 7)
    assert done.returncode == 0
    folder.joinpath("b.py").write_text(f"import numpy as np\n{SOFTMAX}\n")
    done = inside("check", "softmax", "--file", "alice", "--seed", 7)
    assert done.returncode == 2
    said = " ".join(done.stdout.split())
    assert "`softmax` could be taken from alice/a.ipynb or alice/b.py;" in said
    folder.joinpath("softmax.py").write_text("def softmax(x): return x\n")
    assert inside("check", "softmax", "--file", "alice", "--seed", 7).returncode == 1


HOSTILE = {
    "deep": (b"[" * 200_000, "is nested too deep to be a notebook."),
    "a million lines": (one("\n" * 1_000_000), "holds more than 128 KB of code."),
    "many cells": (
        notebook([("code", "x")] * 11_000, "bare"),
        "more than 10,000 cells.",
    ),
    "a page": (b"<html>", "is a web page and no notebook, whatever its name."),
    "NUL": (b"\0" * 10_000, "line 1: it is broken JSON: Expecting value."),
    "escapes": (
        b'{"cells": [], "metadata": {"kernelspec": {"language": "\\u001b[2J"}}}',
        "is a notebook for another language: its kernel is [2J.",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile(course, run, what):
    """What is no notebook is refused with one sentence, whatever it was made for."""
    data, said = HOSTILE[what]
    course.joinpath("work.ipynb").write_bytes(data)
    done = run("check", "softmax", "--file", "work.ipynb")
    assert done.returncode == 2
    assert said in done.stderr
    assert "\x1b" not in done.stderr


def test_hostile_cells_leave_an_answer(course, run):
    """Cells made to hurt a reader cost themselves, and nothing of them is run."""
    mark = course / "was_run"
    cells = ["(" * 8000, "x = " + "-" * 7000 + "1", "'\0'", "'\ud800'", "@a\n" * 900,
             f"!touch {mark}", f"%%bash\ntouch {mark}", f"open({str(mark)!r}, 'w')",
             "%" * 9000, "'''", "import os; os._exit(0)"]  # fmt: skip
    book = notebook([("code", cell) for cell in [*cells, *IMPORT[1:], SOFTMAX, *cells]])
    course.joinpath("work.ipynb").write_bytes(book)
    done = run("check", "--file", "work.ipynb", "--seed", 7)
    assert (done.returncode, done.stdout.startswith("✓ softmax")) == (0, True)
    assert not mark.exists()


def test_other_commands_take_notebooks(course, inside):
    """A race takes its answer from a notebook, and says where it is."""
    course.joinpath("work.ipynb").write_bytes(
        one("def softmax(x):\n    return np.ex(x)")
    )
    done = inside("race", "softmax", "--max-size", 100, "--file", "work.ipynb")
    assert done.returncode == 1
    assert "look at cell 3, line 1 of work.ipynb" in " ".join(done.stdout.split())

"""An exercise is taken from its own path, a file of its name, or where it is."""

import ast
import time

import pytest
from handed import notebook

from grader.submission import cells
from grader.submission.choice import Choice
from grader.submission.contents import File
from grader.submission.files import UnreadableError
from grader.submission.started import is_left

OWN = "exercises/basics/double.py"
SHORT = "basics/double.py"
ANSWER = "def double(x):\n    return 2 * x\n"
BROKEN = "def double(x:\n"


def chosen(files, *names):
    """Return the candidates for `double` among files given as text or fault."""
    made = {
        name: File(name, fault=text)
        if isinstance(text, UnreadableError)
        else File(name, text.encode())
        for name, text in files.items()
    }
    return Choice(made).candidates("basics", names or ("double",))


CHOSEN = {
    "its own path": ({OWN: ANSWER, "double.py": ANSWER}, [OWN]),
    "its own path, in short": ({SHORT: ANSWER, "a/double.py": ANSWER}, [SHORT]),
    "both ways": ({OWN: ANSWER, SHORT: ANSWER}, [SHORT, OWN]),
    "its own path, wrapped": (
        {f"alice/{OWN}": ANSWER, "alice/double.py": ANSWER},
        [f"alice/{OWN}"],
    ),
    "its own path, in short, wrapped": (
        {f"alice/{SHORT}": ANSWER, "alice/double.py": ANSWER},
        [f"alice/{SHORT}"],
    ),
    "no wrapping where there are two": (
        {f"alice/{SHORT}": ANSWER, "bob/double.py": ANSWER},
        [f"alice/{SHORT}", "bob/double.py"],
    ),
    "another's path": ({"exercises/other/double.py": ANSWER, "a.py": ANSWER},
                       ["exercises/other/double.py"]),
    "its name": ({"a/b/double.py": ANSWER, "c.py": ANSWER}, ["a/b/double.py"]),
    "its name twice": ({"a/double.py": ANSWER, "b/double.py": ANSWER},
                       ["a/double.py", "b/double.py"]),
    "a namesake without it": ({"a/double.py": "x = 1\n", "b/double.py": ANSWER},
                              ["b/double.py"]),
    "only namesakes without it": ({"a/double.py": "x = 1\n"}, []),
    "the only file": ({"a.py": ANSWER, "b.py": "def treble(x): ...\n"}, ["a.py"]),
    "two files": ({"b.py": ANSWER, "a.py": "double = 2\n"}, ["a.py", "b.py"]),
    "two files, the same": ({"b.py": ANSWER, "a.py": ANSWER}, ["a.py", "b.py"]),
    "one that imports it": ({"a.py": ANSWER, "b.py": "from a import double\n"},
                            ["a.py"]),
    "only an import": ({"b.py": "from numpy import exp as double\n"}, ["b.py"]),
    "one that calls it": ({"a.py": ANSWER, "b.py": "print(double(2))\n"}, ["a.py"]),
    "one that quotes it": ({"a.py": ANSWER, "b.py": f"'''\n{ANSWER}'''\n"}, ["a.py"]),
    "only one that quotes it": ({"b.py": f"'''\n{ANSWER}'''\n"}, []),
    "a name in other letters": ({"a.py": ANSWER.replace("e(", "\uff45(")}, ["a.py"]),
    "its own path without it": ({OWN: "x = 1\n", "a.py": ANSWER}, ["a.py"]),
    "nothing but its own path": ({OWN: "x = 1\n", "a.py": "y = 1\n"}, [OWN]),
    "nothing": ({"a.py": "y = 1\n"}, []),
    "no file": ({}, []),
    "a file without a suffix": ({"answer": ANSWER}, ["answer"]),
    "broken at its own path": ({OWN: BROKEN, "double.py": ANSWER}, [OWN]),
    "broken, of its name": ({"double.py": BROKEN, "a.py": ANSWER}, ["double.py"]),
    "broken, of its name, and another": (
        {"a/double.py": BROKEN, "b/double.py": ANSWER},
        ["a/double.py", "b/double.py"],
    ),
    "broken, elsewhere": ({"a.py": BROKEN, "b.py": ANSWER}, ["b.py"]),
    "only broken": ({"a.py": BROKEN, "b.py": "def (\n"}, ["a.py"]),
    "only broken, and only calls it": ({"a.py": "print(double(2)\n"}, []),
    "a fault at its own path": ({OWN: UnreadableError("x"), "a.py": ANSWER}, [OWN]),
    "a fault elsewhere": ({"b.py": UnreadableError("x"), "a.py": ANSWER}, ["a.py"]),
    "a fault on the way": ({"exercises": UnreadableError("x"), "a.py": ANSWER},
                           ["exercises"]),
    "a fault aside": ({"exercises/other": UnreadableError("x"), "a.py": ANSWER},
                      ["a.py"]),
}  # fmt: skip


@pytest.mark.parametrize("what", CHOSEN)
def test_candidates(what):
    """The first of: own path, name, definition, that has any gives all that it has."""
    files, expected = CHOSEN[what]
    assert chosen(files) == expected
    backwards = dict(reversed(files.items()))
    assert chosen(backwards) == expected


BOOK = notebook([("code", ANSWER)]).decode()
BLANK = "def double(x):\n    ...\n"
BLANK_BOOK = notebook([("code", BLANK)]).decode()
STARTED = {
    "a notebook": ({"w.ipynb": BOOK}, ["w.ipynb"]),
    "a notebook of its name": ({"double.ipynb": BOOK, "b.py": ANSWER},
                               ["double.ipynb"]),
    "a notebook and a file": ({"w.ipynb": BOOK, "a.py": ANSWER}, ["a.py", "w.ipynb"]),
    "a notebook and a file of its name": ({"w.ipynb": BOOK, "double.py": ANSWER},
                                          ["double.py"]),
    "two notebooks": ({"w.ipynb": BOOK, "v.ipynb": BOOK}, ["v.ipynb", "w.ipynb"]),
    "a stub at its own path": ({OWN: BLANK, "w.ipynb": BOOK}, ["w.ipynb"]),
    "a notebook of stubs": ({OWN: ANSWER, "w.ipynb": BLANK_BOOK}, [OWN]),
    "a stub of its name": ({"double.py": BLANK, "a.py": ANSWER}, ["a.py"]),
    "two started below a stub": ({OWN: BLANK, "w.ipynb": BOOK, "v.ipynb": BOOK},
                                 ["v.ipynb", "w.ipynb"]),
    "one of two is started": ({"w.ipynb": BOOK, "v.ipynb": BLANK_BOOK}, ["w.ipynb"]),
    "nothing is started": ({OWN: BLANK, "w.ipynb": BLANK_BOOK}, [OWN]),
    "no file of its own is started": ({"a.py": BLANK, "w.ipynb": BLANK_BOOK},
                                      ["a.py", "w.ipynb"]),
    "its own path without it": ({OWN: "x = 1\n", "w.ipynb": BLANK_BOOK}, ["w.ipynb"]),
    "a broken file beside a stub": ({OWN: BLANK, "a.py": BROKEN}, ["a.py"]),
    "broken at its own path": ({OWN: BROKEN, "w.ipynb": BOOK}, [OWN]),
    "a broken definition in a notebook": (
        {"w.ipynb": notebook([("code", BROKEN), ("code", "x = 1")]).decode()},
        ["w.ipynb"],
    ),
    "a notebook that is none": ({"w.ipynb": "{}", "a.py": ANSWER}, ["a.py"]),
    "a value of its name": (
        {"w.ipynb": notebook([("code", "double = 2")]).decode(), "a.py": ANSWER},
        ["a.py"],
    ),
    "an import of its name": (
        {"w.ipynb": notebook([("code", "from lr_utils import double")]).decode()}, [],
    ),
    "letters written as numbers": (
        {"w.ipynb": BOOK.replace("double", "\\u0064ouble")}, ["w.ipynb"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", STARTED)
def test_what_is_started_comes_before_stubs(what):
    """A candidate that is still the stub gives way to one that is started."""
    files, expected = STARTED[what]
    shipped = ast.parse(BLANK).body[0]
    for order in (files, dict(reversed(files.items()))):
        made = {name: File(name, text.encode()) for name, text in order.items()}
        choice = Choice(made, lambda source, names: is_left(source, names, shipped))
        assert choice.candidates("basics", ("double",)) == expected


def test_an_alias_is_as_good_as_the_name():
    """A file of an alias's name, or one that defines the alias, is a candidate."""
    text = "def twice(x):\n    return 2 * x\n"
    assert chosen({"a/twice.py": text, "b.py": text}, "double", "twice") == [
        "a/twice.py"
    ]
    assert chosen({"b.py": text}, "double", "twice") == ["b.py"]


@pytest.mark.parametrize("top", ["", "alice/"])
@pytest.mark.parametrize("folder", ["exercises", "exercises/basics", "basics"])
def test_a_folder_on_the_way_that_cannot_be_read(folder, top):
    """What stands where the exercise's folder belongs may be what is meant."""
    fault = UnreadableError("is a link that leads out of here")
    files = {f"{top}{folder}": fault, f"{top}a/b.py": "def treble(x): ...\n"}
    assert chosen(files) == [f"{top}{folder}"]


def test_links_to_one_file_are_one():
    """What two names lead to is one candidate, and what it leads to decides."""
    data = ANSWER.encode()
    files = {"a/double.py": File("c.py", data), "double.py": File("c.py", data)}
    assert len(Choice(files).candidates("basics", ("double",))) == 1
    files["c.py"] = File("c.py", data)
    assert len(Choice(files).candidates("basics", ("double",))) == 1


def test_a_file_is_parsed_once_for_all_exercises(monkeypatch):
    """However many exercises are looked for, a file is not parsed anew for each."""
    parsed = []
    parse = Choice.source.__globals__["parse"]
    monkeypatch.setitem(
        Choice.source.__globals__,
        "parse",
        lambda data, label: parsed.append(label) or parse(data, label),
    )
    text = "".join(f"def f{number}(x):\n    return x\n" for number in range(50))
    choice = Choice({"a.py": File("a.py", text.encode()),
                     "b.py": File("b.py", b"f1 = f2 = (\n")})  # fmt: skip
    for number in range(50):
        assert choice.candidates("basics", (f"f{number}",)) == ["a.py"]
    assert sorted(parsed) == ["a.py", "b.py"]


def test_faults_are_told_sources_first():
    """Of several files that cannot be read, the sources come first, in order."""
    notebook = UnreadableError("is a notebook")
    files = {"a.ipynb": File("a.ipynb", fault=notebook), "c.py": File("c.py", b"("),
             "b.py": File("b.py", b"\0"), "d.py": File("d.py", b"x = 1\n")}  # fmt: skip
    assert [name for name, _ in Choice(files).faults()] == ["b.py", "c.py", "a.ipynb"]


def test_large_files_that_do_not_matter_are_not_parsed():
    """A file in which no name occurs costs nothing."""
    files = {"a.py": File("a.py", ANSWER.encode()),
             "b.py": File("b.py", b"[0, 0, 0]\n" * 100_000)}  # fmt: skip
    start = time.monotonic()
    assert Choice(files).candidates("basics", ("double",)) == ["a.py"]
    assert time.monotonic() - start < 0.5


def test_a_notebook_is_read_once_for_all_exercises(monkeypatch):
    """However many exercises are looked for, a notebook is not read anew for each."""
    read = []
    parse = cells.parse
    monkeypatch.setattr(
        cells, "parse", lambda data, label: read.append(label) or parse(data, label)
    )
    text = "".join(f"def f{number}(x):\n    return x\n" for number in range(50))
    books = {name: File(name, notebook([("code", text)])) for name in ("a.ipynb",)}
    books["b.ipynb"] = File("b.ipynb", notebook([("code", "x = 1")]))
    choice = Choice(books, lambda source, names: is_left(source, names, None))
    for number in range(60):
        expected = ["a.ipynb"] if number < 50 else []
        assert choice.candidates("basics", (f"f{number}",)) == expected
    assert sorted(read) == ["a.ipynb", "b.ipynb"]

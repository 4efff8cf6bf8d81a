"""No kit gives away what is kept from students, and no kit is accused in vain."""

import json
from pathlib import Path

import pytest

from grader.author.kit import contents
from grader.author.leaks import leaks
from grader.author.secrets import Kind, secrets, squeeze
from grader.author.unseen import unseen
from grader.course import find_root, load

STUB = "exercises/basics/double.py"


@pytest.fixture(scope="module")
def real():
    """Return the bundled course."""
    return load(find_root(Path(__file__).parent))


@pytest.fixture(scope="module")
def files(real):
    """Return the files of the bundled course's kit."""
    return contents(real, unseen(real)).files


@pytest.fixture
def find(small):
    """Return a function that finds what leaks into the kit of the small course."""

    def run(**extra):
        course = small()
        files = contents(course, {}).files
        for name, text in extra.items():
            files[name.replace("__", "/")] = text.encode()
        return leaks(course, files, secrets(course))

    return run


def where(found):
    """Return each leak's place in the kit, and of what kind it is."""
    return [(leak.path, leak.line, leak.kind) for leak in found]


def test_the_bundled_kit_gives_nothing_away(real, files):
    """The kit of the bundled course passes its own search."""
    kept = secrets(real)
    assert leaks(real, files, kept) == []
    kinds = {block.kind for block in kept.blocks}
    assert kinds == set(Kind)
    assert len(kept.blocks) > 500


def test_no_line_of_an_answer_is_in_the_bundled_kit(real, files):
    """No line of a marked region is in a stub or a case, but what statements show.

    That an exception is raised, and how `propagate` is called, is part of a contract.
    Lines of fewer than twelve letters (`m = X.shape[1]`) say nothing by themselves;
    hints are meant to be read.
    """
    lines = {
        line
        for path, data in files.items()
        if path.endswith((".py", ".md"))
        for line in map(squeeze, data.decode().splitlines())
    }
    answers = {
        line
        for block in secrets(real).blocks
        if block.kind is Kind.SOLUTION
        for _, line in block.lines
    }
    assert len(answers) > 80
    shown = {one for one in answers if any(one in line for line in lines)}
    assert shown <= {
        squeeze('raise ValueError("expected an array of rank 1")'),
        squeeze("grads, cost = propagate(w, b, X, Y)"),
        squeeze("w, b, w_history, b_history, losses"),
        squeeze("for i in range(m):"),
        # Formulas: of one neuron, and of the update of gradient descent.
        squeeze("a = sigmoid(z)"),
        squeeze("w = w - learning_rate * dw"),
        squeeze("b = b - learning_rate * db"),
    }


def test_no_folder_of_the_instructor_is_in_the_bundled_kit(files):
    """A kit holds files of exercises, visible cases and data alone."""
    tops = {path.partition("/")[0] for path in files if "/" in path}
    assert tops == {".vscode", "exercises", "tests", "data"}
    tests = {path.split("/")[1] for path in files if path.startswith("tests/")}
    assert tests == {"visible"}


def test_no_name_of_a_wrong_answer_is_in_the_bundled_kit(real, files):
    """No byte of the kit is the name or the sentence of a known wrong answer."""
    everything = b"\n".join(files.values())
    words = [word for word in secrets(real).words if word.kind is Kind.MISCONCEPTION]
    assert len(words) > 200
    assert [word for word in words if word.text.encode() in everything] == []


def test_the_small_kit_gives_nothing_away(find):
    """A course whose statement shows no more than it should is not accused."""
    assert find() == []


LEAKS = {
    "the answer in a docstring": (
        "solutions/basics/double.py",
        ("Return twice x.", "Return halves + halves + halves"),
        (STUB, 5, Kind.SOLUTION),
    ),
    "the answer in a doctest": (
        "solutions/basics/double.py",
        ("Return twice x.", "\n    >>> halves=numpy_twice(x)*0.5\n    "),
        (STUB, 6, Kind.SOLUTION),
    ),
    "the answer in a visible case": (
        "tests/visible/basics/test_double.py",
        ("agree(double(3), 6)", "halves = 3\n    agree(3, halves + halves + halves)"),
        ("tests/visible/basics/test_double.py", 7, Kind.SOLUTION),
    ),
    "a comment in course.toml": (
        "exercises/course.toml",
        ("[[assignments]]", "# return halves + halves + halves\n[[assignments]]"),
        ("exercises/course.toml", 2, Kind.SOLUTION),
    ),
    "an answer in the data": (
        "data/README.md",
        ("# Data", "# Data\n\n    halves = numpy_twice(x) * 0.5"),
        ("data/README.md", 3, Kind.SOLUTION),
    ),
    "three lines in a row": (
        "solutions/basics/mean.py",
        (
            "# The middle",
            (
                "# The middle\ntotal = total + sum(x.tolist())\n\n"
                "count = number_of_all_values(x)\ntotal = total / max(count, 1)\n"
            ),
        ),
        ("exercises/basics/mean.py", 2, Kind.SOLUTION),
    ),
    "the name of a wrong answer": (
        "data/README.md",
        ("# Data", "# Data\nSome adds_two_instead."),
        ("data/README.md", 2, Kind.MISCONCEPTION),
    ),
    "the sentence of a wrong answer, wrapped": (
        "data/README.md",
        (
            "# Data",
            (
                "# Data\nThis is what you get\nwhen two is added instead of\n"
                "multiplied with."
            ),
        ),
        ("data/README.md", 2, Kind.MISCONCEPTION),
    ),
    "the body of a wrong answer": (
        "data/README.md",
        ("# Data", "# Data\nsomething = x+2.0"),
        ("data/README.md", 2, Kind.MISCONCEPTION),
    ),
    "the name of a hidden case": (
        "data/README.md",
        ("# Data", "# Data\nSee test_secret_number."),
        ("data/README.md", 2, Kind.HIDDEN),
    ),
    "the promise of a hidden case": (
        "data/README.md",
        ("# Data", "# Data\nThere is a number that is nobody's business."),
        ("data/README.md", 2, Kind.HIDDEN),
    ),
    "an expected value": (
        "tests/visible/basics/test_double.py",
        ("agree(double(3), 6)", "agree(double(3), 6)\n    # 1.6829419696"),
        None,
    ),
    "an expected value in the data": (
        "data/README.md",
        ("# Data", "# Data\nThe answer is 1.6829419696."),
        ("data/README.md", 2, Kind.HIDDEN),
    ),
    "the version with a loop": (
        "data/README.md",
        (
            "# Data",
            (
                "# Data\nresult = x.copy()\nfor i in range(len(x)):\n"
                "    result[i] = 2 * x[i]"
            ),
        ),
        ("data/README.md", 2, Kind.SLOW),
    ),
}


@pytest.mark.parametrize("what", LEAKS)
def test_leak(find, put, root, what):
    """What is given away is found, with its file and its line."""
    name, (old, new), place = LEAKS[what]
    text = root.joinpath(name).read_text("utf-8")
    assert old in text
    put(name, text.replace(old, new, 1))
    # What a visible case says is the students': a number in it is no secret.
    assert where(find())[:1] == ([] if place is None else [place])


def test_leaks_name_their_source(find, put):
    """A leak names the line of the instructor's that it comes from."""
    put("data/README.md", "adds_two_instead")
    (leak,) = find()
    source = (leak.source, leak.source_line)
    assert source == ("tests/misconceptions/basics/double.py", 1)


def test_two_lines_of_many_are_no_leak(find, put, root):
    """A statement may show a line of a longer answer as its formula."""
    text = root.joinpath("solutions/basics/mean.py").read_text("utf-8")
    shown = text.replace("# The middle", "# The middle\ntotal = total / max(count, 1)")
    put("solutions/basics/mean.py", shown)
    assert find() == []


def test_hints_may_show_the_answer(find, put, root):
    """A hint is meant to be read, also if it is a line of the answer."""
    text = root.joinpath("exercises/course.toml").read_text("utf-8")
    line = "halves = numpy_twice(x) * 0.5"
    put("exercises/course.toml", text.replace("Multiply.", line))
    assert find() == []


def test_hints_may_show_the_answer_in_other_languages(find, put, root):
    """So is what a hint is in Chinese; what a hidden case promises there is not."""
    text = root.joinpath("exercises/course.toml").read_text("utf-8")
    put("exercises/course.toml", 'languages = ["zh"]\n' + text)
    line = "halves = numpy_twice(x) * 0.5"
    chinese = f'[[texts]]\ntext = "Multiply."\nzh = "写成 {line}"\n'
    put("exercises/basics/zh/double.toml", chinese)
    assert find() == []
    promise = "对于很大的数值，结果仍然是有限的两倍"
    pair = f'[[texts]]\ntext = "stays finite for large numbers"\nzh = "{promise}"\n'
    put("exercises/basics/zh/double.toml", chinese + pair)
    assert find() == []
    said = {"exercises__README.md": promise}
    assert [leak.kind for leak in find(**said)] == [Kind.HIDDEN]


SOURCE = ["halves = numpy_twice(x) * 0.5\n", "return halves + halves + halves"]


@pytest.mark.parametrize(
    "notebook",
    [
        {"cells": [{"cell_type": "code", "source": SOURCE}]},
        {"cells": [{"source": [], "outputs": [{"text": "".join(SOURCE)}]}]},
        {"cells": [], "metadata": {"grader": {"deep": [{"answer": SOURCE[1]}]}}},
        {"cells": [{"outputs": [{"data": {"text/html": ["<b>", *SOURCE]}}]}]},
    ],
)
def test_notebooks_are_read_to_the_bottom(find, notebook):
    """Sources, outputs and metadata of a notebook are searched, escapes and all."""
    found = find(**{"exercises__basics__basics.ipynb": json.dumps(notebook)})
    assert {leak.kind for leak in found} == {Kind.SOLUTION}


@pytest.mark.parametrize("text", ["{", '"' + "\\ud800" + '"', "[" * 100_000])
def test_notebooks_that_are_none(find, text):
    """What is no JSON is searched as text."""
    assert find(**{"data__a.ipynb": text}) == []
    assert find(**{"data__a.ipynb": text + "\n" + SOURCE[1]}) != []


def test_answers_among_bytes(small):
    """An answer within a file of arrays is found as well."""
    course = small()
    data = b"\x89HDF\0\xff" + "".join(SOURCE).encode() + b"\0\1"
    found = leaks(course, {"data/a.h5": data}, secrets(course))
    assert [leak.kind for leak in found] == [Kind.SOLUTION]

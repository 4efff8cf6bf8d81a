"""The files of a new exercise, whole but for the places marked to be filled in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from grader.author.marks import MARK

HINTS = (
    f"{MARK} what to think about",
    f"{MARK} which function, or which axis",
    f"{MARK} the shape of the line, with gaps: return np.____(x)",
)
MISTAKES = ("first_mistake", "second_mistake", "third_mistake")
_WORDS = ("agree", "has_dtype", "numbers", "refuses", "same_work")
_SIZES = ("size", "count", "length")


class Shape(NamedTuple):
    """What is known of a new exercise: its name and what its function takes.

    `parameters` stands between the brackets of its definition, `names` are those of
    its arguments.
    """

    name: str
    parameters: str
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """The name in words."""
        return self.name.replace("_", " ").capitalize()

    @property
    def call(self) -> str:
        """The function called with its arguments by name."""
        return f"{self.name}({', '.join(self.names)})"


def files(shape: Shape, assignment: str, *, slow: bool = False) -> dict[str, str]:
    """Return the texts of a new exercise's files by their paths in the course."""
    name = shape.name
    texts = {
        f"solutions/{assignment}/{name}.py": solution(shape),
        f"tests/visible/{assignment}/test_{name}.py": visible(shape),
        f"tests/hidden/{assignment}/test_{name}.py": hidden(shape),
        f"tests/misconceptions/{assignment}/{name}.py": misconceptions(shape),
    }
    if slow:
        texts[f"tests/slow/{assignment}/{name}.py"] = with_loop(shape)
    return texts


def solution(shape: Shape) -> str:
    """Return the text of a solution."""
    arguments = [f"    {name} -- {MARK} what it is, its shape" for name in shape.names]
    about = ["    Arguments:", *arguments, ""] if arguments else []
    given = ", ".join(["np.array([1.0, 2.0, 3.0])"] * len(shape.names))
    lines = [
        f'"""# {shape.title}',
        "",
        f"{MARK} the statement: what it is for, the formula, an example worked by hand",
        '"""',
        "",
        "import numpy as np",
        "",
        "",
        f"def {shape.name}({shape.parameters}):",
        f'    """{MARK} one sentence: Return ...',
        "",
        *about,
        "    Returns:",
        f"    {MARK} what comes back, its shape",
        "",
        f"    {MARK} the numbers of the example, as in the visible case",
        f"    >>> {shape.name}({given})",
        "    array([1., 2., 3.])",
        '    """',
        "    ### BEGIN SOLUTION",
        f"    # {MARK} the solution, in place of the line below",
        "    return None",
        "    ### END SOLUTION",
    ]
    return "\n".join(lines) + "\n"


def visible(shape: Shape) -> str:
    """Return the text of the worked examples."""
    name = shape.name
    lines = [
        f"def test_worked_example({name}):",
        f'    """{MARK} what the example shows, a sentence in the present tense"""',
        f"    # {MARK} the example in literal values, and what it gives",
    ]
    lines += [f"    {given} = np.array([1.0, 2.0, 3.0])" for given in shape.names]
    lines += [f"    agree({shape.call}, np.array([1.0, 2.0, 3.0]))"]
    worked = "\n\n" + "\n".join(lines) + "\n"
    return visible_cases(shape, worked)


def visible_cases(shape: Shape, worked: str, imports: Sequence[str] = ()) -> str:
    """Return the text of worked examples, and of a case that counts steps."""
    about = f"Worked examples of {shape.name}"
    if not shape.names:
        return cases_file(f"{about}.", worked, imports)
    about += ", and a case that counts steps."
    return cases_file(about, worked + _steps(shape), imports)


def hidden(shape: Shape, first: str = "", imports: Sequence[str] = ()) -> str:
    """Return the text of the hidden cases; `first` are cases that come before them."""
    name = shape.name
    if not shape.names:
        value = f"""

def test_value({name}, reference):
    \"\"\"what it returns\"\"\"
    agree({name}(), reference.{name}())
"""
        about = f"Hidden cases of {name}."
        return cases_file(about, first + value + _property(shape), imports)
    sizes = f"""

def test_smallest({name}, reference, rng):
    \"\"\"the smallest input\"\"\"
    given = arguments(rng, 1)
    agree({name}(*given), reference.{name}(*given))


@pytest.mark.parametrize("size", [2, 3, 7])
def test_sizes({name}, reference, rng, size):
    \"\"\"inputs of several sizes\"\"\"
    given = arguments(rng, size)
    agree({name}(*given), reference.{name}(*given))


def test_any_size({name}, reference, rng):
    \"\"\"a larger input of any size\"\"\"
    given = arguments(rng, int(rng.integers(8, 20)))
    agree({name}(*given), reference.{name}(*given))
"""
    about = f"Hidden cases of {name}: fresh inputs, smallest first."
    body = _arguments(shape) + first + sizes + _property(shape)
    return cases_file(about, body, imports)


def cases_file(about: str, body: str, imports: Sequence[str] = ()) -> str:
    """Return a file of cases, importing what they are written with and `imports`."""
    words = [word for word in _WORDS if re.search(rf"\b{word}\(", body)]
    blocks = [f'"""{about}"""']
    if imports:
        blocks.append("\n".join(sorted(imports)))
    heads = [("np", "import numpy as np"), ("pytest", "import pytest")]
    used = [line for word, line in heads if re.search(rf"\b{word}\.", body)]
    if used:
        blocks.append("\n".join(used))
    if words:
        blocks.append(f"from grader.cases import {', '.join(words)}")
    return "\n\n".join(blocks) + "\n" + body


def misconceptions(shape: Shape) -> str:
    """Return the text of the known wrong answers."""
    text = (
        f'"""Wrong answers to {shape.name}, each with the sentence its student reads.'
    )
    text += '"""\n\nimport numpy as np\n'
    for mistake in MISTAKES:
        text += f"""

def {mistake}({shape.parameters}):
    \"\"\"{MARK} the sentence: what was done, and where to look\"\"\"
    # {MARK} the wrong answer, and a name for the function that says what goes wrong
    return None
"""
    return text


def with_loop(shape: Shape) -> str:
    """Return the text of the version with a loop."""
    return f'''"""{shape.title}, right and with a loop."""

import numpy as np


def {shape.name}({shape.parameters}):
    """{MARK} what the loop goes through"""
    # {MARK} a right answer that takes the elements one by one
    return None
'''


def _steps(shape: Shape) -> str:
    """Return the case that calls are counted by; it names no expected value."""
    name = shape.name
    drawn = ", ".join("rng.normal(size=n)" for _ in shape.names)
    return f"""

# {MARK} a case like this for each dimension that a loop could go through
@pytest.mark.steps
def test_elements_take_no_steps({name}, rng):
    \"\"\"takes no more steps for more elements\"\"\"
    # {MARK} how each argument is drawn; n is 12, 3 and 300
    same_work({name}, "element", lambda n: ({drawn},))
"""


def _arguments(shape: Shape) -> str:
    size = next(word for word in (*_SIZES, "n_") if word not in shape.names)
    lines = [
        "",
        "",
        f"def arguments(rng, {size}):",
        f'    """Return the arguments of a call, as large as `{size}` says."""',
        f"    # {MARK} how each is drawn; the calls below take sizes from 1 up",
    ]
    lines += [f"    {name} = rng.normal(size={size})" for name in shape.names]
    values = ", ".join(shape.names)
    lines.append(f"    return {values if len(shape.names) > 1 else f'({values},)'}")
    return "\n".join(lines) + "\n"


def _property(shape: Shape) -> str:
    name = shape.name
    fixtures, given = (f"{name}, rng", "*arguments(rng, 5)")
    if not shape.names:
        fixtures, given = name, ""
    return f"""

def test_property({fixtures}):
    \"\"\"{MARK} what holds of every right answer, such as: every row sums to one\"\"\"
    values = numbers({name}({given}))
    # {MARK} the property, in place of: nothing is below zero
    agree(np.minimum(values, 0), np.zeros_like(values), what="values below zero")
"""

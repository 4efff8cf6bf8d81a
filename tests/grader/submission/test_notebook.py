"""A notebook's cells of code are read; what is no notebook is told in a sentence."""

import json

import pytest
from handed import FORMATS, notebook
from hypothesis import given
from hypothesis import strategies as st

from grader.submission.files import UnreadableError
from grader.submission.notebook import Cell, read

CODE = {"cell_type": "code", "source": "x = 1"}


def made(*cells, **more):
    """Return a notebook with these cells as bytes."""
    return json.dumps({"cells": list(cells), **more}).encode()


def fault(data):
    """Return the sentence that a file of this content is refused with."""
    with pytest.raises(UnreadableError) as caught:
        read(data)
    return caught.value.about("w.ipynb")


@pytest.mark.parametrize("how", FORMATS)
def test_every_version(how):
    """Cells are the same text in every version, with or without what is optional."""
    cells = read(notebook([("markdown", "# a"), ("code", "x = 1\ny = 2")], how))
    assert cells[0] == Cell(2, "x = 1\ny = 2")


def test_cells_of_text_count():
    """A cell's number is its place among all cells, counted from 1."""
    data = made({"cell_type": "markdown", "source": "a"}, CODE, {"cell_type": "raw"},
                CODE)  # fmt: skip
    assert [cell.number for cell in read(data)] == [2, 4]


def test_the_first_version():
    """A notebook of version 1 calls the text of a cell its code."""
    assert read(made({"cell_type": "code", "code": "x"})) == [Cell(1, "x")]


def test_line_ends_and_lone_surrogates():
    """Lines end as in Python, and half of a pair is replaced."""
    data = made(CODE | {"source": ["a\r\n", "b\rc", "\ud800"]})
    assert read(data) == [Cell(1, "a\nb\nc" + 3 * "\ufffd")]


CELL = json.dumps(CODE).encode() + b", "
FAULTS = {
    "nothing": (b"", "w.ipynb is empty."),
    "blanks": (b" \n\t", "w.ipynb is empty."),
    "a page": (b"\n<!DOCTYPE html>", "w.ipynb is a web page and no notebook"),
    "broken": (b'{"cells": [\n{"a" 1}]}', "w.ipynb, line 2: it is broken JSON: Expe"),
    "cut off": (made(CODE)[:-3], "w.ipynb, line 1: it is broken JSON: "),
    "a conflict": (b'{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> b\n]}',
                   "w.ipynb, line 2: it holds the marks of a merge conflict "),
    "a conflict at once": (b"<<<<<<< HEAD\n{}", "w.ipynb, line 1: it holds the marks"),
    "not UTF-8": (b'{"cells": ["\xff"]}', "w.ipynb is not UTF-8 text, so it is no"),
    "UTF-16": ('{"cells": []}'.encode("utf-16"), "w.ipynb is not UTF-8 text"),
    "a list": (b"[1, 2]", "w.ipynb is JSON and no notebook: it has no cells."),
    "a number": (b"7", "w.ipynb is JSON and no notebook: it has no cells."),
    "another document": (b'{"a": 1}', "w.ipynb is JSON and no notebook"),
    "cells that are none": (b'{"cells": 7}', "w.ipynb is JSON and no notebook"),
    "no cell": (b'{"cells": []}', "w.ipynb has no cell of code."),
    "no code": (made({"cell_type": "markdown", "source": "x"}),
                "w.ipynb has no cell of code."),
    "R": (made(CODE, metadata={"kernelspec": {"name": "ir", "language": "R"}}),
          "w.ipynb is a notebook for another language: its kernel is R."),
    "R by its name": (made(CODE, metadata={"kernelspec": {"name": "ir"}}),
                      "its kernel is R."),
    "Julia": (made(CODE, metadata={"kernelspec": {"name": "julia-1.6"}}),
              "its kernel is Julia."),
    "by its language": (made(CODE, metadata={"language_info": {"name": "scala"}}),
                        "its kernel is scala."),
    "deep": (b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
             "w.ipynb is nested too deep to be a notebook."),
    "objects without end": (b"[" + b"[]," * 2_100_000 + b"[]]",
                            "w.ipynb holds too much to be read."),
    "values without end": (b"[" + b"0," * 8_100_000 + b"0]",
                           "w.ipynb holds too much to be read."),
    "a million cells": (made(CODE).replace(b"[", b"[" + CELL * 999_999),
                        "more than 10,000 cells."),
    "too large": (b" " * (64 << 20) + b"{}", "w.ipynb is larger than 64 MB."),
    "cells twice": (b'{"cells": [], "cells": []}',
                    "w.ipynb has the key `cells` twice in one place."),
    "source twice": (b'{"cells": [{"cell_type": "code", "source": "", "source": "x"}]}',
                     "w.ipynb has the key `source` twice in one place."),
    "a source that is none": (made(CODE | {"source": True}), "cell 1 is not text."),
    "lines that are none": (made(CODE | {"source": ["a", None]}), "1 is not text."),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_faults(what):
    """What is no notebook is told apart, with the line where there is one."""
    data, said = FAULTS[what]
    assert said in fault(data)


INNOCENT = {
    "not a number": b'{"cells": [{"cell_type": "code", "source": "x", "o": NaN}]}',
    "a long number": b'{"cells": [{"cell_type": "code", "source": "x", "o": %s}]}'
    % (b"9" * 9000),
    "keys twice in an output": b'{"cells": [{"cell_type": "code", "source": "x",'
    b' "outputs": [{"a": 1, "a": 2}]}]}',
    "a Python of another name": made(
        CODE | {"source": "x"}, metadata={"kernelspec": {"name": "conda-env-py"}}
    ),
    "metadata that is none": made(CODE | {"source": "x"}, metadata=[1]),
    "a kernel that is none": made(
        CODE | {"source": "x"},
        metadata={"kernelspec": 7, "language_info": {"name": True}},
    ),
}


@pytest.mark.parametrize("what", INNOCENT)
def test_what_does_not_matter(what):
    """Oddities outside of the cells' text cost nothing."""
    assert read(INNOCENT[what]) == [Cell(1, "x")]


def test_fifty_megabytes_of_outputs():
    """Outputs of any size are passed over."""
    outputs = [{"data": {"image/png": "A" * (50 << 20)}}]
    assert read(made(CODE | {"outputs": outputs})) == [Cell(1, "x = 1")]


def is_told(data):
    """Return whether bytes are cells, or refused in a sentence."""
    try:
        return bool(read(data))
    except UnreadableError as error:
        return error.about("w.ipynb").endswith(".")


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Whatever is handed in is cells, or told in a sentence."""
    assert is_told(data)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cells", "worksheets", "cell_type", "source", "metadata"]),
            inner | st.sampled_from(["code", "markdown"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSONS)
def test_any_document(table):
    """Whatever JSON holds is cells, or told in a sentence."""
    assert is_told(json.dumps(table).encode())

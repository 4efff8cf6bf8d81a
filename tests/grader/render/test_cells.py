"""Cells of a CSV file: they say what a reader sees, and keep every byte."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.render.cells import read

CELL = st.text(st.sampled_from("ab ,;\"\r\né='"), max_size=6)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4)


@given(st.text(st.sampled_from('ab,;"\r\n\ufeff')))
def test_any_file_is_kept(text):
    """A file of which nothing is replaced is the same, whatever is in it."""
    assert read(text).written({}) == text


@given(TABLE, st.sampled_from(["\r\n", "\n"]), st.sampled_from(["", "\ufeff"]))
def test_cells_are_what_a_reader_sees(table, end, mark):
    """Every cell says what Python's reader of CSV says."""
    file = io.StringIO(newline="")
    # A first line without the other separator: that is how it is told.
    table = [["x", "y", "z"], *table]
    writer = csv.writer(file, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows(table)
    found = read(mark + file.getvalue())
    assert [[cell.text for cell in row.cells] for row in found.rows] == table
    assert (found.mark, found.separator) == (mark, ",")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_only_one_cell_changes(end):
    """What is replaced is that cell; quotes, blanks and line ends stay."""
    text = f'a;"b";c{end}" 1";"x""y" ;3{end}'
    found = read(text)
    assert found.separator == ";"
    assert found.rows[1].cells[1].text == 'x"y '
    assert found.written({(1, 2): "7.5"}) == text.replace(";3", ";7.5")


def test_no_line_end_at_the_end():
    """A file may end without a line end."""
    assert read("a,b\n1,2").written({(1, 1): "9"}) == "a,b\n1,9"

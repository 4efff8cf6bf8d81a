"""The notebooks of tests/notebooks: what their headers say, and the bytes handed in.

A file is a header, and cells after lines `=== code` and `=== markdown`. In the header:

    about              what is tried
    format             one of FORMATS: how the notebook is written down
    NAME               the status of an exercise; `absent` if nothing is said of it
    NAME says          text that is in its message
    NAME finds         a rule, cell, line and the start of a message; or `nothing`
"""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "notebooks"
FILES = sorted(FOLDER.glob("*.txt"))
FORMATS = ("3", "2", "bare", "crlf", "heavy", "odd", "lines")


def parts(path):
    """Return the header as pairs, and the cells as (kind, text)."""
    head, *cells = re.split(r"^=== (?=code\n|markdown\n)", path.read_text("utf-8"),
                            flags=re.MULTILINE)  # fmt: skip
    pairs = [line.split(": ", 1) for line in head.splitlines()]
    return pairs, [tuple(cell.removesuffix("\n").split("\n", 1)) for cell in cells]


def content(path):
    """Return the notebook that a file stands for, as bytes."""
    pairs, cells = parts(path)
    return notebook(cells, dict(pairs).get("format", "lines"))


def notebook(cells, how="lines"):
    """Return cells, (kind, text), as the bytes of a notebook."""
    made = []
    for kind, text in cells:
        lines = text.splitlines(keepends=True) if how == "lines" else text
        cell = {"cell_type": kind, "metadata": {}, "source": lines}
        if kind == "code":
            cell |= {"execution_count": 3, "outputs": []}
        made.append(cell)
    table = {
        "cells": made,
        "metadata": {
            "kernelspec": {"name": "python3", "language": "python"},
            "language_info": {"name": "python", "version": "3.8.1"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return _written(table, how)


def _written(table, how):
    if how in ("2", "3"):
        for cell in table["cells"]:
            if cell["cell_type"] == "code":
                cell |= {"input": cell.pop("source"), "language": "python"}
        sheet = {"cells": table.pop("cells"), "metadata": {}}
        table = {"worksheets": [sheet], "metadata": {"name": ""}, "nbformat": int(how)}
    elif how == "bare":
        cells = [
            {"cell_type": cell["cell_type"], "source": cell["source"]}
            for cell in table["cells"]
        ]
        table = {"cells": [*cells, {}, None, {"cell_type": "code"}]}
    elif how == "crlf":
        for cell in table["cells"]:
            cell["source"] = cell["source"].replace("\n", "\r\n")
    elif how == "heavy":
        image = {"image/png": "iVBORw0KGgo" * 1000, "text/plain": ["<Figure>"]}
        for cell in table["cells"]:
            cell["attachments"] = {"a.png": image}
            cell["outputs"] = [
                {"output_type": "display_data", "data": image, "x": float("nan")}
            ] * 20
        table["metadata"]["widgets"] = {"state": [[[[{}]]]], "big": 10**5000}
    elif how == "odd":
        table["cells"].append({"cell_type": "code", "source": "'\ud800' \0"})
        return b"\xef\xbb\xbf" + _dump(table)
    return _dump(table)


def _dump(table):
    import sys  # noqa: PLC0415 - a number of any length is written here alone

    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return json.dumps(table).encode()
    finally:
        sys.set_int_max_str_digits(limit)

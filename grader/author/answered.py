"""Whether a student has worked in a notebook that a newer one would replace."""

import ast
import json
from collections.abc import Mapping
from typing import Any

from grader.submission.started import is_started

FREE = ("title", "bring", "statement", "check", "caption", "picture")
"""Roles of cells that hold nothing of the student's."""


def is_answered(data: bytes, stubs: Mapping[str, str]) -> bool:
    """Return whether overwriting a notebook could lose something.

    `stubs` holds the text of each exercise's stub. What is no notebook could hold
    anything.
    """
    try:
        cells = json.loads(data)["cells"]
        return any(_holds_work(cell, stubs) for cell in cells)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    except (TypeError, KeyError, AttributeError):
        # Some other JSON than a notebook's.
        return True


def _holds_work(cell: dict[str, Any], stubs: Mapping[str, str]) -> bool:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    about = cell["metadata"].get("grader", {})
    role, name = about.get("role"), about.get("exercise", "")
    if role in FREE:
        return False
    if role == "imports":
        kinds = (ast.Import, ast.ImportFrom)
        return not all(isinstance(node, kinds) for node in ast.parse(text).body)
    if role == "stub":
        return _is_written(text, name, stubs.get(name, ""))
    # A cell of the student's own, or one for a function from elsewhere.
    return bool(text.strip()) and not (role == "used" and _is_comment(text))


def _is_written(text: str, name: str, stub: str) -> bool:
    written, shipped = ast.parse(text).body, ast.parse(stub).body
    known = {ast.dump(node) for node in shipped}
    functions = {one.name: one for one in shipped if isinstance(one, ast.FunctionDef)}
    for node in written:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            if is_started(node, functions.get(name)):
                return True
        elif ast.dump(node) not in known:
            return True
    return False


def _is_comment(text: str) -> bool:
    return not ast.parse(text).body

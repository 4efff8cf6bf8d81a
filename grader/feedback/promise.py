"""The name of a case on the screen: what it promises."""

from collections.abc import Iterable
from typing import Any


def promise(doc: str | None, function: str, values: Iterable[Any] | None = None) -> str:
    """Return the first line of a case's docstring, else its function's name.

    The `values` are those of a case that is written once for many.
    """
    lines = (doc or "").strip().splitlines()
    name = lines[0] if lines else function.removeprefix("test_").replace("_", " ")
    if values is None:
        return name
    return f"{name} [{', '.join(str(value) for value in values)}]"

"""What loads nbformat in a quarter of a second, wherever JupyterLab is installed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# JupyterLab brings it, jsonschema takes it where it is, and it makes 38 parsers of web
# addresses as it is loaded: two seconds. No schema of notebooks asks for one.
_SLOW = "rfc3987_syntax"


@contextmanager
def light() -> Iterator[None]:
    """Load nbformat within, without the parsers of web addresses."""
    if _SLOW in sys.modules:
        yield
        return
    # How Python is told that a module is not there.
    sys.modules[_SLOW] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[_SLOW]

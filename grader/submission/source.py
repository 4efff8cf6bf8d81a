"""The text of a student's file as Python source: parsed, never run."""

import ast
import hashlib
import symtable
import warnings
from typing import NamedTuple

from grader.submission.files import UnreadableError


class Source(NamedTuple):
    """A file as read: `label` is what messages call it."""

    label: str
    text: str
    sha256: str
    tree: ast.Module
    scopes: symtable.SymbolTable

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1; empty if there is none."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


def digest(data: bytes) -> str:
    """Return the SHA-256 of what was read, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes, label: str) -> Source:
    """Return `data` as Python source. Raises UnreadableError if it is none."""
    if b"\0" in data:
        raise UnreadableError("holds NUL bytes, so it is not Python source", 1)
    try:
        # Always UTF-8: another encoding could hide code in a comment.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError("is not UTF-8 text; save it as UTF-8", line) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        with warnings.catch_warnings():
            # Doubtful escapes and the like are Python's to warn of, not ours.
            warnings.simplefilter("ignore")
            tree = ast.parse(text, label)
            scopes = symtable.symtable(text, label, "exec")
    except SyntaxError as error:
        complaint = type(error).__name__ + ": " + (error.msg or "invalid syntax")
        raise UnreadableError(
            f"is not valid Python: {complaint}", error.lineno or 1
        ) from None
    except (RecursionError, MemoryError):
        raise UnreadableError("is nested too deep to be read", 1) from None
    except ValueError as error:
        raise UnreadableError(f"is not valid Python: {error}", 1) from None
    return Source(label, text, digest(data), tree, scopes)

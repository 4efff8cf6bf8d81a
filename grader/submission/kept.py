"""The text of the statements that are kept of a source; the rest is empty lines.

So what a guest reads is short, and has nothing of the other exercises' answers.
"""

import ast
from collections.abc import Container

from grader.submission.extract import Extract
from grader.submission.nodes import first_line


def kept(extract: Extract) -> tuple[str, tuple[int, ...] | None, tuple[str, ...]]:
    """Return a text, which of its statements to keep, and which names of its imports.

    The text is that of the kept statements in their lines, and there is nothing else
    to be left out of it; or all of the source, where statements share a line.
    """
    names = tuple(sorted(extract.names))
    text = _alone(extract)
    if text is None:
        return extract.source.text, extract.keep, names
    if any(_lacks(node, extract.names) for node in extract.statements):
        return text, tuple(range(len(extract.keep))), names
    return text, None, ()


def _alone(extract: Extract) -> str | None:
    """Return the text of kept statements, None where they share a line with others."""
    lines = extract.source.text.split("\n")
    found = [""] * len(lines)
    last = 0
    for index, node in enumerate(extract.source.tree.body):
        first = first_line(node)
        if first <= last:
            return None
        last = node.end_lineno or node.lineno
        if index in extract.keep:
            found[first - 1 : last] = lines[first - 1 : last]
            if first < node.lineno and not lines[first - 1].lstrip().startswith("@"):
                # The sign is on a line of its own.
                return None
    return "\n".join(found)


def _lacks(node: ast.stmt, names: Container[str]) -> bool:
    """Return whether an import makes names that are not needed."""
    return isinstance(node, ast.Import | ast.ImportFrom) and any(
        (alias.asname or alias.name.partition(".")[0]) not in names
        for alias in node.names
    )

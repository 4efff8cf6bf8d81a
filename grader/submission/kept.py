"""The text of the statements that are kept of a source; the rest is empty lines.

So what a guest reads is short, and has nothing of the other exercises' answers.
"""

import ast
from collections.abc import Container
from functools import lru_cache

from grader.submission.extract import Extract
from grader.submission.nodes import first_line
from grader.submission.source import Source


def kept(extract: Extract) -> tuple[str, tuple[int, ...] | None, tuple[str, ...]]:
    """Return a text, which of its statements to keep, and which names of its imports.

    The text is that of the kept statements in their lines, and there is nothing else
    to be left out of it; or all of the source, where statements share a line.
    """
    text, keep = _alone(extract), tuple(range(len(extract.keep)))
    if text is None:
        text, keep = extract.source.text, extract.keep
    elif not any(_lacks(node, extract.names) for node in extract.statements):
        return text, None, ()
    return text, keep, tuple(sorted(extract.names))


def _alone(extract: Extract) -> str | None:
    """Return the text of kept statements, None where they share a line with others."""
    spans = _spans(extract.source)
    if spans is None:
        return None
    lines = extract.source.lines
    found = [""] * len(lines)
    for index in extract.keep:
        first, last = spans[index]
        found[first - 1 : last] = lines[first - 1 : last]
        decorated = first < extract.source.tree.body[index].lineno
        if decorated and not lines[first - 1].lstrip().startswith("@"):
            # The sign is on a line of its own.
            return None
    return "\n".join(found)


# It is asked for again for each exercise that one file answers.
@lru_cache(maxsize=1)
def _spans(source: Source) -> list[tuple[int, int]] | None:
    """Return the first and last line of each statement, None where two share one."""
    spans = []
    last = 0
    for node in source.tree.body:
        first = first_line(node)
        if first <= last:
            return None
        last = node.end_lineno or node.lineno
        spans.append((first, last))
    return spans


def _lacks(node: ast.stmt, names: Container[str]) -> bool:
    """Return whether an import makes names that are not needed."""
    return isinstance(node, ast.Import | ast.ImportFrom) and any(
        (alias.asname or alias.name.partition(".")[0]) not in names
        for alias in node.names
    )

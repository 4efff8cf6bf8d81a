"""The text of the statements that are kept of a source; the rest is empty lines.

So what a guest reads is short, and has nothing of the other exercises' answers.
"""

import ast

from grader.submission.extract import Extract


def kept(extract: Extract) -> tuple[str, tuple[int, ...]]:
    """Return the text of kept statements in their lines, and their positions in it.

    All of the source, and its own positions, where statements share a line.
    """
    source = extract.source
    whole = source.text, extract.keep
    lines = source.text.split("\n")
    found = [""] * len(lines)
    last = 0
    for index, node in enumerate(source.tree.body):
        first = first_line(node)
        if first <= last:
            return whole
        last = node.end_lineno or node.lineno
        if index in extract.keep:
            found[first - 1 : last] = lines[first - 1 : last]
            if first < node.lineno and not lines[first - 1].lstrip().startswith("@"):
                # The sign is on a line of its own.
                return whole
    return "\n".join(found), tuple(range(len(extract.keep)))


def first_line(node: ast.stmt) -> int:
    """Return the line at which a statement begins, decorators and all."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])

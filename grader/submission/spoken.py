"""Python source with its docstrings in another language, line for line otherwise."""

import ast
from collections.abc import Callable


def translated(text: str, say: Callable[[str], str]) -> str:
    """Return a source in which each docstring of a module or function is `say` of it.

    Raises SyntaxError for what is no Python.
    """
    tree = ast.parse(text)
    lines = text.split("\n")
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    owners: list[ast.Module | ast.FunctionDef] = [tree, *functions]
    for owner in reversed(owners):
        doc = ast.get_docstring(owner)
        if doc is None:
            continue
        said = say(doc)
        if said != doc:
            node = owner.body[0]
            last = node.end_lineno or node.lineno
            lines[node.lineno - 1 : last] = _literal(said, node.col_offset)
    return "\n".join(lines)


def _literal(said: str, indent: int) -> list[str]:
    """Return a docstring as lines of source."""
    text = said.replace("\\", "\\\\")
    if "\n" not in text and text.endswith('"'):
        # It would be taken for the end.
        text = f'{text[:-1]}\\"'
    text = text.replace('"""', '\\"\\"\\"')
    margin = " " * indent
    first, *rest = text.split("\n")
    lines = [f'{margin}"""{first}', *(margin + line if line else "" for line in rest)]
    if rest:
        return [*lines, f'{margin}"""']
    return [f'{lines[0]}"""']

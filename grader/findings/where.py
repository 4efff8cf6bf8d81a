"""Where in a source something is that calls showed."""

import ast

from grader.findings.candidates import Node
from grader.findings.growth import Growth, Key, rate
from grader.guest.sites import place
from grader.submission.extract import Extract
from grader.submission.nodes import walk


def expressions(extract: Extract) -> dict[Key, Node]:
    """Return the expressions of a source by their places."""
    return {place(extract.source.label, node): node
            for statement in extract.statements
            for node in walk(statement)
            if isinstance(node, ast.expr)}  # fmt: skip


def busiest(extract: Extract, growth: Growth) -> Node:
    """Return the statement whose line takes the most further steps, else the `def`."""
    rates = {
        line: rate(growth, counts)
        for (label, line), counts in growth.lines.items()
        if label == extract.source.label
    }
    line = max(rates, key=rates.__getitem__, default=0)
    for statement in extract.statements:
        for node in walk(statement):
            if isinstance(node, ast.stmt) and node.lineno == line and rates[line] > 0:
                return node
    return extract.definition


def holds(extract: Extract, outer: Node, inner: Node) -> bool:
    """Return whether one node is within another, or in a function called there."""
    pending: list[ast.AST] = [outer]
    functions = [node for statement in extract.statements
                 for node in walk(statement)
                 if isinstance(node, ast.FunctionDef)]  # fmt: skip
    while pending:
        named = set[str]()
        for node in walk(pending.pop()):
            if node is inner:
                return True
            if isinstance(node, ast.Name):
                named.add(node.id)
            elif isinstance(node, ast.Attribute):
                named.add(node.attr)
        pending += [one for one in functions if one.name in named]
        functions = [one for one in functions if one.name not in named]
    return False

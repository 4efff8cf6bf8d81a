"""Explicit loops: what the source shows, weighed with what calls took.

A loop that ran, and was as long for many rows as for few, goes through no rows. One
that no counted call came to is judged by its look. Steps that grow are a loop,
whatever it looks like.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.course import Loops, Over
from grader.findings import candidates, words
from grader.findings.candidates import Candidate, Node
from grader.findings.growth import (
    NONE,
    Evidence,
    Growth,
    grows,
    in_numbers,
    is_linear,
    rate,
)
from grader.submission.extract import Extract
from grader.verdict import Evidence as Kind
from grader.verdict import Finding

RULE = "explicit-loop"
OPAQUE = "cannot-analyse"
MAX_FINDINGS = 20
# A table of this size, made once when the file is loaded, is no loop over data.
MAX_AT_LOAD = 16

_Grown = tuple[Growth, tuple[int, ...]]


def find(
    extract: Extract,
    policy: Loops,
    path: str,
    parameter: str | None = None,
    evidence: Evidence = NONE,
) -> list[Finding]:
    """Return the loops that the policy does not allow, in source order.

    `path` is what findings call the file; `parameter` is what the submission calls
    the parameter that the policy allows one loop over.
    """
    if policy == "any":
        return []
    over = policy.over if isinstance(policy, Over) else ""
    names = {over, parameter or over}
    some = candidates.loops(extract)
    allowed = None
    if over:
        allowed = next((one for one in some if candidates.is_over(one, names)), None)
    case = _Case(extract, path, over, evidence, allowed)
    found = [finding for one in some for finding in _shown(case, one)]
    found += _hidden(case, some)
    if not found:
        found += _unseen(case)
    found += _opaque(case)
    found.sort(key=lambda one: (one.line, one.column))
    return found[:MAX_FINDINGS]


def renamed(definition: ast.stmt, reference: ast.stmt, name: str) -> str | None:
    """Return what `definition` calls the parameter that the reference calls `name`."""
    theirs, ours = parameters(definition), parameters(reference)
    position = ours.index(name) if name in ours else len(theirs)
    return theirs[position] if position < len(theirs) else None


def parameters(node: ast.stmt) -> list[str]:
    """Return the names of a function's positional parameters, in order."""
    if not isinstance(node, ast.FunctionDef):
        return []
    return [one.arg for one in node.args.posonlyargs + node.args.args]


class _Case(NamedTuple):
    """What is weighed."""

    extract: Extract
    path: str
    over: str
    evidence: Evidence
    allowed: Candidate | None


def _shown(case: _Case, one: Candidate) -> Iterator[Finding]:
    """Yield a finding for a candidate that is a loop, by what ran or by its look."""
    evidence = case.evidence
    grown = evidence.grown(one.keys)
    if one is case.allowed:
        return
    if grown is not None:
        yield _finding(case, one.node, one.what, grown)
    elif not evidence.ran(one.keys):
        # Handed on under another name, it is found where it is called.
        if one.called or not _is_called(evidence, one.name):
            yield _finding(case, one.node, one.what)
    elif evidence.at_load(one.keys) > MAX_AT_LOAD:
        times = f"{evidence.at_load(one.keys):,} times when the file is loaded"
        yield _finding(case, one.node, f"{one.what}, {times}")
    elif one.name.startswith("np.") or _is_second(case, one):
        yield _finding(case, one.node, one.what)


def _is_called(evidence: Evidence, name: str) -> bool:
    return any(
        name == seen for one in evidence.growths for seen, _ in one.sites.values()
    )


def _is_second(case: _Case, one: Candidate) -> bool:
    """Whether it is one more loop over what a single loop is allowed over."""
    turns = case.evidence.grown(one.keys, over=True)
    if turns is None:
        return False
    within = case.allowed is not None and _holds(case.allowed.node, one.node)
    return not (within and is_linear(*turns))


def _hidden(case: _Case, some: list[Candidate]) -> Iterator[Finding]:
    """Yield what goes through elements under a name that the source does not show."""
    known = {key for one in some for key in one.keys}
    nodes = {candidates.key(case.extract.source.label, node): node
             for statement in case.extract.statements
             for node in ast.walk(statement)
             if isinstance(node, ast.expr)}  # fmt: skip
    for growth in case.evidence.growths:
        for key, (name, _) in growth.sites.items():
            if key in known or key not in nodes or name == "loop":
                continue
            known.add(key)
            grown = case.evidence.grown((key,))
            if name in candidates.OPAQUE_CALLS:
                yield _cannot(case, nodes[key], name)
            elif grown is not None or name.startswith("np."):
                what = "a star" if name == "*" else f"`{name}`"
                yield _finding(case, nodes[key], what, grown)


def _unseen(case: _Case) -> Iterator[Finding]:
    """Yield a finding for steps that grow without a loop that could be shown."""
    for growth in case.evidence.growths:
        allowed = growth.unit == case.over
        if allowed and is_linear(growth, growth.steps):
            continue
        if grows(growth):
            node = _busiest(case.extract, growth)
            what = f"this goes through the {words.plural(growth.unit)} one by one"
            yield _finding(case, node, what, (growth, growth.steps))
            return


def _busiest(extract: Extract, growth: Growth) -> Node:
    """Return the statement whose line takes the most further steps, else the `def`."""
    rates = {
        line: rate(growth, counts)
        for (label, line), counts in growth.lines.items()
        if label == extract.source.label
    }
    line = max(rates, key=rates.__getitem__, default=0)
    for statement in extract.statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.stmt) and node.lineno == line and rates[line] > 0:
                return node
    return extract.definition


def _opaque(case: _Case) -> Iterator[Finding]:
    for node, name in candidates.opaque(case.extract):
        yield _cannot(case, node, name)
    if any(growth.noticed for growth in case.evidence.growths):
        yield _cannot(case, case.extract.definition, "")


def _cannot(case: _Case, node: Node, name: str) -> Finding:
    what = f"`{name}` leads to code that cannot be looked at"
    if not name:
        what = "something here keeps its steps from being counted"
    message = f"{what}, so it is not known to be free of loops."
    kind = Kind.STATIC if name else Kind.STEPS
    return _at(case, node, OPAQUE, message, kind, words.without(name))


def _finding(
    case: _Case, node: Node, what: str, grown: _Grown | None = None
) -> Finding:
    said = words.looks(what)
    if grown is not None:
        growth, counts = grown
        said = in_numbers(growth, growth.steps, "step")
        if not grows(growth):
            said = in_numbers(growth, counts, "turn")
    rest = "the exercise asks for array expressions"
    if case.over:
        rest = f"the only loop allowed here is the one over `{case.over}`"
    kind = Kind.STATIC if grown is None else Kind.STEPS
    message = f"{what}: {said}; {rest}."
    return _at(case, node, RULE, message, kind, words.instead(what))


def _at(
    case: _Case, node: Node, rule: str, message: str, kind: Kind, instead: str
) -> Finding:
    return Finding(
        rule=rule,
        message=message,
        path=case.path,
        line=node.lineno,
        column=case.extract.source.column(node),
        end_line=node.end_lineno or node.lineno,
        width=case.extract.source.width(node),
        evidence=kind,
        help=instead,
    )


def _holds(outer: Node, inner: Node) -> bool:
    return any(node is inner for node in ast.walk(outer))

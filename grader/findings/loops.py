"""Explicit loops: what the source shows, weighed with what calls took.

A loop that ran, and was as long for many rows as for few, goes through no rows. One
that no counted call came to is judged by its look. Steps that grow are a loop,
whatever it looks like.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.course import Loops, Over
from grader.findings import nested, words
from grader.findings.candidates import Candidate, Candidates, Node, is_over
from grader.findings.growth import (
    NONE,
    Evidence,
    Growth,
    Key,
    grows,
    in_numbers,
    is_linear,
    rate,
)
from grader.findings.nested import Found
from grader.findings.where import busiest, expressions, holds
from grader.findings.words import What
from grader.guest.iterating import OPAQUE
from grader.guest.sites import OBJECTS, OWN
from grader.language import marked, say
from grader.submission.extract import Extract
from grader.verdict import Evidence as Kind
from grader.verdict import Finding

RULE = "explicit-loop"
CANNOT = "cannot-analyse"
MAX_FINDINGS = 20
# A table of this size, made once when the file is loaded, is no loop over data.
MAX_AT_LOAD = 64

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
    looked = Candidates(extract)
    some = looked.loops()
    allowed = _allowed(some, {over, parameter or over}, evidence) if over else None
    case = _Case(extract, path, over, evidence, allowed)
    found = [finding for one in some for finding in _shown(case, one)]
    found += _hidden(case, some)
    if not found:
        found += _unseen(case)
    found += _opaque(case, looked)
    if not found:
        found += _uncounted(case)
    told = [one.finding for one in nested.once(found)]
    # What the source shows and what ran may be the same.
    once = {
        (one.cell or 0, one.line, one.column, one.rule): one for one in reversed(told)
    }
    return [once[place] for place in sorted(once)][:MAX_FINDINGS]


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


def _allowed(
    some: list[Candidate], names: set[str], evidence: Evidence
) -> Candidate | None:
    """Return the one loop statement over what a loop is allowed over.

    By its look, or else as it ran: `while True` may count the iterations too.
    """
    statements = [one for one in some if isinstance(one.node, ast.For | ast.While)]
    looking = (one for one in statements if is_over(one, names))
    running = (one for one in statements if evidence.grown(one.keys, over=True))
    return next(looking, None) or next(running, None)


def _shown(case: _Case, one: Candidate) -> Iterator[Found]:
    """Yield a finding for a candidate that is a loop, by what ran or by its look."""
    evidence = case.evidence
    grown = evidence.grown(one.keys)
    if grown is not None:
        yield _finding(case, one.node, one.what, grown)
    elif one is case.allowed:
        return
    elif not evidence.ran(one.keys):
        # Handed on under another name, it is found where it is called.
        if one.called or one.name not in {name for _, name in evidence.seen()}:
            yield _finding(case, one.node, one.what)
    elif evidence.at_load(one.keys) > MAX_AT_LOAD:
        yield _finding(case, one.node, _when_loaded(case, one.what, one.keys))
    elif one.name.startswith("np."):
        yield _finding(case, one.node, one.what, _whole(case))
    elif _is_second(case, one.node, one.keys):
        yield _finding(case, one.node, one.what)


def _whole(case: _Case) -> _Grown | None:
    """Return the steps of calls that took more for more units, if any did."""
    for growth in case.evidence.growths:
        if growth.unit != case.over and grows(growth):
            return growth, growth.steps
    return None


def _when_loaded(case: _Case, what: What, keys: tuple[Key, ...]) -> What:
    told = marked("{what}, {times} times when the file is loaded")
    return What.of(told, what=what, times=f"{case.evidence.at_load(keys):,}")


def _is_second(case: _Case, node: Node, keys: tuple[Key, ...]) -> bool:
    """Whether it is one more loop over what a single loop is allowed over."""
    turns = case.evidence.grown(keys, over=True)
    if turns is None:
        return False
    if case.allowed is None or not is_linear(*turns):
        return True
    one = case.allowed.node
    # Inside it, or around the generator that has the loop.
    return not (holds(case.extract, one, node) or holds(case.extract, node, one))


def _hidden(case: _Case, some: list[Candidate]) -> Iterator[Found]:
    """Yield what goes through elements under a name that the source does not show."""
    known = {key for one in some for key in one.keys}
    nodes = expressions(case.extract)
    for key, name in case.evidence.seen():
        if key in known or key not in nodes or name in ("loop", OWN):
            continue
        known.add(key)
        grown = case.evidence.grown((key,))
        what = What.of(marked("a star")) if name == "*" else What(f"`{name}`")
        if name == OBJECTS:
            what = What.of(marked("this makes NumPy work on Python objects"))
        if name in OPAQUE:
            yield _cannot(case, nodes[key], name)
        elif grown is not None or name.startswith("np."):
            yield _finding(case, nodes[key], what, grown or _whole(case))
        elif case.evidence.at_load((key,)) > MAX_AT_LOAD:
            yield _finding(case, nodes[key], _when_loaded(case, what, (key,)))
        elif _is_second(case, nodes[key], (key,)):
            yield _finding(case, nodes[key], what)


def _unseen(case: _Case) -> Iterator[Found]:
    """Yield a finding for calls or steps that grow without a loop to be shown."""
    nodes = expressions(case.extract)
    for growth in case.evidence.growths:
        if growth.unit == case.over:
            if case.allowed is not None and is_linear(growth, growth.steps):
                continue
        else:
            for key, (name, counts) in growth.sites.items():
                # Once for many rows and not for few is a choice.
                if name == OWN and max(counts) - min(counts) > 1 and key in nodes:
                    what = What.of(marked("this is called again for more"))
                    yield _finding(case, nodes[key], what, (growth, counts))
                    return
        if grows(growth):
            node = busiest(case.extract, growth)
            through = marked("this goes through the {units} one by one")
            what = What.of(through, units=words.plural(growth.unit))
            yield _finding(case, node, what, (growth, growth.steps))
            return


def _opaque(case: _Case, looked: Candidates) -> Iterator[Found]:
    for node, name in looked.opaque():
        yield _cannot(case, node, name)
    label = case.extract.source.label
    for node, name in looked.dynamic():
        if not case.evidence.ran_line(label, node.lineno):
            yield _cannot(case, node, name)


def _uncounted(case: _Case) -> Iterator[Found]:
    """Yield a finding if a call could not be counted, and nothing else is known."""
    why = next((one.failed for one in case.evidence.growths if one.failed), "")
    if why or any(growth.noticed for growth in case.evidence.growths):
        yield _cannot(case, case.extract.definition, "", why)


def is_uncounted(finding: Finding) -> bool:
    """Return whether a finding says that a call could not be counted."""
    return finding.rule == CANNOT and finding.evidence is Kind.STEPS


def _cannot(case: _Case, node: Node, name: str, why: str = "") -> Found:
    what = say("`{name}` leads to code that cannot be looked at").format(name=name)
    if why:
        what = say("its steps could not be counted: {why}").format(why=why)
    elif not name:
        what = say("something here keeps its steps from being counted")
    message = say("{what}, so it is not known to be free of loops.").format(what=what)
    kind = Kind.STATIC if name else Kind.STEPS
    return _at(case, node, CANNOT, message, kind, words.without(name))


def _finding(case: _Case, node: Node, what: What, grown: _Grown | None = None) -> Found:
    cost = words.looks(what)
    if grown is not None:
        growth, counts = grown
        if grows(growth):
            cost = in_numbers(growth, growth.steps, "step")
        elif rate(growth, counts) > 0:
            cost = in_numbers(growth, counts, "turn")
    rest = say("the exercise asks for array expressions")
    if case.over:
        only = say("the only loop allowed here is the one over `{over}`")
        rest = only.format(over=case.over)
    kind = Kind.STATIC if grown is None else Kind.STEPS
    told = say("{what}: {cost}; {rest}.")
    message = told.format(what=what.said, cost=cost, rest=rest)
    return _at(case, node, RULE, message, kind, words.instead(what))


def _at(
    case: _Case, node: Node, rule: str, message: str, kind: Kind, instead: str
) -> Found:
    source = case.extract.source
    spot = source.place(node.lineno)
    finding = Finding(
        rule=rule,
        message=message,
        path=case.path,
        cell=spot.cell,
        line=spot.line,
        column=source.column(node),
        end_line=source.place(node.end_lineno or node.lineno).line,
        width=source.width(node),
        evidence=kind,
        help=instead,
    )
    return Found(node, finding)

"""Findings that cost nothing, and the sentence of an exercise that passed."""

from collections.abc import Sequence

from grader.compare.failure import Failure, Rung
from grader.course import Over, Place
from grader.feedback.notices import Notice, notice
from grader.feedback.outcomes import raised_by_case
from grader.findings import words
from grader.kit import is_kit, shipped
from grader.language import joined, say
from grader.sandbox.outcome import Returned
from grader.session.bench import told_name
from grader.session.runner import Ran
from grader.session.submitted import Entry
from grader.verdict import Case, Evidence, Finding, Visibility

INPUT_CHANGED = "input-changed"


def as_failure(ran: Ran) -> Failure:
    """Return what a case raised as the student's failure.

    The reference has passed the case by now: whatever broke it was the value.
    """
    assert ran.raised is not None  # noqa: S101 - it is asked of failures alone
    return raised_by_case(ran.raised)


def numbers(ran: Ran, failure: Failure, entry: Entry) -> Notice | None:
    """Return where numbers that are not finite came from, if the last call tells it."""
    last = ran.calls[-1].outcome if ran.calls else None
    if failure.rung is not Rung.FINITE or not isinstance(last, Returned):
        return None
    args, kwargs = ran.calls[-1].args, ran.calls[-1].kwargs
    return notice(last.noted, args, kwargs, entry.text, entry.where)


def praise(
    place: Place, cases: list[Case], findings: list[Finding], *, counted: bool
) -> str:
    """Return the one sentence of an exercise whose values are right.

    `counted` says whether a case counted its steps.
    """
    kit = is_kit(place.base)
    if findings:
        first = findings[0]
        told = say("Every value is right, but see {where}: {said}")
        if kit:
            told = say("Every value here is right, but see {where}: {said}")
        return told.format(where=first.spot.said, said=first.message)
    if kit:
        return _praise_in_kit(place, len(cases), counted=counted)
    private = sum(case.visibility is Visibility.PRIVATE for case in cases)
    told = say("{n} of {n} cases").format(n=len(cases))
    if private:
        told = say("{cases}, {n} of them private").format(cases=told, n=private)
    policy = place.exercise.loops
    if isinstance(policy, Over):
        only = say("{cases}, no loop but over `{over}`")
        told = only.format(cases=told, over=policy.over)
    elif policy != "any":
        told = say("{cases}, no loops").format(cases=told)
    return say("{sentence}.").format(sentence=told)


def _praise_in_kit(place: Place, count: int, *, counted: bool) -> str:
    """Return the sentence that says how many cases are not here.

    Where no steps were counted, loops are told by their look alone.
    """
    known = shipped(place)
    more = say("{n} of {n} cases here, more in your instructor's run")
    if known is not None:
        more = say("{n} of {n} cases here, no more in your instructor's run")
        if known.unseen:
            more = say("{n} of {n} cases here, {more} more in your instructor's run")
    told = more.format(n=count, more=known.unseen if known else 0)
    policy = place.exercise.loops
    if isinstance(policy, Over):
        only = say("{cases}; no loop seen but over `{over}`")
        if counted:
            only = say("{cases}; no loop but over `{over}`")
        told = only.format(cases=told, over=policy.over)
    elif policy != "any":
        none = say("{cases}; no loops") if counted else say("{cases}; no loops seen")
        told = none.format(cases=told)
    return say("{sentence}.").format(sentence=told)


def advice(entry: Entry, advised: Sequence[Ran], ran: list[Ran]) -> list[Finding]:
    """Return findings that cost nothing."""
    found = []
    names = entry.parameters
    for one in advised:
        marker = one.item.get_closest_marker("advice")
        if one.raised is not None and marker is not None:
            failure = as_failure(one)
            name = told_name(one.item, entry.place)
            where = numbers(one, failure, entry)
            said = failure.sentence
            if where is not None:
                said = joined(where.said, said)
            opening = say("The case “{name}” does not pass.").format(name=name)
            message = joined(opening, said)
            line = where.line if where else None
            found.append(_finding(entry, str(marker.args[0]), message, line))
    changed = {
        name
        for one in ran
        for call in one.calls
        if isinstance(call.outcome, Returned)
        for name in call.outcome.changed
    }
    if changed:
        shown = sorted(
            names[int(name)] if name.isdigit() and int(name) < len(names) else name
            for name in changed
        )
        message = say(
            "The function changes its argument {names} in place; the caller's array "
            "is no longer what it was."
        ).format(names=say(", ").join(f"`{name[:40]}`" for name in shown))
        found.append(_finding(entry, INPUT_CHANGED, message))
    return found


def _finding(entry: Entry, rule: str, message: str, line: int | None = None) -> Finding:
    """Return a finding about a line, by default about the whole function."""
    assert entry.extract is not None  # noqa: S101 - only answers are run
    source, definition = entry.extract.source, entry.extract.definition
    last = line or definition.end_lineno or definition.lineno
    spot = source.place(line) if line else entry.spot
    return Finding(
        rule=rule,
        message=message,
        path=entry.path,
        cell=spot.cell,
        line=spot.line,
        column=1 if line else definition.col_offset + 1,
        end_line=source.place(last).line,
        evidence=Evidence.CASE,
        help=say(words.ADVICE[rule]) if rule in words.ADVICE else "",
    )

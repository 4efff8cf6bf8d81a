"""Findings that cost nothing, and the sentence of an exercise that passed."""

from collections.abc import Sequence

from grader.compare.failure import Failure
from grader.course import Over, Place
from grader.feedback.outcomes import raised_by_case
from grader.findings import words
from grader.kit import is_kit, shipped
from grader.sandbox.outcome import Returned
from grader.session.bench import case_name
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


def praise(
    place: Place, cases: list[Case], findings: list[Finding], *, counted: bool
) -> str:
    """Return the one sentence of an exercise whose values are right.

    `counted` says whether a case counted its steps.
    """
    kit = is_kit(place.base)
    if findings:
        first = findings[0]
        here = " here" if kit else ""
        where = first.spot.said
        return f"Every value{here} is right, but see {where}: {first.message}"
    if kit:
        return _praise_in_kit(place, len(cases), counted=counted)
    private = sum(case.visibility is Visibility.PRIVATE for case in cases)
    unseen = f", {private} of them private" if private else ""
    policy = place.exercise.loops
    loops = ", no loops"
    if isinstance(policy, Over):
        loops = f", no loop but over `{policy.over}`"
    elif policy == "any":
        loops = ""
    return f"{len(cases)} of {len(cases)} cases{unseen}{loops}."


def _praise_in_kit(place: Place, count: int, *, counted: bool) -> str:
    """Return the sentence that says how many cases are not here.

    Where no steps were counted, loops are told by their look alone.
    """
    policy = place.exercise.loops
    seen = "" if counted else " seen"
    loops = f"; no loops{seen}"
    if isinstance(policy, Over):
        loops = f"; no loop{seen} but over `{policy.over}`"
    elif policy == "any":
        loops = ""
    told = shipped(place)
    unseen = "" if told is None else "no " if not told.unseen else f"{told.unseen} "
    return (
        f"{count} of {count} cases here, {unseen}more in your instructor's run{loops}."
    )


def advice(
    entry: Entry, advised: Sequence[Ran], ran: list[Ran], names: list[str]
) -> list[Finding]:
    """Return findings that cost nothing."""
    found = []
    for one in advised:
        marker = one.item.get_closest_marker("advice")
        if one.raised is not None and marker is not None:
            failure = as_failure(one)
            name = case_name(one.item)
            message = f"The case “{name}” does not pass. {failure.sentence}"
            found.append(_finding(entry, str(marker.args[0]), message))
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
        message = (
            "The function changes its argument "
            f"{', '.join(f'`{name[:40]}`' for name in shown)} in place; the caller's "
            "array is no longer what it was."
        )
        found.append(_finding(entry, INPUT_CHANGED, message))
    return found


def _finding(entry: Entry, rule: str, message: str) -> Finding:
    assert entry.extract is not None  # noqa: S101 - only answers are run
    source, definition = entry.extract.source, entry.extract.definition
    return Finding(
        rule=rule,
        message=message,
        path=entry.path,
        cell=entry.spot.cell,
        line=entry.spot.line,
        column=definition.col_offset + 1,
        end_line=source.place(definition.end_lineno or definition.lineno).line,
        evidence=Evidence.CASE,
        help=words.ADVICE.get(rule, ""),
    )

"""A verdict as a block of HTML below a cell: words first, no script, few colours.

It takes the colour of its text from the page, so it is read in light and in dark.
"""

from collections.abc import Callable, Iterator, Sequence

from grader.language import say
from grader.render.action import located
from grader.render.finding import MAX_FINDINGS, marked
from grader.render.markup import Markup, element
from grader.render.passage import parted
from grader.render.price import price
from grader.render.seen import PRIVATE
from grader.render.terminal import (
    LOOK,
    first_to_show,
    foot,
    printed,
    summary,
    waiting,
)
from grader.render.text import position
from grader.spot import Spot
from grader.verdict import (
    Case,
    CaseStatus,
    Evidence,
    Exercise,
    Finding,
    Result,
    Status,
    Visibility,
)

Source = Callable[[str, Finding], str]
"""Returns the line that a finding of an exercise is about."""
Where = Callable[[str], tuple[str, Spot]]

# Seen on white and on black.
COLOURS = {"green": "#2e9e5b", "yellow": "#b8860b", "red": "#d9534f"}
OTHER = "#888888"
BOX = "border-left: 4px solid {}; padding: 2px 0 2px 12px; margin: 4px 0"
GAP = "margin: 6px 0"
QUIET = "margin: 6px 0; opacity: 0.8"
LIST = "margin: 6px 0; padding: 0; list-style: none"
INSIDE = "margin: 0 0 0 20px; padding: 0; list-style: none"
CODE = (
    "margin: 6px 0; padding: 0; border: none; background: none; color: inherit; "
    "font-family: monospace; white-space: pre; overflow-x: auto"
)


def render(
    result: Result, where: Where, source: Source, steps: Sequence[str], *, here: bool
) -> str:
    """Return the block of a check; the last of `steps` is what to do next.

    `here` says that other cases are judged by elsewhere, as those of a student kit are.
    """
    shown = first_to_show(result.exercises)
    parts: list[Markup] = []
    for exercise in result.exercises:
        if exercise is shown:
            parts += _exercise(exercise, where(exercise.name), source, here=here)
        else:
            parts.append(_head(exercise, summary(exercise)))
    parts.append(element("p", foot(result, here=here), style=QUIET))
    parts += [element("p", step, style=GAP) for step in steps]
    worst = shown or result.exercises[0]
    return _box(parts, COLOURS.get(LOOK[worst.status][1], OTHER))


def problem(message: str, help: str) -> str:  # noqa: A002 - the word
    """Return the block that says what is wrong, and what to do about it."""
    parts = [element("p", element("b", message), style=GAP)]
    if help:
        parts.append(element("p", help, style=GAP))
    return _box(parts, OTHER)


def _box(parts: Sequence[Markup], colour: str) -> str:
    return element("div", *parts, style=BOX.format(colour)).html


def _head(exercise: Exercise, text: str) -> Markup:
    symbol = LOOK[exercise.status][0]
    name = element("b", exercise.name)
    before, _, after = say("{exercise}: {verdict}").partition("{exercise}")
    return element(
        "p", f"{symbol} ", before, name, after.format(verdict=text), style=GAP
    )


def _exercise(
    exercise: Exercise, where: tuple[str, Spot], source: Source, *, here: bool
) -> Iterator[Markup]:
    """Yield the one exercise that is told in full."""
    if exercise.status is Status.PASSED:
        told = say("passed, {message}").format(message=exercise.message)
        yield _head(exercise, told)
    else:
        # An answer that fails without a case was not run: the finding says why.
        refused = exercise.status is Status.FAILED and not exercise.cases
        word = say("not run") if refused else say(LOOK[exercise.status][2])
        told = say("{verdict} ({where})").format(
            verdict=waiting(exercise) or word, where=position(*where)
        )
        yield _head(exercise, told)
    if exercise.cases and exercise.status is not Status.PASSED:
        yield _cases(exercise)
    if exercise.status is Status.LOOPS:
        yield element("p", price(exercise, here=here), style=GAP)
    elif not exercise.cases and not exercise.findings:
        yield element("p", exercise.message, style=GAP)
    for one in exercise.findings[:MAX_FINDINGS]:
        yield from _finding(one, source(exercise.name, one))
    more = len(exercise.findings) - MAX_FINDINGS
    if more > 0:
        yield element("p", say("… and {n} more").format(n=more), style=GAP)


def _cases(exercise: Exercise) -> Markup:
    """Return a line for each case, and the first that did not pass in full."""
    rows: list[Markup] = []
    told = False
    for case in exercise.cases:
        private = case.visibility is Visibility.PRIVATE
        name = say(PRIVATE) if private else case.name
        if case.status is CaseStatus.PASSED:
            passed = say("✓ passed: {case}").format(case=name)
            rows.append(element("li", passed))
        elif told:
            later = say("· not yet: {case}").format(case=name)
            rows.append(element("li", later))
        else:
            told = True
            before, _, after = say("✗ failed: {case}").partition("{case}")
            rows.append(element("li", before, element("b", name), after))
            rows.append(element("li", *_failure(case, exercise), style=INSIDE))
    return element("ul", *rows, style=LIST)


def _failure(case: Case, exercise: Exercise) -> Iterator[Markup]:
    """Yield arrays, sentence, misconception, and what was printed."""
    said = parted(case.message)
    for block in said.blocks:
        if block.text:
            yield element("pre", block.text, style=CODE)
        for row in block.calls:
            yield element("p", row, style=GAP)
    yield element("p", said.sentence, style=GAP)
    for row in said.python:
        yield element("p", row, style=QUIET)
    if exercise.misconception is not None:
        message = exercise.misconception.message
        yield element("p", element("b", message), style=GAP)
    if case.stdout:
        yield element("p", say("It printed:"), style=QUIET)
        yield element("pre", "\n".join(printed(case.stdout)), style=CODE)


def _finding(one: Finding, source: str) -> Iterator[Markup]:
    advice = one.evidence is Evidence.CASE
    said = say("{rule}, {where}: advice, costs no points")
    if not advice:
        said = say("{rule}, {where}")
    before, _, after = said.partition("{rule}")
    after = after.format(where=located(one, one.path))
    symbol = "i " if advice else "! "
    yield element("p", symbol, before, element("b", one.rule), after, style=GAP)
    if not advice and source.strip():
        line = marked(one, source)
        margin = f"{one.line} | "
        mark = " " * (len(margin) + line.start) + "^" * (line.end - line.start)
        yield element("pre", f"{margin}{line.text}\n{mark}", style=CODE)
    yield element("p", one.message, style=GAP)
    if one.help:
        yield element("p", say("help: {help}").format(help=one.help), style=GAP)
        why = say("why: {command}").format(command=f"grader explain {one.rule}")
        yield element("p", why, style=QUIET)

"""What a call came to, as the student's failure: one sentence, then the evidence."""

import re
import signal
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from grader.compare.failure import Failure, Rung
from grader.feedback.exceptions import explain
from grader.feedback.quoted import quoted
from grader.sandbox.outcome import (
    BrokeProtocol,
    Ended,
    Flooded,
    Outcome,
    Raised,
    TimedOut,
    Unsendable,
    WrongSignature,
)
from grader.spot import Spot
from grader.verdict import CaseStatus

Line = Callable[[str, int], str]
"""Returns the text of a line of a source, by its label and number."""
Place = Callable[[int], Spot]
"""Returns where a line of a source is found by who wrote it."""


def failure(
    outcome: Outcome,
    name: str,
    call: str,
    shapes: list[tuple[int, ...]],
    line: Line,
    place: Place = Spot,
    absent: Mapping[str, str] = MappingProxyType({}),
    names: Callable[[], Collection[str]] = tuple,
) -> Failure:
    """Return the failure that `outcome` is for the function `name`.

    `call` is how it was called (`softmax(x)`), `shapes` those of its arrays; `absent`
    has sentences for names that are known not to be defined, `names` returns those that
    the source defines.
    """
    match outcome:
        case Raised():
            words = explain(outcome.type, outcome.message, shapes, names)
            missing = re.match(r"name '(\w+)' is not defined", outcome.message)
            if missing and outcome.type.endswith("NameError"):
                words = absent.get(missing[1], words)
            return _raised(outcome, words, call, line, place)
        case WrongSignature(signature):
            return Failure(
                f"`{name}` takes {_count(signature)}; it is called as {call}.",
                rung=Rung.SIGNATURE,
            )
        case Unsendable(why):
            return Failure(
                f"What `{name}` returned cannot be judged: {why}.", rung=Rung.TYPE
            )
        case TimedOut(seconds):
            return Failure(
                f"{call} did not end within {seconds:g} s. Is there a loop that "
                "never ends?",
                status=CaseStatus.TIMED_OUT,
            )
        case Flooded(limit):
            return Failure(
                f"{call} printed more than {limit >> 20} MB. Take the prints out.",
                status=CaseStatus.FAILED,
            )
        case Ended(status):
            return Failure(_ended(call, status), status=CaseStatus.CRASHED)
        case BrokeProtocol():
            return Failure(
                f"{call} wrote to the grader's own connection instead of returning "
                "a value.",
                status=CaseStatus.CRASHED,
            )
    raise TypeError(outcome)


def raised_by_case(raised: BaseException) -> Failure:
    """Return what a case raised that the reference passes, as the student's failure."""
    if isinstance(raised, Failure):
        return raised
    if isinstance(raised, AssertionError):
        said = str(raised).strip().splitlines()
        return Failure(said[0] if said and said[0] else "The promise does not hold.")
    return Failure(
        "The case could not use what was returned "
        f"({type(raised).__name__}: {str(raised)[:200]})."
    )


def _count(signature: str) -> str:
    count = len([part for part in signature.strip("()").split(",") if part.strip()])
    if not count:
        return "no arguments"
    return f"{count} argument{'' if count == 1 else 's'}, {signature}"


def _ended(call: str, status: int | None) -> str:
    if status is None or status >= 0:
        code = "" if status is None else f" (exit code {status})"
        return (
            f"{call} ended the whole Python process{code} instead of returning a "
            "value. Take os._exit and its like out."
        )
    if -status in (signal.SIGSEGV, getattr(signal, "SIGBUS", 0), signal.SIGABRT):
        return f"{call} crashed the Python process itself ({_signal(status)})."
    return (
        f"{call} was stopped by the system ({_signal(status)}): it used more memory "
        "or processor time than a check may."
    )


def _signal(status: int) -> str:
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def _raised(
    outcome: Raised, words: str | None, call: str, line: Line, place: Place
) -> Failure:
    said = _short(f"{outcome.type}: {outcome.message}".removesuffix(": "))
    sentence = words or f"It raised {said}."
    details = []
    last = outcome.frames[-1] if outcome.frames else None
    if last is not None and (text := line(last.label, last.line)).strip():
        spot = place(last.line)
        sentence = f"{spot.said.capitalize()}: {sentence}"
        details += quoted(spot.line, text, last.start, last.end)
    details.append(f"called as {call}")
    if words:
        details.append(f"Python says: {said}")
    return Failure(sentence, status=CaseStatus.CRASHED, details="\n".join(details))


def _short(text: str, most: int = 300) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most] + "… (cut)"

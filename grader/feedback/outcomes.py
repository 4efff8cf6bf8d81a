"""What a call came to, as the student's failure: one sentence, then the evidence."""

import re
import signal
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from grader.compare.failure import Failure, Rung
from grader.feedback.exceptions import explain
from grader.feedback.quoted import quoted
from grader.feedback.unsendable import reason
from grader.language import marked, say, several
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
from grader.verdict import CALLED, PYTHONS, CaseStatus

Line = Callable[[str, int], str]
"""Returns the text of a line of a source, by its label and number."""
Place = Callable[[int], Spot]
"""Returns where a line of a source is found by who wrote it."""

_UNSENDABLE = marked("What `{name}` returned cannot be judged: {why}.")
_TIMED_OUT = marked(
    "{call} did not end within {seconds:g} s. Is there a loop that never ends?"
)
_FLOODED = marked("{call} printed more than {n} MB. Take the prints out.")
_BROKE_PROTOCOL = marked(
    "{call} wrote to the grader's own connection instead of returning a value."
)
_LEFT = marked(
    "{call} ended the whole Python process instead of returning a value. Take os._exit "
    "and its like out."
)
_LEFT_WITH = marked(
    "{call} ended the whole Python process (exit code {code}) instead of returning a "
    "value. Take os._exit and its like out."
)
_CRASHED = marked("{call} crashed the Python process itself ({signal}).")
_STOPPED = marked(
    "{call} was stopped by the system ({signal}): it used more memory or processor "
    "time than a check may."
)
_NOT_USED = marked("The case could not use what was returned ({kind}: {said}).")


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
            told = _takes(signature, name, call)
            return Failure(told, rung=Rung.SIGNATURE)
        case Unsendable(why):
            told = say(_UNSENDABLE).format(name=name, why=reason(why))
            return Failure(told, rung=Rung.TYPE)
        case TimedOut(seconds):
            told = say(_TIMED_OUT).format(call=call, seconds=seconds)
            return Failure(told, status=CaseStatus.TIMED_OUT)
        case Flooded(limit):
            told = say(_FLOODED).format(call=call, n=limit >> 20)
            return Failure(told, status=CaseStatus.FAILED)
        case Ended(status):
            return Failure(_ended(call, status), status=CaseStatus.CRASHED)
        case BrokeProtocol():
            told = say(_BROKE_PROTOCOL).format(call=call)
            return Failure(told, status=CaseStatus.CRASHED)
    raise TypeError(outcome)


def raised_by_case(raised: BaseException) -> Failure:
    """Return what a case raised that the reference passes, as the student's failure."""
    if isinstance(raised, Failure):
        return raised
    if isinstance(raised, AssertionError):
        said = str(raised).strip().splitlines()
        promise = say("The promise does not hold.")
        return Failure(said[0] if said and said[0] else promise)
    told = say(_NOT_USED)
    return Failure(told.format(kind=type(raised).__name__, said=str(raised)[:200]))


def _takes(signature: str, name: str, call: str) -> str:
    """Return the sentence on a call that does not fit a signature."""
    count = len([part for part in signature.strip("()").split(",") if part.strip()])
    if not count:
        told = say("`{name}` takes no arguments; it is called as {call}.")
        return told.format(name=name, call=call)
    told = several(
        "`{name}` takes {n} argument, {taken}; it is called as {call}.",
        "`{name}` takes {n} arguments, {taken}; it is called as {call}.",
        count,
    )
    return told.format(name=name, n=count, taken=signature, call=call)


def _ended(call: str, status: int | None) -> str:
    if status is None:
        return say(_LEFT).format(call=call)
    if status >= 0:
        return say(_LEFT_WITH).format(call=call, code=status)
    crashed = -status in (signal.SIGSEGV, getattr(signal, "SIGBUS", 0), signal.SIGABRT)
    return say(_CRASHED if crashed else _STOPPED).format(
        call=call, signal=_signal(status)
    )


def _signal(status: int) -> str:
    try:
        return signal.Signals(-status).name
    except ValueError:
        return say("signal {n}").format(n=-status)


def _raised(
    outcome: Raised, words: str | None, call: str, line: Line, place: Place
) -> Failure:
    said = _short(f"{outcome.type}: {outcome.message}".removesuffix(": "))
    sentence = words or say("It raised {said}.").format(said=said)
    details = []
    last = outcome.frames[-1] if outcome.frames else None
    if last is not None and (text := line(last.label, last.line)).strip():
        spot = place(last.line)
        sentence = spot.opening(sentence)
        details += quoted(spot.line, text, last.start, last.end)
    details.append(say(CALLED).format(call=call))
    if words:
        details.append(say(PYTHONS).format(said=said))
    return Failure(sentence, status=CaseStatus.CRASHED, details="\n".join(details))


def _short(text: str, most: int = 300) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else say("{text}… (cut)").format(text=text[:most])

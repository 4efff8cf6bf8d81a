"""What was raised, as data; and the other way round, for what is supplied."""

import builtins
import types
from typing import Any

from . import places, protocol, wire


def raised(error: BaseException, labels: set[str]) -> dict[str, Any]:
    """Return the outcome of what student code raised; `labels` are of its sources."""
    try:
        message = str(error)[: protocol.MAX_MESSAGE]
    except BaseException:  # noqa: BLE001 - a __str__ that raises
        message = ""
    outcome = {
        "outcome": protocol.RAISED,
        "type": wire.type_name(error),
        "message": message,
        "frames": places.of_traceback(error.__traceback__, labels),
    }
    if isinstance(error, SyntaxError):
        outcome["frames"] = [["", error.lineno or 1, "", 0, 0]]
    return outcome


def signature(function: types.FunctionType) -> str:
    """Return the parameters of a function as they are written in its head."""
    import inspect  # noqa: PLC0415 - slow to load, seldom needed

    # Names only: an annotation or a default is an object of the student's.
    return "(" + ", ".join(inspect.signature(function).parameters) + ")"


def exception(outcome: dict[str, Any], name: str) -> BaseException:
    """Return what a supplied function raised, as Python's own type of that name."""
    if outcome["outcome"] == protocol.SIGNATURE:
        return TypeError(f"{name}() takes {outcome['signature']}")
    kind = getattr(builtins, str(outcome.get("type")), RuntimeError)
    if not (isinstance(kind, type) and issubclass(kind, Exception)):
        kind = RuntimeError
    return kind(outcome.get("message") or f"{name}() could not be called")

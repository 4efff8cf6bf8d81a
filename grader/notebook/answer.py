"""The student's function in a kernel, as cases call it."""

import ast
import inspect
import linecache
import textwrap
import types
from typing import Any, final

from grader.compare.failure import Failure
from grader.compare.sentences import no_function
from grader.feedback import call
from grader.feedback.outcomes import failure
from grader.guest import wire
from grader.language import joined, say
from grader.sandbox.outcome import Place, Raised, Unsendable, WrongSignature
from grader.submission.started import is_started


def is_written(function: object) -> bool:
    """Return whether a function is more than the dots of its stub."""
    try:
        source = textwrap.dedent(inspect.getsource(function))  # type: ignore[arg-type]
        (definition,) = ast.parse(source).body
    except (OSError, TypeError, SyntaxError, ValueError):
        # Not a function, or not from a cell: whatever it is, somebody made it.
        return True
    return is_started(definition, None)


@final
class Answer:
    """A function of the notebook, whose names are `names`.

    What crosses to it and back goes through the wire, as in a check: cases keep their
    arguments, and a value of a type that cannot cross is told by its name.
    """

    def __init__(self, name: str, function: Any, names: dict[str, Any]) -> None:
        self.calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self.parameters: list[str] = []
        self._name = name
        self._function = function
        self._names = names
        if isinstance(function, types.FunctionType):
            self.parameters = list(inspect.signature(function).parameters)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function; raises Failure for what is the student's."""
        if not callable(self._function):
            raise no_function(self._name, type(self._function).__name__)
        self.calls.append((args, kwargs))
        given, named = _carried((args, kwargs))
        if not self._takes(given, named):
            taken = f"({', '.join(self.parameters)})"
            raise self._failed(WrongSignature(taken))
        try:
            value = self._function(*given, **named)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - told in words
            raised = _raised(error, self._names)
            failed = self._failed(raised)
            failed.raised = raised.type
            more = self._elsewhere(raised) or self._unstarted()
            failed.sentence = joined(failed.sentence, more)
            raise failed from None
        try:
            return _carried(value)
        except wire.WireError as error:
            raise self._failed(Unsendable(str(error))) from None

    def _takes(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        if not isinstance(self._function, types.FunctionType):
            return True
        try:
            inspect.signature(self._function).bind(*args, **kwargs)
        except TypeError:
            return False
        return True

    def _failed(self, outcome: Raised | WrongSignature | Unsendable) -> Failure:
        args, kwargs = self.calls[-1]
        called = call.written(self._name, args, kwargs)
        shapes = call.shapes(args, kwargs)
        return failure(
            outcome,
            self._name,
            called,
            shapes,
            linecache.getline,
            names=lambda: [name for name in self._names if type(name) is str],
        )

    def _elsewhere(self, raised: Raised) -> str:
        """Say whose line it is, if it is in another cell."""
        code = getattr(self._function, "__code__", None)
        last = raised.frames[-1] if raised.frames else None
        if code is None or last is None or last.label == code.co_filename:
            return ""
        return say("The line is one of `{function}`.").format(function=last.function)

    def _unstarted(self) -> str:
        """Say which function it calls is still a stub: that may be all there is."""
        code = getattr(self._function, "__code__", None)
        for name in code.co_names if code else ():
            if name in self._names and not is_written(self._names[name]):
                told = say("`{name}`, which it calls, is not started.")
                return told.format(name=name)
        return ""


def _carried(value: Any) -> Any:
    return wire.decode(bytearray(wire.join(wire.encode(value))))


def _raised(error: BaseException, names: dict[str, Any]) -> Raised:
    """Return an exception with the frames of the notebook's own cells."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if trace.tb_frame.f_globals is names:
            frames.append(Place(code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return Raised(type(error).__name__, str(error), tuple(frames))

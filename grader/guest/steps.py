"""Counts the interpreter's steps of a call: a loop takes more for more elements.

A step is one instruction of Python's virtual machine, in any Python function that the
call runs, NumPy's own included. What C code does in one go is one step, however
large the array: the count of an array expression does not depend on its size. There
is no clock in it: the same call takes the same steps everywhere.
"""

import operator
import os.path
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import repeat
from types import CodeType, FrameType
from typing import Any, NamedTuple

from .identity import identity

TOOL = 3
INSTRUCTION = 2  # bytes
MAX_STEPS = 1_000_000
"""A call that takes more is counted no further: each step costs the time of ten."""
_GUEST = os.path.dirname(__file__)  # noqa: PTH120 - pathlib is not loaded here
# How an array is printed depends on its size; printing is no loop of the student's.
_PRINTING = "arrayprint.py"


class TooManySteps(BaseException):
    """A call took more steps than are counted."""


class Steps(NamedTuple):
    """The steps of a call: all of them, and of the submission's lines."""

    total: int
    lines: dict[tuple[str, int], int]
    """Of each source's label and line."""
    noticed: bool
    """The count was interfered with."""


class Count:
    """Counts steps while it runs; `labels` are those of the submission's sources.

    With `enough`, a call that takes so many goes on without being counted further.
    """

    def __init__(self, labels: set[str], enough: int = 0) -> None:
        self._labels = labels
        self._noticed = False
        self._enough = 0 < enough < MAX_STEPS
        self._most = enough if self._enough else MAX_STEPS
        # An iterator, and not a number: to take a step is one call in C.
        self._left = repeat(1, self._most)
        self.step: Callable[[], int] = partial(next, self._left)
        """Counts one step of any code; raises StopIteration after the last of them."""
        self.ended = False
        """Enough was counted."""
        # By identity: to compare code objects is to compare all that is in them.
        self._own: dict[int, tuple[CodeType, list[int]]] = {}
        backend = _Monitored if sys.version_info >= (3, 12) else _Traced
        self._backend: _Traced | _Monitored = backend(self)

    def run(self, work: Callable[[], Any]) -> tuple[Any, Steps]:
        """Return what `work` returns, and the steps it took."""
        self._backend.start()
        try:
            value = work()
        finally:
            # That enough was counted takes a count to its end too.
            whole = self._backend.stop() and self._backend.is_whole()
            self._noticed |= not (whole or self.ended)
        total = self._most - operator.length_hint(self._left)
        return value, Steps(total, self._lines(), self._noticed)

    def uncounted(self, work: Callable[[], Any]) -> Any:
        """Return what `work` returns, which takes no steps of the student's."""
        if self.ended:
            return work()
        self._noticed |= not self._backend.stop()
        try:
            return work()
        finally:
            self._backend.start()

    def end(self) -> None:
        """Count no further; raises TooManySteps if that is not because of enough."""
        if not self._enough:
            raise TooManySteps from None
        self.ended = True
        self._backend.stop()

    def counts(self, code: CodeType) -> list[int] | None:
        """Return how often each instruction of a submission's code ran so far.

        That is by the place of its first byte, for speed. None for other code.
        """
        if code.co_filename not in self._labels:
            return None
        known = self._own.get(identity(code))
        if known is None:
            counts = [0] * len(code.co_code)
            known = self._own[identity(code)] = (code, counts)
        return known[1]

    def _lines(self) -> dict[tuple[str, int], int]:
        lines: Counter[tuple[str, int]] = Counter()
        for code, counts in self._own.values():
            each = counts[::INSTRUCTION]
            for place, many in zip(code.co_positions(), each, strict=False):
                if many:
                    lines[code.co_filename, place[0] or 0] += many
        return dict(lines)


def _is_counted(code: CodeType) -> bool:
    file = code.co_filename
    return not (file.startswith(_GUEST) or file.endswith(_PRINTING))


class _Traced:
    """Steps by a trace function (Python 3.11)."""

    def __init__(self, count: Count) -> None:
        self._count = count
        self._entered = 0
        self._left = 0
        # One object, by which it is known again.
        self._trace: Any = self._enter
        # By identity of a code, with it: what is called at its steps, if they count.
        self._known: dict[int, tuple[CodeType, Any]] = {}

    def start(self) -> None:
        """Start, or go on."""
        sys.settrace(self._trace)

    def stop(self) -> bool:
        """Stop; return whether nobody interfered."""
        kept = sys.gettrace() is self._trace
        sys.settrace(None)
        return kept

    def is_whole(self) -> bool:
        """Return whether each frame told of its end: none was taken out."""
        return self._entered == self._left

    def _enter(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        frame.f_trace_lines = False
        code = frame.f_code
        known = self._known.get(identity(code))
        if known is None:
            counted = _is_counted(code)
            local = self._local(self._count.counts(code)) if counted else None
            known = self._known[identity(code)] = (code, local)
        if known[1] is None:
            return None
        frame.f_trace_opcodes = True
        self._entered += 1
        return known[1]

    def _local(self, counts: list[int] | None) -> Any:
        """Return what is called at each step of a frame: little, for speed."""
        step, end = self._count.step, self._count.end

        def other(_frame: FrameType, event: str, _argument: Any) -> Any:
            if event == "opcode":
                try:
                    step()
                except StopIteration:
                    end()
            elif event == "return":
                self._left += 1
            return other

        if counts is None:
            return other

        def own(frame: FrameType, event: str, _argument: Any) -> Any:
            if event == "opcode":
                try:
                    counts[frame.f_lasti] += step()
                except StopIteration:
                    end()
            elif event == "return":
                self._left += 1
            return own

        return own


class _Monitored:
    """Steps by the interpreter's own monitoring (Python 3.12 and later)."""

    def __init__(self, count: Count) -> None:
        self._monitoring: Any = vars(sys)["monitoring"]
        self._event = self._monitoring.events.INSTRUCTION
        # One object, by which it is known again.
        self._callback: Any = _counting(count, self._monitoring.DISABLE)

    def start(self) -> None:
        """Start, or go on."""
        self._monitoring.use_tool_id(TOOL, "steps")
        self._monitoring.register_callback(TOOL, self._event, self._callback)
        self._monitoring.set_events(TOOL, self._event)

    def stop(self) -> bool:
        """Stop; return whether nobody interfered."""
        monitoring = self._monitoring
        if monitoring.get_tool(TOOL) is None:
            return False
        kept = monitoring.get_events(TOOL) == self._event
        monitoring.set_events(TOOL, 0)
        before = monitoring.register_callback(TOOL, self._event, None)
        monitoring.free_tool_id(TOOL)
        return kept and before is self._callback

    def is_whole(self) -> bool:
        """Return whether nothing was left out: it is all or nothing here."""
        return True


class _Looked(NamedTuple):
    """A code, whether its instructions are counted, and how often each ran so far."""

    code: CodeType
    counted: bool
    counts: list[int] | None


def _counting(count: Count, disable: object) -> Callable[[CodeType, int], object]:
    """Return what is called at each instruction: little, for speed."""
    step, end = count.step, count.end
    # With the code, so that no other can have its identity.
    known: dict[int, _Looked] = {}
    last = _Looked(_counting.__code__, counted=False, counts=None)

    def looked(code: CodeType) -> _Looked:
        nonlocal last
        key = identity(code)
        if key not in known:
            counted = _is_counted(code)
            known[key] = _Looked(code, counted, count.counts(code) if counted else None)
        last = known[key]
        return last

    def instruction(code: CodeType, offset: int) -> object:
        # Most often one comes after another of the same code.
        its, counted, counts = last
        if its is not code:
            _, counted, counts = looked(code)
        if not counted:
            return disable
        try:
            if counts is None:
                step()
            else:
                counts[offset] += step()
        except StopIteration:
            end()
        return None

    return instruction

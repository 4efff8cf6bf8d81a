"""Counts the interpreter's steps of a call: a loop takes more for more elements.

A step is one instruction of Python's virtual machine, in any Python function that the
call runs, NumPy's own included. What C code does in one go is one step, however
large the array: the count of an array expression does not depend on its size. There
is no clock in it: the same call takes the same steps everywhere.
"""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

TOOL = 3
MAX_STEPS = 1_000_000
"""A call that takes more is counted no further: each step costs the time of ten."""
_GUEST = str(Path(__file__).parent)
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
    """Counts steps while it runs; `labels` are those of the submission's sources."""

    def __init__(self, labels: set[str]) -> None:
        self._labels = labels
        self._total = 0
        self._lines: Counter[tuple[str, int]] = Counter()
        self._noticed = False
        # By identity: to compare code objects is to compare all that is in them.
        self._known: dict[int, tuple[CodeType, dict[int, int] | None, bool]] = {}

    def run(self, work: Callable[[], Any]) -> tuple[Any, Steps]:
        """Return what `work` returns, and the steps it took."""
        runs = _monitored if sys.version_info >= (3, 12) else _traced
        value = runs(self, work)
        return value, Steps(self._total, dict(self._lines), self._noticed)

    def step(self, code: CodeType, offset: int) -> None:
        """Count one step."""
        found = self._known.get(id(code))
        if found is None:
            found = self._known[id(code)] = self._look(code)
        _, lines, counts = found
        self._total += counts
        if self._total > MAX_STEPS:
            raise TooManySteps
        if lines is not None:
            self._lines[code.co_filename, lines.get(offset, 0)] += 1

    def notice(self) -> None:
        """Remember that somebody interfered."""
        self._noticed = True

    def _look(self, code: CodeType) -> tuple[CodeType, dict[int, int] | None, bool]:
        file = code.co_filename
        if file in self._labels:
            positions = enumerate(code.co_positions())
            return code, {2 * at: place[0] or 0 for at, place in positions}, True
        ours = file.startswith(_GUEST) or file.endswith(_PRINTING)
        return code, None, not ours


def _traced(count: Count, work: Callable[[], Any]) -> Any:
    """Run `work` with a trace function (Python 3.11)."""
    entered: Counter[bool] = Counter()

    def local(frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "opcode":
            count.step(frame.f_code, frame.f_lasti)
        elif event == "return":
            entered[False] += 1
        return local

    def trace(frame: FrameType, _event: str, _argument: Any) -> Any:
        entered[True] += 1
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        return local

    sys.settrace(trace)
    try:
        return work()
    finally:
        if sys.gettrace() is not trace:
            count.notice()
        sys.settrace(None)
        # A frame that was taken out of the count does not tell of its end.
        if entered[True] != entered[False]:
            count.notice()


def _monitored(count: Count, work: Callable[[], Any]) -> Any:
    """Run `work` with the interpreter's own monitoring (Python 3.12 and later)."""
    monitoring: Any = vars(sys)["monitoring"]
    instruction = monitoring.events.INSTRUCTION
    step = count.step
    monitoring.use_tool_id(TOOL, "steps")
    monitoring.register_callback(TOOL, instruction, step)
    monitoring.set_events(TOOL, instruction)
    try:
        return work()
    finally:
        if monitoring.get_events(TOOL) != instruction:
            count.notice()
        monitoring.set_events(TOOL, 0)
        if monitoring.register_callback(TOOL, instruction, None) is not step:
            count.notice()
        monitoring.free_tool_id(TOOL)

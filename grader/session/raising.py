"""Cases whose first call raises: where nothing can catch that, they are not run again.

What such a case comes to is the failure of that call. Whether it is let through shows
in the code of the frames between the case and the call: in one without a `try` or a
`with` nothing can be caught, whatever is raised.
"""

from collections.abc import Callable, Mapping
from types import CodeType, TracebackType
from typing import TYPE_CHECKING, final

import pytest

from grader.compare.failure import Failure
from grader.sandbox.outcome import Returned
from grader.session.plain import Plain
from grader.session.proxy import Submitted
from grader.session.runner import Ran

if TYPE_CHECKING:
    from grader.session.subject import Call

Requests = Mapping[pytest.Item, tuple[bytes, ...]]
"""The encoded arguments of the calls that cases make."""


@final
class Raising:
    """Knows the first calls of cases that let through whatever these raise."""

    def __init__(self) -> None:
        self._first: dict[pytest.Item, Call] = {}

    def keep(self, case: Plain | None, ran: Ran, requests: Requests) -> None:
        """Keep the call of a case that ended with it, if it is the first it makes."""
        known = requests.get(ran.item)
        if case is None or not known or ran.item in self._first or len(ran.calls) != 1:
            return
        call, raised = ran.calls[0], ran.raised
        if call.request != known[0] or isinstance(call.outcome, Returned):
            return
        if not isinstance(raised, Failure):
            return
        if _is_let_through(raised.__traceback__, case.function):
            self._first[ran.item] = call

    def ran(self, item: pytest.Item, subject: Submitted) -> Ran | None:
        """Return what comes of a case whose first call is known to raise."""
        first = self._first.get(item)
        if first is None:
            return None
        outcome = subject.made.call(first.request)
        if outcome is None or isinstance(outcome, Returned):
            return None
        call = first._replace(outcome=outcome)
        seconds = subject.made.calls[call.request].seconds
        try:
            subject.value(call)
        except Failure as failure:
            return Ran(item, failure.with_traceback(None), (call,), seconds)
        return None


def _is_let_through(
    raised: TracebackType | None, function: Callable[..., object]
) -> bool:
    """Return whether no frame from a case's own to the call could catch anything."""
    codes: list[CodeType] = []
    while raised is not None:
        codes.append(raised.tb_frame.f_code)
        raised = raised.tb_next
    own, call = getattr(function, "__code__", None), Submitted.__call__.__code__
    if own not in codes or call not in codes:
        return False
    between = codes[codes.index(own) : codes.index(call)]
    return not any(code.co_exceptiontable for code in between)

"""Records of answers that passed, by what their calls came to.

There is nothing of one answer in such a record but the seconds: whoever's calls come to
the same, byte for byte, is given the same.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, final

import msgspec

from grader.session.made import Replies
from grader.verdict import Exercise, Status

MAX_KEPT = 64
"""Records kept of an exercise."""

Requests = tuple[bytes, ...]


class _Kept(NamedTuple):
    record: Exercise
    calls: Sequence[Requests]
    """Those of each of its cases."""


@final
class Passing:
    """Keeps the record of what passed, for who is judged after that."""

    def __init__(self) -> None:
        self._kept: dict[str, OrderedDict[Requests, _Kept]] = {}

    def keep(
        self, record: Exercise, calls: Mapping[str, Requests], replies: Replies
    ) -> None:
        """Keep a record that passed without findings; `calls` are by a case's id."""
        if record.status is not Status.PASSED or record.findings:
            return
        its = [calls[case.id] for case in record.cases if case.id in calls]
        if len(its) < len(record.cases):
            return
        kept = self._kept.setdefault(record.name, OrderedDict())
        kept[_bodies(replies)] = _Kept(record, its)
        if len(kept) > MAX_KEPT:
            kept.popitem(last=False)

    def record(self, name: str, replies: Replies) -> Exercise | None:
        """Return the record of an exercise for these replies, if there is one."""
        kept = self._kept.get(name)
        key = _bodies(replies) if kept else ()
        if not kept or key not in kept:
            return None
        kept.move_to_end(key)
        record, calls = kept[key]
        cases = [
            msgspec.structs.replace(
                case, seconds=round(sum([replies[one].seconds for one in its]), 6)
            )
            for case, its in zip(record.cases, calls, strict=True)
        ]
        return msgspec.structs.replace(record, cases=tuple(cases))


def _bodies(replies: Replies) -> Requests:
    return tuple([reply.body for reply in replies.values()])

"""What came of calls that were made ahead of the cases that ask for them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import final

from grader.guest.protocol import Kind
from grader.sandbox.guest import Reply
from grader.sandbox.outcome import Outcome, Raised
from grader.sandbox.reply import told

Replies = Mapping[bytes, Reply]
"""Replies to requests, by their encoded arguments."""
NO_REPLIES: Replies = MappingProxyType({})


@final
class Made:
    """The replies to calls of a function, and to those that were counted.

    `loading` is the reply that tells what loading the function took.
    """

    def __init__(
        self,
        calls: Replies = NO_REPLIES,
        counts: Replies = NO_REPLIES,
        loading: bytes = b"",
    ) -> None:
        self.calls = calls
        self.counts = counts
        self._loading = loading
        self._raised: dict[bytes, Raised] = {}

    def call(self, request: bytes) -> Outcome | None:
        """Return what a call came to, None if it was not made."""
        reply = self.calls.get(request)
        if reply is None:
            return None
        known = self._raised.get(reply.body)
        if known is not None:
            return known
        outcome = told(reply.body, Kind.CALL)
        if isinstance(outcome, Raised):
            # Often the same for each case; nobody can change anything of it.
            self._raised[reply.body] = outcome
        return outcome

    def count(self, request: bytes) -> Outcome | None:
        """Return what was counted, None if that was not."""
        reply = self.counts.get(request)
        return None if reply is None else told(reply.body, Kind.COUNT)

    def loaded(self) -> Outcome | None:
        """Return what loading it took, None if that is not told."""
        return told(self._loading, Kind.DEFINE)


NOTHING = Made()

"""The workers of a cluster: which have come, which may judge, which are lost."""

import time
from collections.abc import Iterable, Mapping
from typing import final

from grader.batch.link import Seen
from grader.batch.messages import Opened
from grader.errors import GraderError, UsageError

AHEAD = 2
"""Batches for each thread of a worker: one is judged, one waits for it."""
SILENCE = 45.0
"""Seconds after which a worker that is not heard of is taken for lost."""


@final
class Seat:
    """A worker, what it was given, and whether it may judge at all.

    `flying` are the ids in each batch that is on its way, by number, oldest first.
    """

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.heard = time.monotonic()
        self.host = ""
        self.asked = False
        self.ready = False
        self.refused = False
        self.alone = False
        self.flying: dict[int, tuple[str, ...]] = {}

    @property
    def name(self) -> str:
        """What a sentence calls the worker."""
        return f"Worker {self.seen.address} on {self.host or self.seen.host}"

    @property
    def idle(self) -> bool:
        """Whether it may judge and has nothing to do."""
        return self.ready and not self.flying and self.seen.status == "running"

    @property
    def room(self) -> bool:
        """Whether it may have another batch."""
        if not self.flying:
            self.alone = False
        enough = self.alone or len(self.flying) >= AHEAD * self.seen.threads
        return self.ready and self.seen.status == "running" and not enough

    def suspects(self) -> set[int]:
        """Return the batches that may be why the worker ended: those being judged."""
        if self.seen.status != "running":
            # It was told to end.
            return set()
        return set(list(self.flying)[: self.seen.threads])


@final
class Seats:
    """All the workers, by address."""

    def __init__(self) -> None:
        self._seats: dict[str, Seat] = {}
        self._silent: dict[str, float] = {}

    def see(self, seen: Mapping[str, Seen]) -> list[Seat]:
        """Compare with what the scheduler says; return who is lost."""
        now = time.monotonic()
        lost = [one for address, one in self._seats.items() if address not in seen]
        come = []
        for address, told in seen.items():
            seat = self._seats.get(address)
            if seat is None:
                if self._silent.get(address) != told.beat:
                    come.append(Seat(told))
                continue
            if told.beat != seat.seen.beat:
                seat.heard = now
            elif now - seat.heard > SILENCE:
                # Should it be heard of again, it has to be asked again.
                self._silent[address] = told.beat
                lost.append(seat)
            seat.seen = told
        for seat in lost:
            self.lose(seat)
        self._seats |= {seat.seen.address: seat for seat in come}
        return lost

    def lose(self, seat: Seat) -> None:
        """Count on a worker no more; if it is there still, it comes as a new one."""
        self._seats.pop(seat.seen.address, None)

    def unasked(self) -> Seat | None:
        """Return a worker that was not asked yet, None if there is none."""
        return next((one for one in self._seats.values() if not one.asked), None)

    def free(self) -> Seat | None:
        """Return the worker that has least to do, None if none has room."""
        free = [one for one in self._seats.values() if one.room]
        share = [len(one.flying) / one.seen.threads for one in free]
        return free[share.index(min(share))] if free else None

    def idle(self) -> Seat | None:
        """Return a worker that has nothing to do, None if each has something."""
        return next((one for one in self._seats.values() if one.idle), None)

    @property
    def threads(self) -> int:
        """How many submissions are judged at a time."""
        return sum(one.seen.threads for one in self._seats.values() if one.ready)

    @property
    def answered(self) -> bool:
        """Whether there are workers, and each was asked and has answered."""
        seats: Iterable[Seat] = self._seats.values()
        return bool(self._seats) and all(one.ready or one.refused for one in seats)


def unfit(
    seat: Seat, opened: Opened, keys: Mapping[str, str], wall: str
) -> GraderError | UsageError | None:
    """Return why a worker may not judge, None if it may.

    `keys` are the exercises' keys here, the `wall` that of the others, if any.
    """
    if opened.fault:
        return GraderError(f"{seat.name}: {opened.fault}", opened.help)
    if opened.keys != keys:
        return UsageError(
            f"{seat.name} would judge by another course, or with other versions.",
            "Install the same grader there; a course that grader init began is the "
            "package's own.",
        )
    if wall and opened.wall != wall:
        return GraderError(
            f"{seat.name} stands behind {opened.wall}, others behind {wall}.",
            "Give all workers the same walls, or choose one: --isolation landlock.",
        )
    return None

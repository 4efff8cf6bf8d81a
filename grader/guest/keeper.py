"""Sees the guests of a warm parent through: none outlives the host's interest in it.

Each guest has a lifeline, a socket to the host. When the host lets go of it the guest
is ended; when the guest ends, by whatever, the host reads there how.
"""

import contextlib
import os
import select
import signal
import struct
from typing import NamedTuple, final

STARTED = b"+"
STATUS = struct.Struct("<i")


class _Kept(NamedTuple):
    """A guest's process, the descriptor that tells of its end, and its lifeline."""

    process: int
    ended: int
    lifeline: int


@final
class Keeper:
    """Holds the guests that live, and waits for them and for the host at once."""

    def __init__(self, control: int) -> None:
        self._control = control
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)
        self._guests: dict[int, _Kept] = {}

    def keep(self, process: int, lifeline: int) -> None:
        """See a guest through from here on, and tell the host that it started."""
        guest = _Kept(process, os.pidfd_open(process), lifeline)
        for number in (guest.ended, lifeline):
            self._guests[number] = guest
            self._poll.register(number, select.POLLIN)
        _tell(lifeline, STARTED)

    def wait(self) -> None:
        """Return when the host asks for something, or is gone."""
        asked = False
        while not asked:
            for number, _ in self._poll.poll():
                guest = self._guests.get(number)
                if number == self._control:
                    asked = True
                elif guest is None:
                    # Its other descriptor came first.
                    continue
                elif number == guest.ended:
                    self._over(guest)
                else:
                    self._let_go(guest)

    def _let_go(self, guest: _Kept) -> None:
        """End a guest that the host has no more use for; its end is waited for."""
        # Not reaped yet, so that its number cannot be another process's by now.
        os.kill(guest.process, signal.SIGKILL)
        self._poll.unregister(guest.lifeline)

    def _over(self, guest: _Kept) -> None:
        """Tell the host how a guest ended."""
        status = os.waitstatus_to_exitcode(os.waitpid(guest.process, 0)[1])
        _tell(guest.lifeline, STATUS.pack(status))
        for number in (guest.ended, guest.lifeline):
            del self._guests[number]
            with contextlib.suppress(KeyError):
                self._poll.unregister(number)
            os.close(number)


def _tell(lifeline: int, what: bytes) -> None:
    # The host may have hung up, which it is free to do at any time.
    with contextlib.suppress(OSError):
        os.write(lifeline, what)

"""What answers a guest that asks for supplied functions."""

from typing import final

from grader.course import Course
from grader.errors import GraderError
from grader.guest import protocol, wire
from grader.language import say
from grader.sandbox import channel
from grader.sandbox.guest import Guest
from grader.sandbox.launcher import Sandbox
from grader.session.supplied import units

START_SECONDS = 10


@final
class Helper:
    """Answers a guest's calls of supplied functions, in a guest of its own.

    The arguments are the student's: the reference meets them behind the same walls
    and limits. The host passes the bytes on without decoding them.
    """

    def __init__(
        self, sandbox: Sandbox, course: Course, names: tuple[str, ...], seed: int
    ) -> None:
        self._sandbox = sandbox
        self._course = course
        self._names = names
        self._seed = seed
        self._guest: Guest | None = None
        self._position: list[int] = []

    def answer(self, index: int, body: memoryview, seconds: float) -> memoryview:
        """Return the encoded outcome of supplied function `index`."""
        if index >= len(self._names):
            raise channel.ProtocolError("a call of a function that is not supplied")
        guest = self._guest or self._start()
        try:
            return guest.relay(self._position[index], body, seconds)
        except channel.DeadlineError:
            self.close()
            raise
        except (channel.ClosedError, channel.FloodError):
            # Arguments no reference survives: the student's function hears of it.
            self.close()
            said = say("{name}() cannot be computed for this")
            lost = {
                "outcome": protocol.RAISED,
                "type": "RuntimeError",
                "message": said.format(name=self._names[index]),
            }
            return memoryview(wire.join(wire.encode(lost)))

    def close(self) -> None:
        """End the helper's guest."""
        if self._guest is not None:
            self._guest.end()
            self._guest = None

    def _start(self) -> Guest:
        supplied = units(self._course, self._names)
        order = [unit.names[0] for unit in supplied]
        self._position = [order.index(name) for name in self._names]
        guest = self._sandbox.guest()
        found, answer = guest.define(supplied, (), self._seed, START_SECONDS)
        if set(found) != {"callable"}:
            guest.end()
            raise GraderError(
                f"The functions supplied ({', '.join(self._names)}) do not load: "
                f"{answer.outcome}."
            )
        self._guest = guest
        return guest

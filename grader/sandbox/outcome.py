"""What can come of a call into the guest."""

from typing import Any, NamedTuple


class Place(NamedTuple):
    """A frame of student code: the label of its source, line, function.

    `start` and `end` are where in the line it happened, in bytes from 0; both are 0
    where that is not known.
    """

    label: str
    line: int
    function: str
    start: int = 0
    end: int = 0


class Noted(NamedTuple):
    """What NumPy warned of: where, and its words."""

    place: Place
    message: str


class Returned(NamedTuple):
    """The call came back with a value; `changed` names arguments it changed.

    `noted` is what NumPy warned of meanwhile, as the guest says.
    """

    value: Any
    changed: tuple[str, ...]
    noted: tuple[Noted, ...] = ()


class Site(NamedTuple):
    """Where C code iterates: label, the call's place in the syntax tree, what iterates.

    Lines count from 1 and columns from 0, in bytes, as in Python's syntax tree.
    """

    label: str
    line: int
    column: int
    end_line: int
    end_column: int
    name: str

    @property
    def place(self) -> tuple[str, int, int, int, int]:
        """Where it is, without what iterates there."""
        return (self.label, self.line, self.column, self.end_line, self.end_column)


class Counted(NamedTuple):
    """What a counted call took, as the guest says: data, not a verdict."""

    steps: int
    lines: dict[tuple[str, int], int]
    """Steps by label and line of the submission."""
    sites: dict[Site, int]
    """Over how many elements C code iterated."""
    noticed: bool
    """Somebody interfered with the count."""


class Timed(NamedTuple):
    """What the fastest of several calls took, as the guest says: data, no verdict."""

    seconds: float


class Raised(NamedTuple):
    """The call raised; `frames` are the student's own, outermost first."""

    type: str
    message: str
    frames: tuple[Place, ...]


class WrongSignature(NamedTuple):
    """The function cannot be called with these arguments."""

    signature: str


class Unsendable(NamedTuple):
    """The returned value is too large or nested too deep to cross."""

    why: str


class Ended(NamedTuple):
    """The guest's process is gone: exit status, or minus the signal's number."""

    status: int | None


class TimedOut(NamedTuple):
    """The call took longer than it may."""

    seconds: float


class Flooded(NamedTuple):
    """The call printed more than is kept."""

    limit: int


class BrokeProtocol(NamedTuple):
    """The guest sent what no guest sends."""

    why: str


Outcome = (
    Returned
    | Counted
    | Timed
    | Raised
    | WrongSignature
    | Unsendable
    | Ended
    | TimedOut
    | Flooded
    | BrokeProtocol
)

ENDS_GUEST = (Ended, TimedOut, Flooded, BrokeProtocol)
"""After these the guest is gone; the next call needs a fresh one."""

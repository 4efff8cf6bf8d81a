"""Other graders, each in a module of its own; a new one is a class and a line here."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from calls import Recording
from students import Student

from peers.check50 import Check50
from peers.gradescope import Gradescope
from peers.nbgrader import Nbgrader
from peers.otter import Otter


class Peer(Protocol):
    """A grader that was given the submissions and the cases, ready to go."""

    @property
    def name(self) -> str:
        """What it is called, as it is run."""

    @property
    def pins(self) -> tuple[str, ...]:
        """What is installed for it, with versions."""

    def grade(self) -> float:
        """Grade all submissions from the beginning; return the seconds it took."""

    def passed(self) -> dict[tuple[str, str], bool]:
        """Return by student and exercise whether every call was right."""


PEERS: dict[str, Callable[[Path, Path, Recording, Sequence[Student]], Peer]] = {
    "check50": Check50,
    "gradescope": Gradescope,
    "nbgrader": Nbgrader,
    "otter": Otter,
}
"""By name: made from the cache, a folder of its own, the cases and the submissions."""

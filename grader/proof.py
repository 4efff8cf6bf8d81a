"""What was found out about an exercise: the record that is shown of it."""

from typing import NamedTuple


class Survivor(NamedTuple):
    """A mutant that no hidden case rejects, and an input that tells it apart."""

    line: int
    before: str
    after: str
    input: str
    """Empty if none was found."""
    marks: str
    """The file where its author can mark it as no change at all."""
    mark: str
    """What to write there, but for the reason."""


class Proof(NamedTuple):
    """What was found about one exercise; no complaints and no survivors is good."""

    name: str
    cases: int = 0
    misconceptions: dict[str, str] = {}  # noqa: RUF012 - nobody changes it
    """Of each the promise of the first hidden case that rejects it."""
    mutants: int = 0
    killed: int = 0
    equivalent: int = 0
    survivors: tuple[Survivor, ...] = ()
    idle: tuple[tuple[str, str], ...] = ()
    """Hidden cases that reject nothing which another one, its partner, does not."""
    complaints: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether nothing is left to do."""
        return not self.complaints and not self.survivors

"""One row of a comparison: what something else took, and the grader beside it.

The ratio says how many times as long the other takes; below one the grader is behind.
"""

import statistics
from typing import Any, NamedTuple


class Row(NamedTuple):
    """Figures of neighbours, round by round."""

    beside: str
    """What the grader is compared with."""
    what: str
    """What both did, once."""
    theirs: list[float]
    grader: list[float]
    unit: str = "s"
    least: float | None = None
    """The goal: the least ratio."""
    most: float | None = None
    """The goal, where it is the most that the grader may take."""
    verdicts: int = 0
    """How many verdicts of a peer's were held against the grader's."""
    differ: tuple[str, ...] = ()
    """The submissions and exercises of which they were not the same."""

    @property
    def ratio(self) -> float:
        """The median of the ratios of neighbours."""
        pairs = zip(self.theirs, self.grader, strict=True)
        return statistics.median(one / two for one, two in pairs)

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.least is not None:
            return self.ratio >= self.least
        if self.most is not None:
            return statistics.median(self.grader) <= self.most
        return None

    def document(self) -> dict[str, Any]:
        """Return all of it for JSON."""
        return self._asdict() | {"ratio": self.ratio, "met": self.met}

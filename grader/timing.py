"""What a race and a stopwatch tell, as frozen records: data to show, no verdict."""

from enum import StrEnum
from typing import NamedTuple

from grader.language import marked


class Who(StrEnum):
    """Who runs in a race, as a screen calls them."""

    YOURS = marked("your version")
    LOOP = marked("the loop")
    REFERENCE = marked("the reference")


class Run(NamedTuple):
    """One contestant: the seconds of one call for each of the race's sizes, in order.

    If it `stopped` early, that says why in a few words.
    """

    who: Who
    seconds: tuple[float, ...]
    stopped: str = ""


class Race(NamedTuple):
    """Calls with more and more of one `unit`: rows, examples, …."""

    exercise: str
    unit: str
    sizes: tuple[int, ...]
    runs: tuple[Run, ...]
    fault: str = ""
    """Why the student's version is not among the runs."""
    loops: bool = False
    """Whether the student's version shows a loop."""

    def run(self, who: Who) -> Run | None:
        """Return the run of one contestant."""
        return next((one for one in self.runs if one.who is who), None)

    def ratio(self, who: Who, other: Who = Who.REFERENCE) -> tuple[int, float] | None:
        """Return the largest size that `who` and the `other` both ended.

        And how many times as long as the other `who` took there.
        """
        run, against = self.run(who), self.run(other)
        pairs = list(
            zip(
                self.sizes,
                run.seconds if run else (),
                against.seconds if against else (),
                strict=False,
            )
        )
        if not pairs:
            return None
        size, own, least = pairs[-1]
        return size, max(own, SHORTEST) / max(least, SHORTEST)


class Slow(NamedTuple):
    """A right answer that takes many `times` as long as the reference at one size."""

    times: float
    size: int
    unit: str
    at_least: bool = False
    """It was not waited for to the end."""


SHORTEST = 1e-9
"""No call takes fewer seconds; a guest may say so."""

"""What counted calls of a submission took, as evidence for the loop policy."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, final

from grader.course import Loops, Over
from grader.findings.growth import Evidence, Growth, Key, certain, is_certain
from grader.language import say
from grader.sandbox.outcome import Counted, Outcome, Raised

Inputs = Iterable[tuple[int, tuple[Any, ...]]]
"""Sizes, and the arguments of a call of that size."""


def last(loops: Loops, unit: str, sizes: Sequence[int]) -> int | None:
    """Return the size that is counted only as far as it can matter, None if none is.

    How work grows with what a loop is allowed over is looked at closely.
    """
    return None if loops == Over(unit) or not sizes else sizes[-1]


@final
class Work:
    """What a submission was seen to do while it was loaded and in counted calls."""

    def __init__(self) -> None:
        self._failed = ""
        self._loaded: dict[Key, tuple[str, int]] = {}
        self._growths: list[Growth] = []

    def loaded(self, outcome: Counted) -> None:
        """Keep what was gone through while the source was loaded."""
        self._loaded = {
            site.place: (site.name, size) for site, size in outcome.sites.items()
        }

    def grow(
        self,
        unit: str,
        inputs: Inputs,
        count: Callable[[tuple[Any, ...], int], Outcome],
        last: int | None = None,
    ) -> Growth:
        """Return what calls with more and more of one `unit` take, and keep it.

        The call of the size `last` is made, and counted, only as far as it can matter.
        """
        sizes: list[int] = []
        counted: list[Counted] = []
        for size, args in inputs:
            if self._failed:
                break
            steps = [one.steps for one in counted]
            sites = [one.sites for one in counted]
            if size == last and is_certain(sizes, steps, sites):
                break
            enough = certain(sizes, steps, size) if size == last else 0
            outcome = count(args, enough)
            if not isinstance(outcome, Counted):
                self._failed = _why(outcome)
                break
            sizes.append(size)
            counted.append(outcome)
        growth = _growth(unit, sizes, counted, self._failed)
        self._growths.append(growth)
        return growth

    def evidence(self, over: str) -> Evidence:
        """Return all that was seen; `over` is the unit that work may grow with."""
        return Evidence(tuple(self._growths), self._loaded, over)


def _growth(unit: str, sizes: list[int], counted: list[Counted], failed: str) -> Growth:
    lines = {line for one in counted for line in one.lines}
    names = {site.place: site.name for one in counted for site in one.sites}
    found = [{site.place: many for site, many in one.sites.items()} for one in counted]
    return Growth(
        unit,
        tuple(sizes),
        tuple(one.steps for one in counted),
        {line: tuple(one.lines.get(line, 0) for one in counted) for line in lines},
        {
            place: (name, tuple(one.get(place, 0) for one in found))
            for place, name in names.items()
        },
        noticed=any(one.noticed for one in counted),
        failed=failed,
    )


def _why(outcome: Outcome) -> str:
    if isinstance(outcome, Raised):
        return say("it raised {error}").format(error=outcome.type)
    return say("the call came to: {outcome}").format(outcome=type(outcome).__name__)

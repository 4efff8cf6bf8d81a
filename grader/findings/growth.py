"""How the work of a function grows with its input, as counted steps tell it."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

from grader.findings.words import plural
from grader.language import marked, say

Key = tuple[str, int, int, int, int]
"""A place in a source: label, line, column, last line, last column, as in its tree."""

PER_UNIT = 1.0
"""Steps for each further row from which on something goes through the rows."""
PER_UNIT_OTHERWISE = 12.0
"""The same where they do not grow evenly: one size may be treated in another way."""
EVEN = 4.0
"""How much faster one part of an even growth may be than the other."""

COUNTED = (marked("step"), marked("turn"))
"""What is counted, in the singular."""


class Growth(NamedTuple):
    """Counted calls with more and more of one `unit`: rows, examples, iterations.

    `sizes` are in the order of the calls; `steps`, and the counts of each line and
    site, are in the order of `sizes`.
    """

    unit: str
    sizes: tuple[int, ...]
    steps: tuple[int, ...]
    lines: dict[tuple[str, int], tuple[int, ...]]
    sites: dict[Key, tuple[str, tuple[int, ...]]]
    """Of each site what iterates there, and over how many elements."""
    noticed: bool = False
    """Somebody interfered with the count."""
    failed: str = ""
    """Why it could not be counted to the end."""


class Evidence(NamedTuple):
    """What running the submission showed; `over` is the unit it may grow with."""

    growths: tuple[Growth, ...] = ()
    loaded: Mapping[Key, tuple[str, int]] = MappingProxyType({})
    """The sites that ran when the file was loaded."""
    over: str = ""

    def ran(self, keys: Iterable[Key]) -> bool:
        """Return whether a call, or loading the file, came to one of these places."""
        return any(
            key in self.loaded or any(key in one.sites for one in self.growths)
            for key in keys
        )

    def at_load(self, keys: Iterable[Key]) -> int:
        """Return how many elements were gone through when the file was loaded."""
        return max(
            (self.loaded[key][1] for key in keys if key in self.loaded), default=0
        )

    def grown(
        self, keys: Iterable[Key], *, over: bool = False
    ) -> tuple[Growth, tuple[int, ...]] | None:
        """Return the calls that went through more elements for more units.

        With `over`, for more of the unit that the work may grow with.
        """
        for key in keys:
            for one in self.growths:
                _, counts = one.sites.get(key, ("", ()))
                if (one.unit == self.over) is over and changes(one, counts):
                    return one, counts
        return None

    def seen(self) -> Iterator[tuple[Key, str]]:
        """Yield each place where something iterates, with the name of what does."""
        for one in self.growths:
            for key, (name, _) in one.sites.items():
                yield key, name
        for key, (name, _) in self.loaded.items():
            yield key, name

    def ran_line(self, label: str, line: int) -> bool:
        """Return whether a call came to a line."""
        return any((label, line) in one.lines for one in self.growths)


NONE = Evidence()


def rate(growth: Growth, counts: tuple[int, ...]) -> float:
    """Return by how much `counts` grow for each further unit, from least to most."""
    if len(counts) < 2:
        return 0.0
    pairs = sorted(zip(growth.sizes, counts, strict=False))
    (least, low), (most, high) = pairs[0], pairs[-1]
    return (high - low) / max(1, most - least)


def grows(growth: Growth) -> bool:
    """Return whether a call takes steps for each unit."""
    each = rate(growth, growth.steps)
    slopes = _slopes(growth, growth.steps)
    if each < PER_UNIT or min(slopes) * EVEN >= max(slopes):
        return each >= PER_UNIT
    lines = growth.lines.values()
    own = max((rate(growth, counts) for counts in lines), default=0.0)
    return each >= PER_UNIT_OTHERWISE or own >= PER_UNIT


def is_certain(
    sizes: Sequence[int], steps: Sequence[int], sites: Sequence[Mapping[Any, int]]
) -> bool:
    """Return whether calls of these sizes show by themselves that steps grow.

    That takes a place that is gone through for each single unit, as `sites` count: what
    goes through some of them only, or is slow the first time, is called with more.
    """
    pairs = sorted(zip(sizes, steps, strict=True))
    if len(pairs) < 2 or min(sizes) < 1:
        return False
    (least, low), (most, high) = pairs[0], pairs[-1]
    each = zip(sizes, sites, strict=True)
    turns = [{site: many / size for site, many in some.items()} for size, some in each]
    evenly = any(
        many >= 1 and all(some.get(site) == many for some in turns)
        for site, many in turns[0].items()
    )
    return evenly and high - low >= PER_UNIT_OTHERWISE * (most - least)


def certain(sizes: Sequence[int], steps: Sequence[int], size: int) -> int:
    """Return how many steps of a last call, of `size`, say that they grow for certain.

    What it takes beyond that changes neither the verdict nor its words. It is 0 where
    the calls before, of `sizes`, do not show yet what the words need.
    """
    pairs = sorted(zip(sizes, steps, strict=True))
    if len(pairs) < 2 or size <= pairs[-1][0] or pairs[1][1] <= pairs[0][1]:
        return 0
    least, low = pairs[0]
    return low + math.ceil(PER_UNIT_OTHERWISE * (size - least))


def changes(growth: Growth, counts: tuple[int, ...]) -> bool:
    """Return whether something is done more often for some numbers of units.

    Once more is no growth, unless it is for the most: three labels at random may lack
    one of the two that there are.
    """
    if len(counts) < 2:
        return False
    most = max(range(len(counts)), key=growth.sizes.__getitem__)
    others = [count for at, count in enumerate(counts) if at != most]
    return max(counts) - min(counts) > 1 or counts[most] > max(others)


def is_linear(growth: Growth, counts: tuple[int, ...]) -> bool:
    """Return whether each further unit adds the same, as one loop over it does."""
    slopes = _slopes(growth, counts)
    return not slopes or max(slopes) - min(slopes) <= max(1.0, 0.2 * max(slopes))


def _slopes(growth: Growth, counts: tuple[int, ...]) -> list[float]:
    """Return by how much `counts` grow for each further unit, from size to size."""
    pairs = sorted(zip(growth.sizes, counts, strict=False))
    return [
        (high - low) / (most - least) for (least, low), (most, high) in pairwise(pairs)
    ]


def in_numbers(growth: Growth, counts: tuple[int, ...], word: str) -> str:
    """Return "62 steps for 3 rows, 251 for 12: about 21 per row".

    `word` is one of `COUNTED`.
    """
    pairs = sorted(zip(growth.sizes, counts, strict=False))
    (few, low), (many, high) = pairs[0], pairs[min(1, len(pairs) - 1)]
    if high <= low:
        # It starts later than that.
        many, high = pairs[-1]
    each = (high - low) / max(1, many - few)
    rounded = f"{each:,.0f}" if each >= 1 else f"{each:.1f}"
    unit = growth.unit
    told = marked(
        "{low} {steps} for {few} {units}, {high} for {many}: about {each} per {unit}"
    )
    if unit.isascii() and unit == plural(unit):
        told = marked(
            "{low} {steps} for {few} {unit}, {high} for {many}: about {each} for each"
        )
    counted = say(word)
    return say(told).format(
        low=f"{low:,}",
        steps=counted if low == 1 else plural(counted),
        few=f"{few:,}",
        units=unit if few == 1 else plural(unit),
        high=f"{high:,}",
        many=f"{many:,}",
        each=rounded,
        unit=unit,
    )

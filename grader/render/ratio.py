"""How two times compare, in words."""

import math
from collections.abc import Callable

from grader.language import counted, marked, say
from grader.timing import Race, Slow, Who

ALIKE = 2
"""Up to so many times as long is as fast: on a busy machine clocks are no finer."""

_SIZES = {
    10: marked("ten {unit}s"),
    100: marked("a hundred {unit}s"),
    1_000: marked("a thousand {unit}s"),
    10_000: marked("ten thousand {unit}s"),
    100_000: marked("a hundred thousand {unit}s"),
    1_000_000: marked("a million {unit}s"),
    10_000_000: marked("ten million {unit}s"),
}


AMOUNT = marked("{n} {unit}s")


def comparison(race: Race, who: Who, said: Callable[[str], str] = say) -> str:
    """Return the sentence that compares a contestant with the reference, if it ran.

    It is in the language at hand, or as `said` says it.
    """
    found = race.ratio(who)
    if found is None:
        return ""
    size, ratio = found
    name = marked("The loop") if who is Who.LOOP else marked("Your version")
    if who is Who.YOURS and race.loops:
        name = marked("Your loop")
    told = marked("{who} is as fast as the reference at {size}.")
    if ratio > ALIKE:
        told = marked("{who} takes {ratio} times as long as the reference at {size}.")
    elif ratio < 1 / ALIKE:
        told = marked("{who} is {ratio} times as fast as the reference at {size}.")
        ratio = 1 / ratio
    at = said(_SIZES.get(size, AMOUNT)).format(n=f"{size:,}", unit=counted(race.unit))
    return said(told).format(who=said(name), ratio=number(ratio), size=at)


def amount(size: int, unit: str) -> str:
    """Return a size in figures: 1,000 rows."""
    return say(AMOUNT).format(n=f"{size:,}", unit=counted(unit))


def remark(slow: Slow, command: str) -> str:
    """Return the advice of a check, with the command that shows more."""
    told = say(
        "It takes about {ratio} times as long as the reference for {size}: {command}"
    )
    if slow.at_least:
        told = say(
            "It takes more than {ratio} times as long as the reference for {size}: "
            "{command}"
        )
    at = amount(slow.size, slow.unit)
    return told.format(ratio=number(slow.times), size=at, command=command)


def number(ratio: float) -> str:
    """Return a ratio with two significant digits."""
    if ratio < 9.95:
        return f"{ratio:.1f}".removesuffix(".0")
    return f"{round(ratio, 1 - math.floor(math.log10(ratio))):,.0f}"


def seconds(value: float) -> str:
    """Return a time with two significant digits: 21 µs, 1.2 ms, 3 s."""
    for unit, factor in (("ns", 1e9), ("µs", 1e6), ("ms", 1e3)):
        if value * factor < 995:
            return f"{number(value * factor)} {unit}"
    return f"{number(value)} s"

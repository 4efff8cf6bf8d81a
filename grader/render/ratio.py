"""How two times compare, in words."""

import math

from grader.language import marked, say
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


def comparison(race: Race, who: Who) -> str:
    """Return the sentence that compares a contestant with the reference, if it ran."""
    found = race.ratio(who)
    if found is None:
        return ""
    size, ratio = found
    name = say("The loop") if who is Who.LOOP else say("Your version")
    if who is Who.YOURS and race.loops:
        name = say("Your loop")
    told = say("{who} is as fast as the reference at {size}.")
    if ratio > ALIKE:
        told = say("{who} takes {ratio} times as long as the reference at {size}.")
    elif ratio < 1 / ALIKE:
        told = say("{who} is {ratio} times as fast as the reference at {size}.")
        ratio = 1 / ratio
    at = _in_words(size, race.unit)
    return told.format(who=name, ratio=number(ratio), size=at)


def amount(size: int, unit: str) -> str:
    """Return a size in figures: 1,000 rows."""
    return say("{n} {unit}s").format(n=f"{size:,}", unit=unit)


def _in_words(size: int, unit: str) -> str:
    if size in _SIZES:
        return say(_SIZES[size]).format(unit=unit)
    return amount(size, unit)


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

"""How two times compare, in words."""

import math

from grader.timing import Race, Slow, Who

ALIKE = 2
"""Up to so many times as long is as fast: on a busy machine clocks are no finer."""

_SIZES = {
    10: "ten",
    100: "a hundred",
    1_000: "a thousand",
    10_000: "ten thousand",
    100_000: "a hundred thousand",
    1_000_000: "a million",
    10_000_000: "ten million",
}


def comparison(race: Race, who: Who) -> str:
    """Return the sentence that compares a contestant with the reference, if it ran."""
    found = race.ratio(who)
    if found is None:
        return ""
    size, ratio = found
    own = "your loop" if who is Who.YOURS and race.loops else str(who)
    name = own[0].upper() + own[1:]
    at = f"at {_SIZES.get(size, f'{size:,}')} {race.unit}s"
    if ratio > ALIKE:
        return f"{name} takes {number(ratio)} times as long as the reference {at}."
    if ratio >= 1 / ALIKE:
        return f"{name} is as fast as the reference {at}."
    return f"{name} is {number(1 / ratio)} times as fast as the reference {at}."


def remark(slow: Slow, command: str) -> str:
    """Return the advice of a check, with the command that shows more."""
    about = "more than" if slow.at_least else "about"
    return (
        f"It takes {about} {number(slow.times)} times as long as the reference for "
        f"{slow.size:,} {slow.unit}s: {command}"
    )


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

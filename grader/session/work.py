"""Counts what calls of a submission take, in a guest of their own."""

from collections.abc import Iterable
from typing import Any, final

from grader.findings.growth import Evidence, Growth, Key
from grader.guest import wire
from grader.sandbox.guest import Guest, Helper, Unit
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import ENDS_GUEST, Counted, Outcome, Raised
from grader.session.reference import ExerciseError

Inputs = Iterable[tuple[int, tuple[Any, ...]]]
"""Sizes, and the arguments of a call of that size."""


@final
class Work:
    """A submission that is watched while it works; started when first asked."""

    def __init__(
        self, sandbox: Sandbox, unit: Unit, seed: int, seconds: float, helper: Helper
    ) -> None:
        self._sandbox = sandbox
        self._unit = unit
        self._seed = seed
        self._seconds = seconds
        self._helper = helper
        self._guest: Guest | None = None
        self._failed = ""
        self._loaded: dict[Key, tuple[str, int]] = {}
        self._growths: list[Growth] = []

    def grow(self, unit: str, inputs: Inputs) -> Growth:
        """Return what calls with more and more of one `unit` take, and keep it."""
        sizes: list[int] = []
        counted: list[Counted] = []
        for size, args in inputs:
            if self._failed:
                break
            outcome = self._count(args)
            if not isinstance(outcome, Counted):
                self._failed = self._failed or _why(outcome)
                break
            sizes.append(size)
            counted.append(outcome)
        growth = _growth(unit, sizes, counted, self._failed)
        self._growths.append(growth)
        return growth

    def evidence(self, over: str) -> Evidence:
        """Return all that was seen; `over` is the unit that work may grow with."""
        return Evidence(tuple(self._growths), self._loaded, over)

    def close(self) -> None:
        """End the guest."""
        if self._guest is not None:
            self._guest.end()
            self._guest = None

    def _count(self, args: tuple[Any, ...]) -> Outcome | None:
        guest = self._guest or self._start()
        if guest is None:
            return None
        try:
            outcome = guest.count(0, args, self._seconds, self._helper).outcome
        except wire.WireError as error:
            raise ExerciseError(f"A case calls it with {error}.") from None
        if isinstance(outcome, ENDS_GUEST):
            self._guest = None
        return outcome

    def _start(self) -> Guest | None:
        if self._failed:
            return None
        guest = self._sandbox.guest()
        found, answer = guest.define(
            [self._unit],
            self._unit.uses,
            self._seed,
            self._seconds,
            self._helper,
            count=True,
        )
        if found != ["callable"] or not isinstance(answer.outcome, Counted):
            guest.end()
            self._failed = _why(answer.outcome)
            return None
        self._loaded = {
            site.place: (site.name, size) for site, size in answer.outcome.sites.items()
        }
        self._guest = guest
        return guest


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


def _why(outcome: Outcome | None) -> str:
    if isinstance(outcome, Raised):
        return f"it raised {outcome.type}"
    return f"the call came to: {type(outcome).__name__}"

"""What cases are run against: one function, or what stands in its place."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, final

from grader.compare.failure import Failure, Rung
from grader.findings.growth import Growth
from grader.sandbox.outcome import Outcome

Make = Callable[[int], tuple[Any, ...]]
"""Makes the arguments of a call with so many rows, examples, …"""


class Call(NamedTuple):
    """One call of the student's function, as its case made it."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    outcome: Outcome
    stdout: str
    request: bytes = b""
    """The arguments as they crossed, of a call that was made ahead."""


class Subject(Protocol):
    """What cases are run against, one call after the other."""

    calls: list[Call]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function; raises Failure for what is the student's."""

    def grow(self, unit: str, make: Make, sizes: tuple[int, ...]) -> Growth:
        """Return what calls take whose arguments `make` makes, of each of the sizes."""

    def close(self) -> None:
        """Give back what it holds."""


@final
class Direct:
    """The reference in the submission's place: the exercise has to pass itself."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.calls: list[Call] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the reference."""
        return self._function(*args, **kwargs)

    def grow(self, unit: str, make: Make, sizes: tuple[int, ...]) -> Growth:
        """Call the reference with each input; what that takes is not asked."""
        for size in sizes:
            self._function(*make(size))
        return Growth(unit, (), (), {}, {})

    def close(self) -> None:
        """Nothing to give back."""


@final
class Unanswered:
    """In the place of an answer that is not there: every call says why."""

    def __init__(self, message: str) -> None:
        self._message = message
        self.calls: list[Call] = []

    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        """Raise the reason as the student's failure."""
        raise Failure(self._message, rung=Rung.FOUND)

    def grow(self, _unit: str, _make: Make, _sizes: tuple[int, ...]) -> Growth:
        """Raise the reason as the student's failure."""
        raise Failure(self._message, rung=Rung.FOUND)

    def close(self) -> None:
        """Nothing to give back."""

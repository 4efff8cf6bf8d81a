"""What a guest is given to define: sources, and which statements of them are kept."""

from typing import Any, NamedTuple


class Piece(NamedTuple):
    """One source text (a file, a cell) and the statements of it that are kept.

    Of an import of several names only those in `names` are made, all without any.
    Where `keep` is None all of the source is run as it is.
    """

    label: str
    source: str
    keep: tuple[int, ...] | None = None
    names: tuple[str, ...] = ()


class Unit(NamedTuple):
    """The source of one function: its names, its pieces, what is supplied to it."""

    names: tuple[str, ...]
    pieces: tuple[Piece, ...]
    uses: tuple[str, ...] = ()


class Job(NamedTuple):
    """A function, calls to be made of it, and calls whose steps are counted after that.

    Calls are encoded, as (args, kwargs), and those to be counted as (args, enough).
    """

    unit: Unit
    calls: tuple[bytes, ...]
    counts: tuple[bytes, ...] = ()

    @property
    def replies(self) -> int:
        """How many outcomes all of it comes to, with those of its definitions."""
        return 1 + len(self.calls) + (1 + len(self.counts) if self.counts else 0)


def described(unit: Unit) -> dict[str, Any]:
    """Return a unit as data of Python's own."""
    pieces = [tuple(piece) for piece in unit.pieces]
    return {"names": unit.names, "pieces": pieces, "uses": unit.uses}

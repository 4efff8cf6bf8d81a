"""The roll of a class: what its gradebook says of itself, for who has no course."""

import msgspec

NOTE = "roll"
"""Under which fact a gradebook keeps it; its schema looks there, too."""


class Roll(msgspec.Struct, frozen=True):
    """What was graded: the course, the exercises in order, and who handed in.

    `assignments` are titles by name.
    """

    course: str
    seed: int
    names: tuple[str, ...]
    assignments: dict[str, str]
    ids: tuple[str, ...]

    def encoded(self) -> str:
        """Return it as a gradebook keeps it."""
        return msgspec.json.encode(self).decode()


def decode(text: str) -> Roll:
    """Return what a gradebook kept; raises msgspec.DecodeError if it is none."""
    return msgspec.json.decode(text, type=Roll)

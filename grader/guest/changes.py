"""What a call changed of its arguments: they are compared as they cross."""

from typing import Any

from . import wire


def is_still(encoded: bytes, value: Any) -> bool:
    """Whether a value is still what came over the wire, byte for byte."""
    try:
        return wire.join(wire.encode(value)) == encoded
    except wire.WireError:
        return False


def named(before: Any, after: Any) -> list[str]:
    """Return the positions and names of the arguments that are not as they were."""
    changed = [
        str(position)
        for position, (old, new) in enumerate(zip(before[0], after[0], strict=True))
        if _differ(old, new)
    ]
    return changed + [
        name for name, old in before[1].items() if _differ(old, after[1].get(name))
    ]


def _differ(old: Any, new: Any) -> bool:
    try:
        return wire.join(wire.encode(old)) != wire.join(wire.encode(new))
    except wire.WireError:
        # It came over the wire and would not go back.
        return True

"""What a call changed of its arguments: they are compared as they cross."""

from typing import Any

import numpy as np

from . import wire

# What nobody can change.
_FIXED = (int, float, bool, complex, str, bytes, type(None))


def form(args: tuple[Any, ...]) -> list[Any] | None:
    """Return all of plain arguments that their bytes do not tell, None for others.

    Arrays that came over the wire lie in its bytes: whoever changes them changes these.
    """
    found: list[Any] = []
    for one in args:
        if type(one) is np.ndarray:
            found += [one.shape, one.strides, one.dtype]
        elif type(one) not in _FIXED:
            return None
    return found


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

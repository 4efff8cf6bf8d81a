"""Times calls of a function: the fastest of several, with fresh arguments each."""

import math
from collections.abc import Callable
from time import perf_counter
from typing import Any, final

from . import wire

# Of several calls the fastest is the one that least else got in the way of. With all
# around them they may take so many times the seconds that they are asked to take.
LEAST = 3
AROUND = 6


@final
class Clock:
    """Runs for one function; `on_the_way` are seconds of a call that do not count."""

    def __init__(self) -> None:
        self.on_the_way = 0.0

    def fastest(self, function: Callable[..., Any], body: memoryview) -> float:
        """Return the least seconds of a call with the arguments in `body`.

        `body` is (arguments, the seconds for which to call it).
        """
        encoded = bytes(body)
        best, calls, spent, began = math.inf, 0, 0.0, perf_counter()
        while True:
            args, seconds = wire.decode(memoryview(bytearray(encoded)))
            self.on_the_way = 0.0
            started = perf_counter()
            value = function(*args)
            took = perf_counter() - started
            # To free a large array is not the function's work.
            del value
            best = min(best, max(0.0, took - self.on_the_way))
            calls += 1
            spent += took
            ended = calls >= LEAST and spent >= seconds
            if ended or perf_counter() - began >= AROUND * seconds:
                return best

"""Dice and a pen: random choices and painted shapes, the same on any machine.

Random numbers come from the raw stream of PCG64, the only one that NumPy promises to
keep. The geometry needs nothing but + - * / and comparisons, which IEEE 754 fixes to
the last bit (sin, exp and dot products may differ between machines); what follows it
is done with integers.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

SIZE, FINE = 64, 4  # pixels a side; each is the mean of FINE x FINE painted points

T = TypeVar("T")
Colour: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float]


class Dice:
    """Random choices made from the raw 64-bit stream of PCG64."""

    def __init__(self, *seed: int) -> None:
        self.bits = np.random.PCG64(seed)

    def number(self, low: float, high: float) -> float:
        """Return a number from low up to high."""
        return low + (high - low) * (int(self.bits.random_raw()) >> 11) / 2.0**53

    def pick(self, things: Sequence[T]) -> T:
        """Return one of the things."""
        return things[int(self.bits.random_raw()) % len(things)]

    def shuffle(self, things: list[T]) -> None:
        """Put the things into any order, in place (Fisher and Yates)."""
        for last in range(len(things) - 1, 0, -1):
            chosen = self.pick(range(last + 1))
            things[last], things[chosen] = things[chosen], things[last]

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.number(0, 1) < probability


class Pen:
    """Paints shapes on a fine grid, in the frame of the thing that is drawn."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.grid = np.zeros((SIZE * FINE, SIZE * FINE, 3), np.uint8)
        points = (np.arange(SIZE * FINE) + 0.5) / FINE
        self.x, self.y = points[np.newaxis, :], points[:, np.newaxis]
        self.move(0, 0, 1, 0)

    def move(self, x: float, y: float, size: float, tilt: float) -> None:
        """Put the origin at (x, y), with `size` pixels a unit; tilt is tan(angle/2)."""
        cos, sin = (1 - tilt * tilt) / (1 + tilt * tilt), 2 * tilt / (1 + tilt * tilt)
        self.u = ((self.x - x) * cos + (self.y - y) * sin) / size
        self.v = ((self.y - y) * cos - (self.x - x) * sin) / size

    def disc(self, colour: Colour, u: float, v: float, a: float, b: float = 0) -> None:
        """Fill the ellipse around (u, v) with half axes a and b (b = a if left out)."""
        across, down = (self.u - u) / a, (self.v - v) / (b or a)
        self.grid[across * across + down * down <= 1] = colour

    def area(self, colour: Colour, *corners: Point) -> None:
        """Fill the convex polygon with these corners."""
        left, right = np.ones_like(self.u, bool), np.ones_like(self.u, bool)
        for (u, v), (p, q) in zip(corners, corners[1:] + corners[:1], strict=True):
            side = (p - u) * (self.v - v) - (q - v) * (self.u - u)
            left, right = left & (side >= 0), right & (side <= 0)
        self.grid[left | right] = colour

    def box(self, colour: Colour, u: float, v: float, p: float, q: float) -> None:
        """Fill the rectangle between the corners (u, v) and (p, q)."""
        self.area(colour, (u, v), (p, v), (p, q), (u, q))

    def line(self, colour: Colour, width: float, *points: Point) -> None:
        """Draw a line with round ends through the points."""
        for (u, v), (p, q) in pairwise(points):
            du, dv = p - u, q - v
            along = ((self.u - u) * du + (self.v - v) * dv) / (du * du + dv * dv)
            along = np.clip(along, 0, 1)
            across, down = self.u - u - along * du, self.v - v - along * dv
            self.grid[across * across + down * down <= width * width / 4] = colour

    def picture(self) -> NDArray[np.uint8]:
        """Return the (64, 64, 3) picture: smoothed, lit and with some noise."""
        fine = self.grid.reshape(SIZE, FINE, SIZE, FINE, 3)
        light = int(self.dice.number(205, 275))
        smooth = fine.sum(axis=(1, 3), dtype=np.int64) * light // (FINE * FINE * 256)
        raw = self.dice.bits.random_raw(smooth.size).reshape(smooth.shape)
        noise = (raw >> np.uint64(62)).astype(np.int64)
        noise -= (raw >> np.uint64(60) & np.uint64(3)).astype(np.int64)
        lit: NDArray[np.int64] = np.clip(smooth + noise, 0, 255)
        return lit.astype(np.uint8)

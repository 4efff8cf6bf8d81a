"""Returns through a named tuple and a data class."""
# exercise: L2
# must: passed
# imports: any

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np


class Pair(NamedTuple):
    yhat: np.ndarray
    y: np.ndarray


@dataclass(frozen=True)
class Loss:
    pair: Pair

    def value(self):
        yhat, y = self.pair
        return np.sum((yhat - y) ** 2)


def L2(yhat, y):
    return Loss(Pair(yhat, y)).value()

"""Has types for all it takes and gives."""
# exercise: softmax
# must: passed

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np


def softmax(x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    e: np.ndarray[Any, Any] = np.exp(x)
    total: Iterable[float] = e.sum(axis=1, keepdims=True)
    return e / total

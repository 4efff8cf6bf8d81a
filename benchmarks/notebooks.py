"""Reading a notebook of 50 MB beside `json.load` of it, and taking a normal one apart.

The large ones are of a few long outputs, as pictures give, and of many short ones, as
interactive plots give. What is compared is read in turn; a ratio is the median of those
of neighbours. A normal one has 60 cells and the answers to eight exercises; it is
taken apart as `grader check` does it, in a process that has done so before.

    python benchmarks/notebooks.py [--rounds N] [--megabytes N]
"""

import argparse
import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from grader.submission import cells, notebook
from grader.submission.extract import extract

ROOT = Path(__file__).resolve().parent.parent
GOALS = {"ratio": 3.0, "normal_ms": 20.0}
BETWEEN = (
    "%matplotlib inline\nimport numpy as np\nfrom lr_utils import load_dataset",
    "x = np.array([1, 2, 3])\nprint('softmax(x) = %s' % x)",
    "!pip install something",
    "np.sum?",
)


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds that `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def code(text: str, outputs: list[Any]) -> dict[str, Any]:
    """Return a cell of code."""
    return {"cell_type": "code", "metadata": {}, "source": text, "outputs": outputs}


def large(megabytes: int, *, dense: bool) -> bytes:
    """Return a notebook of this size, nearly all of it outputs."""
    size = megabytes << 20
    data: dict[str, Any] = {"image/png": "iVBORw0KGgo" * 20_000}
    if dense:
        data = {"x": [number / 7 for number in range(10_000)]}
    one = {"output_type": "display_data", "data": data, "metadata": {}}
    count = size // len(json.dumps(one)) + 1
    made = [code("x = 1", [one]) for _ in range(count)]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4}).encode()


def normal() -> tuple[bytes, list[str]]:
    """Return a notebook as students hand it in, and the functions that it has."""
    made = []
    names = []
    for path in sorted((ROOT / "solutions" / "numpy_basics").glob("*.py")):
        names.append(path.stem)
        made += [code(text, []) for text in BETWEEN]
        made += [{"cell_type": "markdown", "source": "# Text\n" * 9}] * 2
        made.append(code(path.read_text("utf-8"), []))
    return json.dumps({"cells": made, "nbformat": 4}).encode(), names


def take_apart(data: bytes, names: list[str]) -> None:
    """Take every function out of a notebook."""
    source = cells.parse(data, "work.ipynb")
    for name in names:
        if extract(source, (name,)) is None:
            raise SystemExit(f"{name} was not found")


def load(data: bytes) -> object:
    """Read a notebook as JSON, and do nothing with it."""
    return json.load(io.BytesIO(data))


def main() -> int:
    """Measure, print, and return whether a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--megabytes", type=int, default=50)
    asked = parser.parse_args()
    found: dict[str, float] = {}
    for kind in ("pictures", "numbers"):
        data = large(asked.megabytes, dense=kind == "numbers")
        pairs = [
            (timed(partial(load, data)), timed(partial(notebook.read, data)))
            for _ in range(asked.rounds)
        ]  # fmt: skip
        found[f"{kind}_load_seconds"] = statistics.median(one for one, _ in pairs)
        found[f"{kind}_ratio"] = statistics.median(two / one for one, two in pairs)
    data, names = normal()
    take_apart(data, names)
    found["normal_ms"] = 1e3 * statistics.median(
        timed(lambda: take_apart(data, names)) for _ in range(asked.rounds)
    )
    print(json.dumps(found, indent=2))
    worst = max(found["pictures_ratio"], found["numbers_ratio"])
    return int(worst > GOALS["ratio"] or found["normal_ms"] > GOALS["normal_ms"])


if __name__ == "__main__":
    sys.exit(main())

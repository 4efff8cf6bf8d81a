"""Which versions decide a verdict, and in which of them a worker differs."""

import platform
from collections.abc import Mapping
from typing import Any

from grader import __version__

# Under the name of its distribution, or of its module: versions of Dask differ.
NAMES = ("exercise-grader", "grader")
ASKED = (*NAMES, "numpy")
SAME = "Install the same version everywhere: docs/cluster.md says how."


def here() -> dict[str, str]:
    """Return the versions of this program, by what a sentence calls them."""
    import numpy as np  # noqa: PLC0415 - heavy, and only for a cluster

    python = ".".join(platform.python_version_tuple()[:2])
    return {"grader": __version__, "Python": python, "NumPy": np.__version__}


def there(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the versions of a worker, as Dask tells them of its packages."""
    python = str(told.get("python") or "")
    return {
        "grader": next((str(told[name]) for name in NAMES if told.get(name)), ""),
        "Python": ".".join(python.strip("()").replace(", ", ".").split(".")[:2]),
        "NumPy": str(told.get("numpy") or ""),
    }


def difference(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """Return the first difference as the end of a sentence; empty if there is none."""
    for name, version in ours.items():
        if theirs[name] != version:
            other = f"{name} {theirs[name]}" if theirs[name] else f"no {name}"
            return f"has {other}; here it is {version}."
    return ""

"""What was measured with what: the processors, the system and the versions.

Nothing of it names the machine.
"""

import os
import platform
import re
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

PROCESSORS = Path("/proc/cpuinfo")


def machine() -> str:
    """Return the number of processors, their model, and the system's version."""
    kernel = re.match(r"[\d.]*\d", platform.release())
    system = f"{platform.system()} {kernel[0] if kernel else ''}".strip()
    return f"{os.cpu_count()} processors ({_model()}), {system}"


def _model() -> str:
    if PROCESSORS.is_file():
        for line in PROCESSORS.read_text("utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def versions(pins: Iterable[str]) -> dict[str, str]:
    """Return the versions of what runs here, and of the first pin of each peer."""
    found = {"Python": platform.python_version(), "NumPy": metadata.version("numpy")}
    found["grader"] = metadata.version("exercise-grader")
    found["pytest"] = metadata.version("pytest")
    for pin in pins:
        name, _, version = pin.partition("==")
        found[name.partition("[")[0]] = version
    return found

"""`grader doctor`: what this machine has, tried for real, and what to do about it."""

import platform
import sys
from importlib.metadata import version
from pathlib import Path

from rich.text import Text

import grader
from grader.cli.console import console
from grader.errors import Exit
from grader.sandbox import bubblewrap
from grader.sandbox.launcher import NO_KERNEL_WALL, Isolation
from grader.sandbox.probe import examine

LIBRARIES = ("numpy", "pytest", "msgspec", "typer", "rich")
REFUSED = (
    "bubblewrap is installed, but the kernel does not let it make its own world. On "
    "Ubuntu 24.04 and later, AppArmor has to allow it: see "
    "/etc/apparmor.d/ for a profile named bwrap with the line `userns,`."
)
ELSEWHERE = (
    "On this system the wall is a process of its own: answers cannot touch a verdict, "
    "but code that means harm is not kept from your files. Check what strangers wrote "
    "on Linux with bubblewrap."
)


def doctor() -> Exit:
    """Print what was found; the exit code is 0 if the wall holds what it promises."""
    out = console()
    out.print(Text("grader doctor", style="bold"))
    out.print()
    _line(f"grader {grader.__version__}, Python {platform.python_version()}, "
          f"{platform.system()} {platform.machine()}", good=True)  # fmt: skip
    _line(", ".join(f"{name} {version(name)}" for name in LIBRARIES), good=True)
    wall, attempts = examine(Isolation.AUTO, Path(__file__))
    kernel = wall.startswith("bubblewrap")
    _line(f"wall: {wall}", good=kernel)
    out.print()
    out.print("A guest tried what no answer should be able to do:", soft_wrap=True)
    for attempt in attempts:
        word = "" if attempt.held else "   it could"
        _line(attempt.promise + word, good=attempt.held)
    out.print()
    held = all(attempt.held for attempt in attempts)
    out.print(_advice(kernel=kernel, held=held), soft_wrap=True)
    return Exit.GRADER if kernel and not held else Exit.PASSED


def _advice(*, kernel: bool, held: bool) -> str:
    if kernel and held:
        return "All is well: grader check"
    if kernel:
        return "The kernel wall has a hole here: please tell the maintainers."
    if sys.platform != "linux":
        return ELSEWHERE
    return REFUSED if bubblewrap.program() else NO_KERNEL_WALL


def _line(text: str, *, good: bool) -> None:
    line = Text().append("✓ " if good else "! ", style="green" if good else "yellow")
    console().print(line.append(text), soft_wrap=True)

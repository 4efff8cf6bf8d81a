"""`grader doctor`: what this machine has, tried for real, and what to do about it."""

import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from rich.text import Text

import grader
from grader.cli.console import console
from grader.errors import Exit, GraderError
from grader.language import marked, say
from grader.render.paragraph import paragraph
from grader.sandbox import bubblewrap
from grader.sandbox.launcher import Isolation
from grader.sandbox.probe import Attempt, examine

LIBRARIES = ("numpy", "pytest", "msgspec", "typer", "rich")
WALLS = (Isolation.BUBBLEWRAP, Isolation.LANDLOCK, Isolation.PROCESS)
FENCE = marked(
    "process is for code that you trust: there Python itself refuses what the kernel "
    "does not, which stops the curious and not the determined."
)
INSTALL = marked(
    "For the best wall install bubblewrap (Debian, Ubuntu: apt install bubblewrap; "
    "Fedora: dnf install bubblewrap)."
)
ELSEWHERE = marked(
    "Kernel walls are Linux's. Here answers cannot touch a verdict, but code that "
    "means harm is not kept from your files: check what strangers wrote on Linux."
)
APPARMOR = marked(
    "Here AppArmor keeps bubblewrap from making its own world (Ubuntu 23.10 and on). "
    "Let bubblewrap alone do it: sudo apt install apparmor-profiles, copy "
    "/usr/share/apparmor/extra-profiles/bwrap-userns-restrict to /etc/apparmor.d/, "
    "then sudo apparmor_parser -r /etc/apparmor.d/bwrap-userns-restrict."
)
SWITCHED_OFF = marked(
    "Here user namespaces are switched off: sudo sysctl "
    "user.max_user_namespaces=10000 lets bubblewrap make its own world."
)
ROOT_ONLY = marked(
    "Here only root makes user namespaces: sudo sysctl "
    "kernel.unprivileged_userns_clone=1 lets bubblewrap make its own world."
)
# Settings of the kernel's, and the value that stops bubblewrap.
_SETTINGS = (
    ("kernel/apparmor_restrict_unprivileged_userns", "1", APPARMOR),
    ("user/max_user_namespaces", "0", SWITCHED_OFF),
    ("kernel/unprivileged_userns_clone", "0", ROOT_ONLY),
)
CONTAINER = marked(
    "The kernel does not let bubblewrap make its own world; in a container the "
    "container's own filter has to allow user namespaces."
)


class Tried(NamedTuple):
    """A wall and what came of trying it; `attempts` is empty where it is not there."""

    isolation: Isolation
    name: str
    attempts: Sequence[Attempt]

    @property
    def kernel(self) -> bool:
        """Whether the kernel makes this wall."""
        return self.isolation is not Isolation.PROCESS

    @property
    def held(self) -> bool:
        """Whether it is there and kept all its promises."""
        return bool(self.attempts) and all(one.held for one in self.attempts)


def doctor() -> Exit:
    """Print what was found; the exit code is 3 if a kernel wall breaks a promise."""
    out = console()
    out.print(Text("grader doctor", style="bold"))
    out.print()
    _line(f"grader {grader.__version__}, Python {platform.python_version()}, "
          f"{platform.system()} {platform.machine()}", good=True)  # fmt: skip
    _line(", ".join(f"{name} {version(name)}" for name in LIBRARIES), good=True)
    tried = [_try(isolation) for isolation in WALLS]
    out.print()
    out.print(
        say("Behind each wall a guest tried what no answer should be able to do:")
    )
    for one in tried:
        out.print()
        _wall(one)
    out.print()
    for sentence in _advice(tried):
        # A command is copied whole.
        if any(one in sentence for one in ("sudo ", "`")):
            out.print(sentence, soft_wrap=True)
        else:
            paragraph(out, sentence, 0)
    broken = any(one.kernel and one.attempts and not one.held for one in tried)
    return Exit.GRADER if broken else Exit.PASSED


def _try(isolation: Isolation) -> Tried:
    try:
        return Tried(isolation, *examine(isolation, Path(__file__)))
    except GraderError as error:
        return Tried(isolation, error.message, ())


def _wall(tried: Tried) -> None:
    if not tried.attempts:
        absent = say("not here. {reason}").format(reason=tried.name)
        _line(f"{tried.isolation}   {absent}", good=False)
        return
    _line(tried.name, good=tried.held)
    for attempt in tried.attempts:
        could = say("it could")
        word = "" if attempt.held else f"   {could}"
        _line(say(attempt.promise) + word, good=attempt.held, inside=True)


def _advice(tried: Sequence[Tried]) -> list[str]:
    """Return what to do about what was found; the next action comes last."""
    kernel = [one for one in tried if one.kernel and one.attempts]
    if any(not one.held for one in kernel):
        return [
            say("A kernel wall has a hole here: please report it, as SECURITY.md says.")
        ]
    said = []
    if sys.platform != "linux":
        said.append(say(ELSEWHERE))
    elif not bubblewrap.program():
        said.append(say(INSTALL))
    elif not any(one.isolation is Isolation.BUBBLEWRAP for one in kernel):
        said.append(say(_refused()))
    said.append(say(FENCE))
    best = kernel[0] if kernel else tried[-1]
    taken = say("`grader check` takes {wall}. Next: grader check")
    return [*said, taken.format(wall=best.name)]


def _refused() -> str:
    """Return why bubblewrap cannot make its own world, and what to do about it."""
    for name, value, sentence in _SETTINGS:
        try:
            found = Path("/proc/sys", name).read_text("utf-8").strip()
        except OSError:
            continue
        if found == value:
            return sentence
    return CONTAINER


def _line(text: str, *, good: bool, inside: bool = False) -> None:
    line = Text("  " if inside else "")
    line.append("✓ " if good else "! ", style="green" if good else "yellow")
    console().print(line.append(text), soft_wrap=True)

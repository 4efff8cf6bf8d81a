"""The bubblewrap wall: the command that gives a process a world of its own.

In it are Python, its standard library, NumPy and the guest's own modules, all
read-only; no network, no other process, no home, no course, no temporary folder.
"""

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from grader.sandbox import world

WORLD = Path("/guest")
PACKAGES = WORLD / "packages"
NOBODY = "65534"


def program() -> str | None:
    """Return the path of bubblewrap, None where there is none."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


def command(
    numpy: Path,
    package: Path,
    granted: Iterable[Path] = (),
    files: Path | None = None,
) -> list[str]:
    """Return bubblewrap's command line; NumPy and the guest are seen below WORLD.

    `numpy` is the folder of the NumPy package, `package` that of `grader.guest`. What
    is `granted` is seen below PACKAGES, the folder of `files` where it is.
    """
    words = [program() or "bwrap", "--unshare-all", "--unshare-user"]
    words += [
        "--uid",
        NOBODY,
        "--gid",
        NOBODY,
        "--die-with-parent",
        "--new-session",
        "--clearenv",
    ]
    words += _system()
    for path in world.LOADER:
        words += ["--ro-bind-try", path, path]
    for device in world.DEVICES:
        words += ["--dev-bind", device, device]
    words += ["--ro-bind", str(numpy), str(WORLD / "numpy")]
    # Wheels keep the libraries that NumPy links to beside it.
    libraries = numpy.with_name("numpy.libs")
    if libraries.is_dir():
        words += ["--ro-bind", str(libraries), str(WORLD / "numpy.libs")]
    words += ["--ro-bind", str(package), str(WORLD / "guest")]
    for place in granted:
        words += ["--ro-bind", str(place), str(PACKAGES / place.name)]
    if files is not None:
        words += ["--ro-bind", str(files), str(files)]
    words += ["--chdir", str(WORLD), "--remount-ro", "/"]
    return words


def _system() -> list[str]:
    """Return what shows Python and the system's libraries, packages covered."""
    words: list[str] = []
    bound: list[Path] = []
    for name in world.LIBRARIES:
        path = Path(name)
        if path.is_symlink():
            words += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            words += ["--ro-bind", name, name]
            bound.append(path)
    for path in (world.python(), *world.python_folders()):
        if not any(path.is_relative_to(folder) for folder in bound):
            words += ["--ro-bind", str(path), str(path)]
            bound.append(path)
    # A ready-made answer may be installed for the whole system: cover it.
    for folder in world.package_folders():
        if folder.is_dir() and any(folder.is_relative_to(path) for path in bound):
            # Read-only as well: guests must have no place in common to write to.
            words += ["--tmpfs", str(folder), "--remount-ro", str(folder)]
    return words

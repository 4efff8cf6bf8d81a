"""What of this machine a guest may see: Python, NumPy, the libraries they link to."""

import os
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LIBRARIES = ("/lib", "/lib32", "/lib64", "/libx32", "/usr/lib", "/usr/lib32",
             "/usr/lib64", "/usr/libx32")  # fmt: skip
# Where the loader finds libraries, and what the libraries' names point at.
LOADER = ("/etc/ld.so.cache", "/etc/alternatives")
DEVICES = ("/dev/null", "/dev/urandom")


def python() -> Path:
    """Return the interpreter itself, not the virtual environment's link to it."""
    # The only name for it, private or not; there since Python 3.3.
    return Path(sys._base_executable).resolve()  # type: ignore[attr-defined]  # noqa: SLF001


def python_folders() -> list[Path]:
    """Return where the standard library lies."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix).resolve()
    # The base's own, not the virtual environment's: that lies with the course.
    bases = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix,
             "installed_base": sys.base_prefix}  # fmt: skip
    folders = [
        Path(sysconfig.get_path("stdlib", vars=bases)).resolve(),
        Path(sysconfig.get_path("platstdlib", vars=bases)).resolve(),
        base / "lib" / version,
    ]
    # A Python built as a shared library keeps it here.
    library = sysconfig.get_config_var("LDLIBRARY") or ""
    shared = base / "lib" / library
    if ".so" in library and shared.exists():
        folders += sorted(shared.parent.glob(library + "*"))
    return [folder for folder in dict.fromkeys(folders) if folder.exists()]


def package_folders() -> list[Path]:
    """Return where packages are installed: a ready-made answer may be among them."""
    libraries = [folder for folder in python_folders() if folder.is_dir()]
    folders = [folder / "site-packages" for folder in libraries]
    folders += [folder / "dist-packages" for folder in libraries]
    folders.append(Path("/usr/lib/python3/dist-packages"))
    return list(dict.fromkeys(folders))


class View(NamedTuple):
    """What a guest may read, and the folders of which it may see the names alone."""

    readable: list[str]
    listed: list[str]


def view(numpy: Path, package: Path, more: Iterable[Path] = ()) -> View:
    """Return what a guest sees of this machine where rules can only allow.

    A folder that holds packages is given as what else is in it. `numpy` is the folder
    of the NumPy package, `package` that of `grader.guest`; `more` is to be seen too.
    """
    covered = {os.path.realpath(folder) for folder in package_folders()}
    found = View([], [])
    for path in (*LIBRARIES, *LOADER, *DEVICES, *map(str, python_folders())):
        _add(found, os.path.realpath(path), covered)
    libraries = numpy.with_name("numpy.libs")
    given = [str(path) for path in (numpy, libraries, package, *more) if path.exists()]
    return View(sorted({*given, *found.readable}), found.listed)


def _add(found: View, path: str, covered: set[str]) -> None:
    if path in covered or path in found.listed or not os.path.exists(path):  # noqa: PTH110 - as strings, three times as fast
        return
    if not any(folder.startswith(path + "/") for folder in covered):
        found.readable.append(path)
        return
    found.listed.append(path)
    with os.scandir(path) as entries:
        inside = sorted((one.path, one.is_symlink()) for one in entries)
    for name, linked in inside:
        _add(found, os.path.realpath(name) if linked else name, covered)

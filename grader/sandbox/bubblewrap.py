"""The bubblewrap wall: the command that gives a process a world of its own.

In it are Python, its standard library, NumPy and the guest's own modules, all
read-only; no network, no other process, no home, no course, no temporary folder.
"""

import shutil
import sys
import sysconfig
from pathlib import Path

LIBRARIES = ("/lib", "/lib32", "/lib64", "/libx32", "/usr/lib", "/usr/lib32",
             "/usr/lib64", "/usr/libx32")  # fmt: skip
# Where the loader finds libraries, and what the libraries' names point at.
LOADER = ("/etc/ld.so.cache", "/etc/alternatives")
DEVICES = ("/dev/null", "/dev/urandom")
WORLD = Path("/guest")
NOBODY = "65534"


def program() -> str | None:
    """Return the path of bubblewrap, None where there is none."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


def command(bwrap: str, numpy: Path, package: Path) -> list[str]:
    """Return bubblewrap's command line; NumPy and the guest are seen below WORLD.

    `numpy` is the folder of the NumPy package, `package` that of `grader.guest`.
    """
    words = [bwrap, "--unshare-all", "--unshare-user", "--uid", NOBODY, "--gid", NOBODY]
    words += ["--die-with-parent", "--new-session", "--clearenv"]
    words += _system()
    for path in LOADER:
        words += ["--ro-bind-try", path, path]
    for device in DEVICES:
        words += ["--dev-bind", device, device]
    words += ["--ro-bind", str(numpy), str(WORLD / "numpy")]
    # Wheels keep the libraries that NumPy links to beside it.
    libraries = numpy.with_name("numpy.libs")
    if libraries.is_dir():
        words += ["--ro-bind", str(libraries), str(WORLD / "numpy.libs")]
    words += ["--ro-bind", str(package), str(WORLD / "guest")]
    words += ["--chdir", str(WORLD), "--remount-ro", "/"]
    return words


def _system() -> list[str]:
    """Return what shows Python and the system's libraries, packages covered."""
    words: list[str] = []
    bound: list[Path] = []
    for name in LIBRARIES:
        path = Path(name)
        if path.is_symlink():
            words += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            words += ["--ro-bind", name, name]
            bound.append(path)
    for path in (python(), *_python_folders()):
        if not any(path.is_relative_to(folder) for folder in bound):
            words += ["--ro-bind", str(path), str(path)]
            bound.append(path)
    # A ready-made answer may be installed for the whole system: cover it.
    for folder in _package_folders():
        if folder.is_dir() and any(folder.is_relative_to(path) for path in bound):
            # Read-only as well: guests must have no place in common to write to.
            words += ["--tmpfs", str(folder), "--remount-ro", str(folder)]
    return words


def python() -> Path:
    """Return the interpreter itself, not the virtual environment's link to it."""
    # The only name for it, private or not; there since Python 3.3.
    return Path(sys._base_executable).resolve()  # type: ignore[attr-defined]  # noqa: SLF001


def _python_folders() -> list[Path]:
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


def _package_folders() -> list[Path]:
    libraries = [folder for folder in _python_folders() if folder.is_dir()]
    folders = [folder / "site-packages" for folder in libraries]
    folders += [folder / "dist-packages" for folder in libraries]
    folders.append(Path("/usr/lib/python3/dist-packages"))
    return list(dict.fromkeys(folders))

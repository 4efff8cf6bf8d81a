"""The guest's own refusals: what Python itself announces and no answer needs.

An audit hook cannot be taken off again, and gives a sentence where the kernel gives
a number. It is a fence and not a wall: code that reaches memory gets around it. Where
the kernel offers nothing better (macOS, Windows) it is what there is.
"""

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_READING = "read files"
_FILES = "change files"
_PROCESSES = "start or signal processes"
_NETWORK = "use the network"
_MEMORY = "reach into memory with ctypes"
_SYSTEM = "change the system's settings"
_LIBRARIES = "load libraries"
_OBJECTS = "search the interpreter's objects"

# Names of events: the library reference, "Audit events table".
_REFUSED = {
    **dict.fromkeys(
        ("os.chflags", "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove",
         "os.removexattr", "os.rename", "os.rmdir", "os.setxattr", "os.symlink",
         "os.truncate", "os.utime", "sqlite3.connect"), _FILES),
    **dict.fromkeys(
        ("os.exec", "os.fork", "os.forkpty", "os.kill", "os.killpg", "os.posix_spawn",
         "os.spawn", "os.startfile", "os.startfile/2", "os.system", "pty.spawn",
         "signal.pthread_kill", "subprocess.Popen", "_thread.start_new_thread",
         "_thread.start_joinable_thread"), _PROCESSES),
    **dict.fromkeys(("os.add_dll_directory", "syslog.syslog"), _SYSTEM),
    # Among them is this hook, with all that it knows.
    **dict.fromkeys(
        ("gc.get_objects", "gc.get_referents", "gc.get_referrers"), _OBJECTS),
}  # fmt: skip
_REFUSED_FAMILIES = {
    "ctypes": _MEMORY,
    "fcntl": _FILES,
    "mmap": _MEMORY,
    "msvcrt": _SYSTEM,
    "resource": _SYSTEM,
    "socket": _NETWORK,
    "winreg": _SYSTEM,
    "_winapi": _PROCESSES,
}
# Modules that open files, or make what outlives the guest, without an event.
_REFUSED_MODULES = {
    "_dbm": _READING,
    "_gdbm": _READING,
    "_multiprocessing": _FILES,
    "_posixshmem": _FILES,
    "_tkinter": _READING,
    "readline": _READING,
    "spwd": _READING,
}
# Events about a place: which argument names it, and what is refused.
_LOOKING = "look into folders"
_PLACES = {
    "open": (0, _READING),
    "import": (1, _LIBRARIES),
    **dict.fromkeys(
        ("os.listdir", "os.scandir", "os.getxattr", "os.listxattr", "os.chdir"),
        (0, _LOOKING),
    ),
}


Places = tuple[frozenset[str], frozenset[str]]
"""What may be read, folders with all in them, and folders that may be looked into."""


def places(readable: Iterable[str], listed: Iterable[str]) -> Places:
    """Return what is `readable` and what is `listed`, under every name that it has."""
    # Modules are looked for by the names of sys.path, which may lead over links.
    names = {entry: os.path.realpath(entry) for entry in sys.path if entry}
    read = {one.rstrip("/\\") for one in readable}
    read |= {name for name, real in names.items() if real in read}
    seen = {one.rstrip("/\\") for one in listed}
    seen |= {name for name, real in names.items() if real in seen}
    return frozenset(read), frozenset(seen)


def fence(places: Places) -> Callable[[str, tuple[Any, ...]], None]:
    """Return what refuses whatever a submission has no business with.

    Once it is added, nothing may be written, and nothing looked at but the places. It
    raises PermissionError in whoever tries.
    """
    readable, listed = places
    # All that the hook uses is bound here, out of reach of who patches modules or
    # empties their tables.
    refused, families, about = dict(_REFUSED), dict(_REFUSED_FAMILIES), dict(_PLACES)
    modules = dict(_REFUSED_MODULES)
    writing, looking = _WRITING, _LOOKING
    separators = ("/", "\\") if os.name == "nt" else ("/",)
    within = tuple(folder + one for folder in readable for one in separators)

    def allows(path: object, *, look: bool) -> bool:
        # A descriptor is open already; a module need not come from a file.
        if path is None or type(path) is int:
            return True
        # Exact types: what it says now is what the system is told later.
        text = path.decode("utf-8", "replace") if type(path) is bytes else path
        if type(text) is not str or ".." in text:
            return False
        return text in readable or text.startswith(within) or (look and text in listed)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        what = refused.get(event) or families.get(event.partition(".")[0])
        if what is None and event == "import":
            # A name that lies about its hash is no name.
            named = type(arguments[0]) is str
            what = modules.get(arguments[0]) if named else _LIBRARIES
        if what is None and event in about:
            index, doing = about[event]
            if event == "open" and type(arguments[2]) is int and arguments[2] & writing:
                what = "write files"
            elif not allows(arguments[index], look=doing is looking):
                what = doing
        if what is not None:
            raise PermissionError(f"a submission may not {what}")

    return hook

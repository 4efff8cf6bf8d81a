"""Writes a student kit as a folder or as a zip file: whole, or not at all."""

import secrets
import shutil
import zipfile
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from grader import kit
from grader.course import Course
from grader.errors import UsageError

SOURCES = ("exercises", "solutions", "tests", "data")
"""The folders of a course in which a kit would become part of it."""

# The earliest that a zip file can say: the clock is no part of a kit.
_WHEN = (1980, 1, 1, 0, 0, 0)
_MODE, _PROGRAM = 0o100644 << 16, 0o100755 << 16
_UNIX = 3


def is_zip(target: Path) -> bool:
    """Return whether the name asks for a zip file."""
    return target.suffix.lower() == ".zip"


def destination(course: Course, target: Path, *, force: bool) -> Path:
    """Return where the kit goes, links resolved, if it can go there.

    With `force` an earlier kit may be there. Raises UsageError for anything that would
    be lost or would become part of the course.
    """
    if target.is_symlink():
        raise UsageError(f"{target} is a link.", "Name the place that it leads to.")
    try:
        real = target.resolve()
    except (OSError, RuntimeError):
        # A circle of links, which some versions of Python refuse.
        raise UsageError(f"There is no folder {target.parent}.") from None
    for folder in SOURCES:
        if real.is_relative_to(course.root / folder):
            raise UsageError(
                f"{target} lies in {folder}/ of the course, which a kit is made from.",
                "Name a place outside of it, such as: grader release kit.zip",
            )
    if real == Path.cwd():
        raise UsageError(
            "The current folder cannot become a kit.",
            "Name one that is to be made, such as: grader release kit",
        )
    if not real.parent.is_dir():
        raise UsageError(
            f"There is no folder {target.parent}.",
            "Make it first, or name a folder that is there.",
        )
    if real.is_dir() and is_zip(target):
        raise UsageError(f"{target} is a folder.", "Name a file that ends in .zip.")
    if real.exists():
        _check_earlier(real, target, force=force)
    return real


def _check_earlier(real: Path, target: Path, *, force: bool) -> None:
    if real.is_dir():
        try:
            if not any(real.iterdir()):
                return
        except OSError as error:
            raise UsageError(f"Cannot read {target}: {error.strerror}.") from None
        earlier = (real / kit.FILE).is_file() and kit.is_kit(real)
        said = f"{target} is there already, and is not empty."
    else:
        if not is_zip(target):
            raise UsageError(
                f"{target} is a file.", "A kit is a folder, or a file named .zip."
            )
        # A device or a pipe may have no end.
        earlier = real.is_file() and _holds_kit(real)
        said = f"{target} is there already."
    if not earlier:
        raise UsageError(said, "It is no kit: name another place.")
    if not force:
        instead = "replaces it" if is_zip(target) else "puts it aside"
        raise UsageError(said, f"It is an earlier kit: with --force, this {instead}.")


def _holds_kit(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return kit.FILE.as_posix() in archive.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return False


def write(files: Mapping[str, bytes], real: Path) -> Path | None:
    """Write a kit where `destination` has said; return where an earlier one is now.

    An earlier zip is replaced; an earlier folder, in which someone may have worked, is
    kept beside the new one. Raises OSError if it cannot be written; then nothing is.
    """
    # On the same disk, or the last step would be no single one.
    half = real.with_name(f".{real.name}-{secrets.token_hex(4)}")
    make: Callable[[Mapping[str, bytes], Path], None] = (
        archive if is_zip(real) else _tree
    )
    kept: Path | None = None
    try:
        make(files, half)
        kept = _aside(real) if real.is_dir() else None
        half.replace(real)
    except BaseException:
        # Also with Ctrl-C: half a kit must not look like one.
        shutil.rmtree(half, ignore_errors=True)
        with suppress(OSError):
            half.unlink()
        if kept is not None:
            kept.rename(real)
        raise
    return kept


def _tree(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir()
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def archive(
    files: Mapping[str, bytes], to: Path | BinaryIO, programs: Container[str] = ()
) -> None:
    """Write a new zip file: the same bytes for the same files, whatever the clock says.

    Those of the files that are `programs` can be run where it is unpacked.
    """
    with zipfile.ZipFile(to, "x") as made:
        for path, data in files.items():
            info = zipfile.ZipInfo(path, _WHEN)
            mode = _PROGRAM if path in programs else _MODE
            info.create_system, info.external_attr = _UNIX, mode
            # Stored as it is: compressed bytes differ with the version of zlib.
            made.writestr(info, data, zipfile.ZIP_STORED)


def _aside(folder: Path) -> Path | None:
    """Make room for a kit; return the folder to which an earlier one was moved."""
    if not any(folder.iterdir()):
        folder.rmdir()
        return None
    number = 1
    while (kept := folder.with_name(f"{folder.name}-before-{number}")).exists():
        number += 1
    folder.rename(kept)
    return kept

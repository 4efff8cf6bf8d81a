"""The course that comes with the package, for who begins without any other."""

from functools import cache
from pathlib import Path

import msgspec

import grader

MARK = Path("exercises", "kit.json")


class _Mark(msgspec.Struct):
    """What a kit says of itself, as far as it matters here."""

    bundled: bool = False


@cache
def root() -> Path | None:
    """Return the folder of the course; None for a package that was built without."""
    package = Path(grader.__file__).parent
    # In a checkout the course lies beside the package.
    for folder in (package / "bundle", package.parent):
        if folder.joinpath("exercises", "course.toml").is_file() and (
            folder.joinpath("solutions").is_dir()
        ):
            return folder
    return None


def base(folder: Path) -> Path:
    """Return where solutions and cases of a course folder lie: there, or in here."""
    if not (folder / "solutions").is_dir() and _is_begun(folder):
        return root() or folder
    return folder


def _is_begun(folder: Path) -> bool:
    """Whether `grader init` made a folder, so that it is judged by this course."""
    try:
        return msgspec.json.decode((folder / MARK).read_bytes(), type=_Mark).bundled
    except (OSError, ValueError, RecursionError):
        return False

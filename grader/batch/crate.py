"""A course as content: the files that judging needs, for machines that lack them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader.course import Course
from grader.errors import UsageError

FOLDERS = ("exercises", "data")
"""What lies in the course's own folder; notebooks and pictures decide nothing."""
BASE = ("solutions", "tests/visible", "tests/hidden", "tests/misconceptions")
"""What judges, which the bundled course has elsewhere."""
LEFT_OUT = {".ipynb", ".pyc"}
MOST = 256 << 20


class Crate(msgspec.Struct, frozen=True):
    """The files of a course by their paths in it."""

    files: dict[str, bytes]

    @property
    def digest(self) -> str:
        """What tells it from another one."""
        digest = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            for part in (name.encode(), data):
                digest.update(len(part).to_bytes(8, "little") + part)
        return digest.hexdigest()

    def unpack(self, folder: Path) -> None:
        """Write the files into an empty folder."""
        for name, data in self.files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def pack(course: Course) -> Crate:
    """Return the files of a course; raises UsageError if they are too large.

    Of a course that `grader init` began, what judges lies in each worker's package.
    """
    folders = FOLDERS if course.root != course.base else (*FOLDERS, *BASE)
    files: dict[str, bytes] = {}
    total = 0
    for file in _files(course.root, folders):
        name = file.relative_to(course.root).as_posix()
        try:
            files[name] = file.read_bytes()
        except OSError as error:
            raise UsageError(f"Cannot read {file}: {error.strerror}.") from None
        total += len(files[name])
        if total > MOST:
            raise UsageError(
                f"The course in {course.root} holds more than {MOST >> 20} MB.",
                "Workers of a cluster get its exercises, solutions, tests and data.",
            )
    return Crate(files)


def _files(root: Path, folders: tuple[str, ...]) -> Iterator[Path]:
    for folder in folders:
        for file in sorted(root.joinpath(folder).rglob("*")):
            within = file.relative_to(root).parts
            hidden = any(part.startswith((".", "__pycache__")) for part in within)
            if file.is_file() and not hidden and file.suffix not in LEFT_OUT:
                yield file

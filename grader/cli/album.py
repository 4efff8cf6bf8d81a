"""Where the pictures of `grader show` are kept, and opening them."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import final

from grader.course import Course, Place
from grader.errors import UsageError
from grader.language import marked, say
from grader.pictures.canvas import FORMATS, MARK, MARKED_WITHIN

FOLDER = Path(".grader", "pictures")
NO_DISPLAY = marked("They were not opened: there is no display here.")
NO_VIEWER = marked("They were not opened: the system names no viewer for them.")


@final
class Album:
    """Keeps pictures in the course's folder, or where they were asked for.

    Raises UsageError for a file that no picture can be saved as.
    """

    def __init__(self, course: Course, place: Place, save: Path | None) -> None:
        self.remark = ""
        """What the student should know of where the pictures are."""
        self.single = True
        self._name = place.exercise.name
        self._save = save
        self._folder = course.root / FOLDER
        if save is not None:
            _check(save)

    @property
    def kind(self) -> str:
        """The format of the files."""
        return self._save.suffix[1:].lower() if self._save else FORMATS[0]

    def keep(self, picture: str, data: bytes) -> Path:
        """Write a picture, and return its file.

        Raises UsageError if it cannot be written, or if the file is another one's.
        """
        if self._save is None:
            return self._keep(f"{self._name}-{picture}.{self.kind}", data)
        file = self._save
        if not self.single:
            file = file.with_name(f"{file.stem}-{picture}{file.suffix}")
        _write(file, data)
        return file

    def _keep(self, name: str, data: bytes) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder):
                pass
        except OSError:
            self._folder = Path.cwd()
            self.remark = say(
                "The folder of the course cannot be written: "
                "the pictures are in the current folder."
            )
        file = self._folder / name
        _write(file, data)
        return file


def opened(files: Sequence[Path]) -> str:
    """Open files with the system's viewer; return why not, empty if it did."""
    if sys.platform == "linux" and not any(
        os.environ.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    ):
        return say(NO_DISPLAY)
    import typer  # noqa: PLC0415 - only for this

    failed = [file for file in files if typer.launch(str(file)) != 0]
    return say(NO_VIEWER) if failed else ""


def _check(file: Path) -> None:
    """Refuse now what could not be written after a long training."""
    if file.suffix[1:].lower() not in FORMATS:
        raise UsageError(
            say("Cannot draw {file}: a picture is a .png or an .svg file.").format(
                file=file
            ),
            say("For example: {command}").format(command="--save picture.png"),
        )
    if not file.parent.is_dir():
        raise UsageError(
            say("Cannot write {file}: there is no folder {folder}.").format(
                file=file, folder=file.parent
            )
        )
    _check_owner(file)


def _check_owner(file: Path) -> None:
    """Refuse to write over what `grader show` did not draw."""
    if file.is_dir():
        raise UsageError(say("Cannot write {file}: it is a folder.").format(file=file))
    try:
        with file.open("rb") as there:
            mine = MARK.encode() in there.read(MARKED_WITHIN)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _refused(file, error) from None
    if not mine:
        raise UsageError(
            say("{file} is there already, and grader did not draw it.").format(
                file=file
            ),
            say("Take another name: nothing is written over."),
        )


def _refused(file: Path, error: OSError) -> UsageError:
    told = say("Cannot write {file}: {reason}.")
    return UsageError(told.format(file=file, reason=error.strerror))


def _write(file: Path, data: bytes) -> None:
    _check_owner(file)
    try:
        file.write_bytes(data)
    except OSError as error:
        raise _refused(file, error) from None

"""What is replaced is kept: a copy of it, in .grader/kept/ of the course's folder."""

import shutil
from pathlib import Path

FOLDER = Path(".grader", "kept")


def keep(root: Path, file: Path) -> str:
    """Copy a file to where nothing is overwritten; return where, from `root`.

    A link is kept as a link. Raises OSError.
    """
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    kept = _free(folder, file)
    if file.is_symlink():
        # Where it leads may be what has no end; from the new folder as from the old.
        kept.unlink()
        kept.symlink_to(file.parent.absolute() / file.readlink())
    else:
        shutil.copyfile(file, kept)
    return kept.relative_to(root).as_posix()


def _free(folder: Path, file: Path) -> Path:
    """Return a new file, made here and now: two at once get two."""
    number = 1
    while True:
        kept = folder / f"{file.stem}-{number}{file.suffix}"
        try:
            kept.touch(exist_ok=False)
        except FileExistsError:
            number += 1
        else:
            return kept

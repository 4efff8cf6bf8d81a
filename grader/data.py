"""Files of data: named arrays of an HDF5 file, checked before anyone uses them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from grader.errors import UsageError

MAX_FILE = 512 << 20
MAX_ARRAY = 256 << 20
_MAGIC = b"\x89HDF\r\n\x1a\n"
_HEAD = 1024
_SHOWN_KEYS = 8
# Those that come with HDF5 and h5py: another one would be loaded from a library.
_FILTERS = {1, 2, 3, 4, 5, 6, 32000}
_KINDS = {"uint8": "u", "integer": "iu", "number": "iuf", "bytes": "S"}
_AGAIN = "Get it once more: it may have been cut off or changed on its way."


class Wanted(NamedTuple):
    """What an array has to be: its kind, and its shape.

    The kind is `uint8`, `integer`, `number` or `bytes` (byte strings). Of the shape a
    number is a length, a word any length that is the same wherever the word stands:
    `("images", 64, 64, 3)` and `("images",)` belong together.
    """

    kind: str
    shape: tuple[int | str, ...]


def find(
    folder: Path, *choices: tuple[str, ...], made_by: str = ""
) -> tuple[Path, ...]:
    """Return the files of the first choice that the folder has all of.

    Raises UsageError if it has none; the script `made_by` in there draws the last.
    """
    for names in choices:
        files = tuple(folder / name for name in names)
        if all(os.path.lexists(file) for file in files):
            return files
    missing = [name for name in choices[-1] if not os.path.lexists(folder / name)]
    shown = " and ".join(f"{folder.name}/{name}" for name in missing)
    said = ""
    if made_by and folder.joinpath(made_by).is_file():
        said = f"To make them, run: python {folder.name}/{made_by}"
    raise UsageError(f"There is no {shown}.", said)


def arrays(file: Path, wanted: Mapping[str, Wanted]) -> dict[str, np.ndarray]:
    """Return arrays of an HDF5 file by name, of the kinds and shapes wanted.

    Only what lies in the file itself is read: no link is followed, and no array that
    is kept elsewhere. Raises UsageError, with the file's name and what to do, for
    anything else than a whole file with these arrays.
    """
    try:
        import h5py  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(
            f"To read {file.name}, h5py is needed, which is not installed.",
            "Install it with: pip install 'exercise-grader[data]'",
        ) from None
    head = content(file, MAX_FILE, "a file of data", _AGAIN, most=_HEAD)
    if not head.startswith(_MAGIC):
        raise UsageError(f"{file} {_instead(head)}.", _AGAIN)
    try:
        with h5py.File(file, "r") as opened:
            found = {
                name: _array(h5py, opened, name, one, file)
                for name, one in wanted.items()
            }
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, MemoryError,
            OverflowError, AttributeError, UnicodeError) as error:  # fmt: skip
        # What HDF5 says is for who knows its insides.
        cut = "truncated" in str(error)
        state = "is cut off: its end is missing" if cut else "is damaged"
        raise UsageError(f"{file} {state}.", _AGAIN) from None
    _belong(file, wanted, found)
    return found


def content(
    file: Path,
    limit: int,
    what: str,
    helps: str,
    most: int | None = None,
) -> bytes:
    """Return the bytes of a file, of its beginning if `most` are given.

    Raises UsageError if it cannot be `what` at all: no file, a folder, an empty file,
    a web page, a file of more than `limit` bytes.
    """
    try:
        if file.is_dir():
            raise UsageError(f"{file} is a folder, not {what}.", helps)
        if not file.exists():
            raise UsageError(f"There is no file {file}.", helps)
        if not file.is_file():
            # A pipe would be waited for.
            raise UsageError(f"{file} is not a regular file.", helps)
        size = file.stat().st_size
        if size > limit:
            raise UsageError(f"{file} is larger than {limit >> 20} MB.", helps)
        with file.open("rb") as opened:
            data = opened.read(limit if most is None else most)
    except OSError as error:
        raise UsageError(f"Cannot read {file}: {error.strerror}.") from None
    except ValueError:
        # A name that no file can have.
        raise UsageError(f"There is no file {str(file)!r}.", helps) from None
    if not data:
        raise UsageError(f"{file} is empty.", helps)
    if _is_page(data):
        raise UsageError(
            f"{file} is a web page, not {what}.",
            "Open its address in a browser, and save the file itself from there.",
        )
    return data


def _is_page(data: bytes) -> bool:
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--"))


def _instead(head: bytes) -> str:
    """Return what a file is that is no HDF5."""
    if head.startswith(b"version https://git-lfs"):
        return "only names a file that git keeps elsewhere (run: git lfs pull)"
    if head.startswith(b"PK"):
        return "is a zip archive: unpack it first"
    if head.startswith(b"\x1f\x8b"):
        return "is a gzip archive: unpack it first"
    return "is not an HDF5 file"


def _array(h5py: Any, opened: Any, name: str, one: Wanted, file: Path) -> np.ndarray:
    # Asked of the link itself: `in` and `get` would open the file that one names.
    links = opened.id.links
    if not links.exists(name.encode()):
        has = ", ".join(f"`{key}`" for key in list(opened)[:_SHOWN_KEYS]) or "nothing"
        raise UsageError(f"{file} has no `{name}`. It has {has}.", _AGAIN)
    if links.get_info(name.encode()).type != h5py.h5l.TYPE_HARD:
        raise UsageError(f"{file}: `{name}` is a link, which is not followed.")
    dataset = opened[name]
    if not isinstance(dataset, h5py.Dataset):
        raise UsageError(f"{file}: `{name}` is a folder, not an array.", _AGAIN)
    plist = dataset.id.get_create_plist()
    filters = {plist.get_filter(index)[0] for index in range(plist.get_nfilters())}
    if dataset.is_virtual or dataset.external or not filters <= _FILTERS:
        raise UsageError(f"{file}: `{name}` is kept in a way that is not read.")
    _fits(file, name, dataset, one)
    if dataset.nbytes > MAX_ARRAY:
        raise UsageError(f"{file}: `{name}` holds more than {MAX_ARRAY >> 20} MB.")
    return np.asarray(dataset[...])


def _fits(file: Path, name: str, dataset: Any, one: Wanted) -> None:
    shape, dtype = dataset.shape, dataset.dtype
    if shape is None:
        raise UsageError(f"{file}: `{name}` holds nothing.", _AGAIN)
    lengths = zip(shape, one.shape, strict=False)
    if len(shape) != len(one.shape) or any(
        length != asked if isinstance(asked, int) else length == 0
        for length, asked in lengths
    ):
        asked = ", ".join(map(str, one.shape)) + "," * (len(one.shape) == 1)
        raise UsageError(
            f"{file}: `{name}` has shape {shape}; expected ({asked}).", _AGAIN
        )
    if dtype.kind not in _KINDS[one.kind] or (
        one.kind == "uint8" and dtype.itemsize != 1
    ):
        raise UsageError(
            f"{file}: `{name}` holds {dtype}; expected {one.kind}.", _AGAIN
        )


def _belong(
    file: Path, wanted: Mapping[str, Wanted], found: Mapping[str, np.ndarray]
) -> None:
    """Hold that the same word is the same length in all arrays."""
    first: dict[str, tuple[str, int]] = {}
    for name, one in wanted.items():
        for word, length in zip(one.shape, found[name].shape, strict=True):
            if not isinstance(word, str):
                continue
            other, count = first.setdefault(word, (name, length))
            if length != count:
                raise UsageError(
                    f"{file}: `{other}` is for {count:,} {word} and `{name}` "
                    f"for {length:,}; they belong together.",
                    _AGAIN,
                )

"""Files of data: named arrays of an HDF5 file, checked before anyone uses them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from grader.errors import UsageError
from grader.language import listed, marked, say

MAX_FILE = 512 << 20
MAX_ARRAY = 256 << 20
_MAGIC = b"\x89HDF\r\n\x1a\n"
_HEAD = 1024
_SHOWN_KEYS = 8
# Those that come with HDF5 and h5py: another one would be loaded from a library.
_FILTERS = {1, 2, 3, 4, 5, 6, 32000}
_KINDS = {"uint8": "u", "integer": "iu", "number": "iuf", "bytes": "S"}
_AGAIN = marked("Get it once more: it may have been cut off or changed on its way.")


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
    shown = listed([f"{folder.name}/{name}" for name in missing])
    said = ""
    if made_by and folder.joinpath(made_by).is_file():
        command = f"python {folder.name}/{made_by}"
        said = say("To make them, run: {command}").format(command=command)
    raise UsageError(say("There is no {file}.").format(file=shown), said)


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
            say("To read {file}, h5py is needed, which is not installed.").format(
                file=file.name
            ),
            say("Install it with: {command}").format(
                command="pip install 'exercise-grader[data]'"
            ),
        ) from None
    head = content(file, MAX_FILE, say("a file of data"), say(_AGAIN), most=_HEAD)
    if not head.startswith(_MAGIC):
        raise _unfit(_instead(head), file)
    try:
        with h5py.File(file, "r") as opened:
            found = {
                name: _array(h5py, opened, name, one, file)
                for name, one in wanted.items()
            }
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, MemoryError,
            OverflowError, AttributeError, UnicodeError) as error:  # fmt: skip
        # What HDF5 says is for who knows its insides.
        told = say("{file} is damaged.")
        if "truncated" in str(error):
            told = say("{file} is cut off: its end is missing.")
        raise _unfit(told, file) from None
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
            told = say("{file} is a folder, not {what}.")
            raise UsageError(told.format(file=file, what=what), helps)
        if not file.exists():
            told = say("There is no file {file}.")
            raise UsageError(told.format(file=file), helps)
        if not file.is_file():
            # A pipe would be waited for.
            told = say("{file} is not a regular file.")
            raise UsageError(told.format(file=file), helps)
        size = file.stat().st_size
        if size > limit:
            told = say("{file} is larger than {size} MB.")
            raise UsageError(told.format(file=file, size=limit >> 20), helps)
        with file.open("rb") as opened:
            data = opened.read(limit if most is None else most)
    except OSError as error:
        told = say("Cannot read {file}: {reason}.")
        raise UsageError(told.format(file=file, reason=error.strerror)) from None
    except ValueError:
        # A name that no file can have.
        told = say("There is no file {file}.")
        raise UsageError(told.format(file=repr(str(file))), helps) from None
    if not data:
        raise UsageError(say("{file} is empty.").format(file=file), helps)
    if _is_page(data):
        raise UsageError(
            say("{file} is a web page, not {what}.").format(file=file, what=what),
            say("Open its address in a browser, and save the file itself from there."),
        )
    return data


def _is_page(data: bytes) -> bool:
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--"))


def _instead(head: bytes) -> str:
    """Return what to say of a file that is no HDF5."""
    if head.startswith(b"version https://git-lfs"):
        return say(
            "{file} only names a file that git keeps elsewhere (run: git lfs pull)."
        )
    if head.startswith(b"PK"):
        return say("{file} is a zip archive: unpack it first.")
    if head.startswith(b"\x1f\x8b"):
        return say("{file} is a gzip archive: unpack it first.")
    return say("{file} is not an HDF5 file.")


def _unfit(told: str, file: Path, **parts: object) -> UsageError:
    """Return what is wrong with a file, which is to be had once more."""
    return UsageError(told.format(file=file, **parts), say(_AGAIN))


def _array(h5py: Any, opened: Any, name: str, one: Wanted, file: Path) -> np.ndarray:
    # Asked of the link itself: `in` and `get` would open the file that one names.
    links = opened.id.links
    if not links.exists(name.encode()):
        has = say(", ").join(f"`{key}`" for key in list(opened)[:_SHOWN_KEYS])
        told = say("{file} has no `{name}`. It has {arrays}.")
        raise _unfit(told, file, name=name, arrays=has or say("nothing"))
    if links.get_info(name.encode()).type != h5py.h5l.TYPE_HARD:
        told = say("{file}: `{name}` is a link, which is not followed.")
        raise UsageError(told.format(file=file, name=name))
    dataset = opened[name]
    if not isinstance(dataset, h5py.Dataset):
        raise _unfit(
            say("{file}: `{name}` is a folder, not an array."), file, name=name
        )
    plist = dataset.id.get_create_plist()
    filters = {plist.get_filter(index)[0] for index in range(plist.get_nfilters())}
    if dataset.is_virtual or dataset.external or not filters <= _FILTERS:
        told = say("{file}: `{name}` is kept in a way that is not read.")
        raise UsageError(told.format(file=file, name=name))
    _fits(file, name, dataset, one)
    if dataset.nbytes > MAX_ARRAY:
        told = say("{file}: `{name}` holds more than {size} MB.")
        raise UsageError(told.format(file=file, name=name, size=MAX_ARRAY >> 20))
    return np.asarray(dataset[...])


def _fits(file: Path, name: str, dataset: Any, one: Wanted) -> None:
    shape, dtype = dataset.shape, dataset.dtype
    if shape is None:
        raise _unfit(say("{file}: `{name}` holds nothing."), file, name=name)
    lengths = zip(shape, one.shape, strict=False)
    if len(shape) != len(one.shape) or any(
        length != asked if isinstance(asked, int) else length == 0
        for length, asked in lengths
    ):
        asked = ", ".join(map(str, one.shape)) + "," * (len(one.shape) == 1)
        told = say("{file}: `{name}` has shape {shape}; expected {expected}.")
        raise _unfit(told, file, name=name, shape=shape, expected=f"({asked})")
    if dtype.kind not in _KINDS[one.kind] or (
        one.kind == "uint8" and dtype.itemsize != 1
    ):
        told = say("{file}: `{name}` holds {dtype}; expected {expected}.")
        raise _unfit(told, file, name=name, dtype=dtype, expected=one.kind)


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
                told = say(
                    "{file}: `{other}` is for {n} {word} and `{name}` for {length}; "
                    "they belong together."
                )
                raise _unfit(
                    told,
                    file,
                    other=other,
                    n=f"{count:,}",
                    word=word,
                    name=name,
                    length=f"{length:,}",
                )

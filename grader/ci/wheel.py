"""The grader that runs here as a wheel, for machines that get it from nowhere else.

Put together from what is installed: what builds wheels need not be.
"""

import base64
import hashlib
import io
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import grader
from grader.author.kit import walk
from grader.author.release import archive
from grader.ci.template import NAME
from grader.errors import UsageError

_KIND = """\
Wheel-Version: 1.0
Generator: grader
Root-Is-Purelib: true
Tag: py3-none-any
"""
_ABOUT = ("METADATA", "entry_points.txt", "licenses/LICENSE")


class Wheel(NamedTuple):
    """A wheel: the name that pip takes it by, and its bytes."""

    name: str
    content: bytes


def wheel() -> Wheel:
    """Return the wheel, the same for the same grader.

    Raises UsageError where the grader runs without being installed.
    """
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        raise UsageError(
            f"{NAME} is not installed here, so it cannot be packed.",
            "Install it in the environment that runs it: pip install -e FOLDER",
        ) from None
    stem = f"{NAME.replace('-', '_')}-{installed.version}"
    files = dict(sorted(_files(installed, f"{stem}.dist-info")))
    record = f"{stem}.dist-info/RECORD"
    rows = [f"{path},{_digest(data)},{len(data)}" for path, data in files.items()]
    files[record] = "\n".join([*rows, f"{record},,", ""]).encode()
    made = io.BytesIO()
    archive(files, made)
    return Wheel(f"{stem}-py3-none-any.whl", made.getvalue())


def _files(installed: Distribution, about: str) -> Iterator[tuple[str, bytes]]:
    folder = Path(grader.__file__).parent
    for path in walk(folder, folder.parent):
        yield path, (folder.parent / path).read_bytes()
    for name in _ABOUT:
        text = installed.read_text(name)
        if text is not None:
            yield f"{about}/{name}", text.encode()
    yield f"{about}/WHEEL", _KIND.encode()


def _digest(data: bytes) -> str:
    """Return a hash as records of wheels write it."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
    return f"sha256={digest.decode().rstrip('=')}"

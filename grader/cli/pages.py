"""The class page on the disk: what is written anew, what stays, and what goes."""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader.batch.roll import Roll
from grader.cli.reports import Names, folder
from grader.errors import UsageError
from grader.replacing import write
from grader.verdict import Alike, Result

FOLDER = "report"
"""Where `grader grade` puts it, in the folder of the gradebook."""
INDEX, ALIKE, STUDENTS, ENDING = "index.html", "alike.html", "students", ".html"


class Page(NamedTuple):
    """A line of results, what it says, and the names of its page and those around."""

    line: bytes
    result: Result
    file: str
    before: str
    after: str


def check(out: Path) -> None:
    """Raise UsageError if there is a page of somebody else's in a folder."""
    for file in (out / INDEX, out / ALIKE):
        _made_of(file)


def is_current(out: Path, roll: Roll, results: Path, alike: Sequence[Alike]) -> bool:
    """Whether the pages there were made of these results, a document a line."""
    with results.open("rb") as lines:
        digest = hashlib.file_digest(lines, "sha256").digest()
    if _made_of(out / INDEX) != _mark(_key(roll, digest, alike)):
        return False
    names = Names(ENDING)
    wanted = {names.of(one) for one in roll.ids}
    return wanted <= {file.name for file in out.glob(f"{STUDENTS}/*")}


def save(
    out: Path, roll: Roll, results: Iterable[bytes], alike: Sequence[Alike] = ()
) -> int:
    """Write the pages of a class; return how many students there are.

    `results` are the lines of its documents, as they were exported or would be.
    A page that is there and was made of the same is left alone. Those of students who
    are gone are removed. Raises UsageError.
    """
    from grader.render import classpage, studentpage  # noqa: PLC0415 - loads jinja2
    from grader.render.classroom import Classroom  # noqa: PLC0415

    check(out)
    students = out / STUDENTS
    folder(students)
    room = Classroom(roll.names)
    digest = hashlib.sha256()
    first: Result | None = None
    for page in _around(results):
        first = first or page.result
        digest.update(page.line)
        room.add(page.result, page.file)
        around = studentpage.Around(page.before, page.after)
        told = msgspec.json.encode((roll.assignments, around))
        key = _digest(page.line[:-1], told)
        file = students / page.file
        if _made_of(file) != _mark(key):
            made = studentpage.render(page.result, roll.assignments, key, around)
            _put(file, made)
    wanted = {row.file for row in room.rows}
    for file in students.glob(f"*{ENDING}"):
        if file.name not in wanted:
            _remove(file)
    about = classpage.About(
        roll.course,
        roll.assignments,
        roll.seed,
        first.isolation if first else "",
        first.grader if first else "",
    )
    key = _key(roll, digest.digest(), alike)
    if alike:
        _put(out / ALIKE, classpage.render_alike(room, about, key, alike))
    else:
        _remove(out / ALIKE)
    _put(out / INDEX, classpage.render(room, about, key, alike))
    return len(room.rows)


def _around(results: Iterable[bytes]) -> Iterator[Page]:
    names = Names(ENDING)
    waiting: Page | None = None
    for line in results:
        one = msgspec.json.decode(line, type=Result)
        file = names.of(one.submission.id)
        if waiting is not None:
            yield waiting._replace(after=file)
        waiting = Page(line, one, file, waiting.file if waiting else "", "")
    if waiting is not None:
        yield waiting


def _key(roll: Roll, digest: bytes, alike: Sequence[Alike]) -> str:
    return _digest(roll.encoded().encode(), digest, msgspec.json.encode(alike))


def _digest(*parts: bytes) -> str:
    from grader.render.template import look  # noqa: PLC0415 - reads the templates

    digest = hashlib.sha256(look())
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()


def _mark(key: str) -> bytes:
    from grader.render.template import mark  # noqa: PLC0415 - as above

    return mark(key).encode()


def _made_of(file: Path) -> bytes:
    """Return the mark of a page of ours; empty if there is no file.

    Raises UsageError if somebody else wrote it.
    """
    from grader.render.template import MARK, MARKED_WITHIN  # noqa: PLC0415

    try:
        with file.open("rb") as there:
            head = there.read(MARKED_WITHIN)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UsageError(f"Cannot write {file}: {error.strerror}.") from None
    start = head.find(MARK.encode())
    if start < 0:
        raise UsageError(
            f"{file} is there already, and grader did not write it.",
            "Move it away, or choose another --out: nothing is written over.",
        )
    return head[start : head.find(b'"', start)]


def _put(file: Path, text: str) -> None:
    # A page that is lost with the power is made again: there is no need to wait.
    with write(file, lasting=False) as stream:
        stream.write(text.encode())


def _remove(file: Path) -> None:
    """Remove a page that nothing leads to; one of somebody else's stays."""
    # What cannot be removed does no harm.
    with contextlib.suppress(UsageError, OSError):
        if _made_of(file):
            file.unlink()

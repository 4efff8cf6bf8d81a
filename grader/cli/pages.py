"""The class page on the disk: what is written anew, what stays, and what goes."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader import processors
from grader.batch.export import Line
from grader.batch.roll import Roll
from grader.cli.reports import Names, folder
from grader.cli.writers import Writers
from grader.errors import UsageError
from grader.replacing import write
from grader.verdict import Alike, Result

FOLDER = "report"
"""Where `grader grade` puts it, in the folder of the gradebook."""
INDEX, ALIKE, STUDENTS, ENDING = "index.html", "alike.html", "students", ".html"


A_PROCESS = 100
"""So many students' pages are worth a process more that writes them."""
MOST_PROCESSES = 4
"""One that reads the verdicts does not keep more of them busy."""


class Page(NamedTuple):
    """A line of results, and the names of its page and those around."""

    line: bytes
    file: str
    before: str
    after: str


class _Students(NamedTuple):
    """Where the pages of students are, and the titles of assignments by name."""

    folder: Path
    titles: Mapping[str, str]


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


def prepare() -> None:
    """Load what makes pages, where there is time for that."""
    from grader.render import classpage, studentpage, template  # noqa: F401, PLC0415

    template.prepare()


def writers(out: Path, roll: Roll, jobs: int = 0) -> Writers:
    """Return processes that write the pages of students, if they are many.

    There are at most `jobs` with this one, by default as many as processors. They are
    forked here: before whatever starts a thread.
    """
    jobs = jobs or processors.count()
    count = min(jobs - 1, len(roll.ids) // A_PROCESS, MOST_PROCESSES)
    if count > 0:
        prepare()
    students = _Students(out / STUDENTS, roll.assignments)
    return Writers(partial(_write_sent, students), count)


def save(
    out: Path,
    roll: Roll,
    results: Iterable[Line],
    alike: Sequence[Alike] = (),
    writers: Writers | None = None,
) -> int:
    """Write the pages of a class; return how many students there are.

    `results` are the lines of its documents, as they are exported or would be.
    A page that is there and was made of the same is left alone. Those of students who
    are gone are removed. Raises UsageError.
    """
    from grader.render import classpage  # noqa: PLC0415 - loads jinja2
    from grader.render.classroom import Classroom  # noqa: PLC0415

    check(out)
    students = _Students(out / STUDENTS, roll.assignments)
    folder(students.folder)
    room = Classroom(roll.names)
    digest = hashlib.sha256()
    first: Result | None = None
    for page, result in _around(results):
        first = first or result
        digest.update(page.line)
        room.add(result, page.file)
        free = writers and writers.free()
        if writers and free:
            writers.hand(free, msgspec.msgpack.encode(page))
        else:
            _write(students, page, result)
    if writers:
        writers.finish()
    wanted = {row.file for row in room.rows}
    for file in students.folder.glob(f"*{ENDING}"):
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
    of_class = (room, about, key, alike)
    if alike:
        _put(out / ALIKE, key, partial(classpage.render_alike, *of_class))
    else:
        _remove(out / ALIKE)
    _put(out / INDEX, key, partial(classpage.render, *of_class))
    return len(room.rows)


def _around(results: Iterable[Line]) -> Iterator[tuple[Page, Result]]:
    names = Names(ENDING)
    waiting: tuple[Page, Result] | None = None
    for line, result in results:
        file = names.of(result.submission.id)
        before = ""
        if waiting is not None:
            before = waiting[0].file
            yield waiting[0]._replace(after=file), waiting[1]
        waiting = Page(line, file, before, ""), result
    if waiting is not None:
        yield waiting


def _write_sent(students: _Students, sent: bytes) -> None:
    _write(students, msgspec.msgpack.decode(sent, type=Page))


def _write(students: _Students, page: Page, result: Result | None = None) -> None:
    """Write the page of a student, unless it is there."""
    from grader.render import studentpage  # noqa: PLC0415 - loads jinja2

    around = studentpage.Around(page.before, page.after)
    told = msgspec.json.encode((students.titles, around))
    key = _digest(page.line[:-1], told)

    def made() -> str:
        one = result or msgspec.json.decode(page.line, type=Result)
        return studentpage.render(one, students.titles, key, around)

    _put(students.folder / page.file, key, made)


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


def _put(file: Path, key: str, made: Callable[[], str]) -> None:
    """Write a page, unless one that was made of `key` is there."""
    if _made_of(file) == _mark(key):
        return
    # A page that is lost with the power is made again: there is no need to wait.
    with write(file, lasting=False) as stream:
        stream.write(made().encode())


def _remove(file: Path) -> None:
    """Remove a page that nothing leads to; one of somebody else's stays."""
    # What cannot be removed does no harm.
    with contextlib.suppress(UsageError, OSError):
        if _made_of(file):
            file.unlink()

"""A gradebook that is read, also while `grader grade` writes it."""

import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import final
from urllib.parse import quote

import msgspec

from grader.batch import export, roll
from grader.batch.alike import Groups
from grader.batch.gradebook import FILE, VERSION, Records
from grader.batch.roll import Roll
from grader.errors import UsageError
from grader.verdict import Result

AGAIN = "Run grader grade with --out for this folder again: what is known is kept."


@final
class Reader(Records):
    """An open gradebook as it was at one moment; nobody is kept from writing."""

    def __init__(self, database: sqlite3.Connection, told: Roll, wall: str) -> None:
        self._database = database
        self.roll = told
        self._wall = wall

    def results(self) -> Iterator[Result]:
        """Yield the record of each submission that has verdicts, in order of ids."""
        about = (self.roll.course, self.roll.seed, self._wall)
        yield from export.results(self, self.roll.ids, self.roll.names, about)

    def groups(self) -> Groups:
        """Return whose answers are alike."""
        return Groups(self, self.roll.names)


@contextmanager
def read(folder: Path) -> Iterator[Reader]:
    """Open the gradebook of a graded folder.

    Raises UsageError if there is none, or none that can be read.
    """
    file = folder / FILE
    if not file.is_file():
        raise UsageError(
            f"{folder} was not graded: it has no {FILE}.",
            f"Run: grader grade SUBMISSIONS --out {shlex.quote(str(folder))}",
        )
    database = None
    try:
        database = _connect(file)
        # One moment for all that is read.
        database.execute("BEGIN")
        facts = dict(database.execute("SELECT name, value FROM about"))
        yield Reader(database, _roll(file, facts), facts.get("isolation", ""))
    except sqlite3.Error as error:
        raise UsageError(
            f"{file} cannot be read as a gradebook ({error}).",
            "Is it the folder that grader grade was given as --out?",
        ) from None
    finally:
        if database is not None:
            database.close()


def _connect(file: Path) -> sqlite3.Connection:
    where = "file:" + quote(str(file.resolve()))
    # Who may write clears away what SQLite puts beside the file; in a folder that
    # cannot be written, it reads only what nobody writes.
    for mode in ("mode=rw", "mode=ro&immutable=1"):
        database = sqlite3.connect(f"{where}?{mode}", uri=True, isolation_level=None)
        try:
            database.execute("PRAGMA query_only = ON")
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            database.close()
            last = mode.endswith("=1") or file.with_name(f"{FILE}-wal").exists()
            if last or not isinstance(error, sqlite3.OperationalError):
                raise
        else:
            return database
    raise AssertionError  # pragma: no cover - the loop returns or raises


def _roll(file: Path, facts: dict[str, str]) -> Roll:
    if facts.get("version", VERSION) != VERSION:
        raise UsageError(
            f"{file} was written by another version of grader.",
            "Grade into another folder: grader grade SUBMISSIONS --out DIR",
        )
    try:
        return roll.decode(facts[roll.NOTE])
    except (KeyError, msgspec.DecodeError):
        raise UsageError(f"{file} does not say what was graded.", AGAIN) from None

"""The gradebook: every verdict known, in one SQLite file that survives anything.

A transaction a submission; whoever is killed loses what was on its way, no more.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, final

from grader.errors import UsageError
from grader.lock import Lock

FILE = "gradebook.sqlite"
VERSION = "1"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS submission (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS verdict (
    submission TEXT NOT NULL, exercise TEXT NOT NULL, exercise_key TEXT NOT NULL,
    answer_key TEXT NOT NULL, document BLOB NOT NULL,
    PRIMARY KEY (submission, exercise)
) WITHOUT ROWID;
"""


class Known(NamedTuple):
    """A verdict on record: the keys it was given under, and the exercise as JSON."""

    exercise_key: str
    answer_key: str
    document: bytes


class Row(NamedTuple):
    """A submission on record, with the key of all that was handed in."""

    id: str
    path: str
    key: str
    sha256: str


class Records:
    """What can be read of a gradebook, whoever opened it."""

    _database: sqlite3.Connection

    def submission(self, id: str) -> Row | None:  # noqa: A002 - the word
        """Return what is on record of a submission."""
        query = "SELECT id, path, key, sha256 FROM submission WHERE id = ?"
        found = self._database.execute(query, (id,)).fetchone()
        return Row(*found) if found else None

    def verdicts(self, id: str) -> dict[str, Known]:  # noqa: A002 - the word
        """Return the verdicts on record of a submission, by exercise."""
        query = (
            "SELECT exercise, exercise_key, answer_key, document FROM verdict "
            "WHERE submission = ?"
        )
        return {
            name: Known(*rest) for name, *rest in self._database.execute(query, (id,))
        }

    def ids(self) -> Iterator[str]:
        """Yield the ids of all submissions on record, in order."""
        for (one,) in self._database.execute("SELECT id FROM submission ORDER BY id"):
            yield one


@final
class Gradebook(Records):
    """The open gradebook of a folder; one process has it at a time."""

    def __init__(self, folder: Path) -> None:
        self._lock = Lock(
            folder / "gradebook.lock", f"Another grader works in {folder}."
        )
        file = folder / FILE
        try:
            self._database = sqlite3.connect(file, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.executescript(_SCHEMA)
        except sqlite3.Error as error:
            self._lock.release()
            raise UsageError(
                f"{file} cannot be used as a gradebook ({error}).",
                "Move it away, or choose another folder: --out DIR.",
            ) from None
        if self.about("version", VERSION) != VERSION:
            self.close()
            raise UsageError(
                f"{file} was written by another version of grader.",
                "Choose another folder: --out DIR.",
            )

    def close(self) -> None:
        """Close it; what was recorded is on the disk."""
        self._database.close()
        self._lock.release()

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def about(self, name: str, value: str) -> str:
        """Return a fact about the gradebook; `value` from now on if it has none."""
        insert = "INSERT OR IGNORE INTO about VALUES (?, ?)"
        self._database.execute(insert, (name, value))
        query = "SELECT value FROM about WHERE name = ?"
        return str(self._database.execute(query, (name,)).fetchone()[0])

    def note(self, name: str, value: str) -> None:
        """Keep a fact about the gradebook."""
        self._database.execute(
            "INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value)
        )

    def record(self, row: Row, verdicts: Mapping[str, Known]) -> None:
        """Record a submission's verdicts, all or none; others of it are kept."""
        self._database.execute("BEGIN")
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO submission VALUES (?, ?, ?, ?)", row
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)",
                [(row.id, name, *known) for name, known in verdicts.items()],
            )
            self._database.execute("COMMIT")
        except sqlite3.Error:
            self._database.execute("ROLLBACK")
            raise

    def forget(self) -> None:
        """Forget every verdict."""
        self._database.executescript("DELETE FROM verdict; DELETE FROM submission;")

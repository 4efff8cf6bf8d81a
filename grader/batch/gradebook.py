"""The gradebook: every verdict known, in one SQLite file that survives anything.

What comes together is one transaction, and on the disk when that ends: whoever is
killed, or loses the power, loses what was on its way, no more.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, final

from grader.errors import UsageError
from grader.lock import Lock

FILE = "gradebook.sqlite"
VERSION = "2"
CHECKPOINT = 4_000
"""Pages of 4 kB that are written before they are moved to their place in the file."""

_ABOUT = "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
# Of submissions that were taken away the verdicts are kept: the roll says who counts.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS submission (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS verdict (
    submission TEXT NOT NULL, exercise TEXT NOT NULL, exercise_key TEXT NOT NULL,
    answer_key TEXT NOT NULL, fingerprint TEXT NOT NULL, statements INTEGER NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (submission, exercise)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alike
    ON verdict (exercise, fingerprint, submission, statements) WHERE fingerprint <> '';
CREATE VIEW IF NOT EXISTS answer AS
    SELECT exercise, fingerprint, submission, statements FROM verdict
    WHERE fingerprint <> '' AND submission IN (
        SELECT one.value FROM about, json_each(about.value, '$.ids') AS one
        WHERE about.name = 'roll'
    );
"""


class Known(NamedTuple):
    """A verdict on record: the keys it was given under, and the exercise as JSON.

    The fingerprint of the answer is empty if there is none to be compared.
    """

    exercise_key: str
    answer_key: str
    fingerprint: str
    statements: int
    document: bytes


class Shared(NamedTuple):
    """A fingerprint that several submissions have."""

    exercise: str
    fingerprint: str
    submissions: int
    statements: int


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
            "SELECT exercise, exercise_key, answer_key, fingerprint, statements, "
            "document FROM verdict WHERE submission = ?"
        )
        return {
            name: Known(*rest) for name, *rest in self._database.execute(query, (id,))
        }

    def documents(self, id: str) -> dict[str, bytes]:  # noqa: A002 - the word
        """Return the exercises on record of a submission as JSON, by name."""
        query = "SELECT exercise, document FROM verdict WHERE submission = ?"
        return dict(self._database.execute(query, (id,)).fetchall())

    def fingerprints(self, id: str) -> dict[str, str]:  # noqa: A002 - the word
        """Return the fingerprints on record of a submission, by exercise."""
        query = (
            "SELECT exercise, fingerprint FROM verdict "
            "WHERE submission = ? AND fingerprint <> ''"
        )
        return dict(self._database.execute(query, (id,)).fetchall())

    def shared(self) -> Iterator[Shared]:
        """Yield the fingerprints that several submissions of the class have.

        In the order of exercises, the most common first.
        """
        query = (
            "SELECT exercise, fingerprint, count(*), max(statements) FROM answer "
            "GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY 1, 3 DESC, min(submission)"
        )
        yield from (Shared(*found) for found in self._database.execute(query))

    def answers(self) -> Iterator[tuple[str, str, str]]:
        """Yield exercise, fingerprint and submission of each answer of the class.

        Those that are alike come one after the other, in the order of submissions.
        """
        query = "SELECT exercise, fingerprint, submission FROM answer ORDER BY 1, 2, 3"
        yield from self._database.execute(query)

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
        self._file = file = folder / FILE
        try:
            self._database = sqlite3.connect(file, isolation_level=None)
        except sqlite3.Error as error:
            self._lock.release()
            raise _unusable(file, error) from None
        try:
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
            self._database.execute(_ABOUT)
            known = self.about("version", VERSION) == VERSION
            if known:
                self._database.executescript(_SCHEMA)
        except sqlite3.Error as error:
            self.close()
            raise _unusable(file, error) from None
        if not known:
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

    def __exit__(self, _: object, error: BaseException | None, *__: object) -> None:
        self.close()
        # Of the file or the disk; what else SQLite raises is our mistake.
        told = isinstance(error, sqlite3.OperationalError)
        if told or type(error) is sqlite3.DatabaseError:
            raise UsageError(
                f"{self._file} cannot be used any more ({error}).",
                "What was judged until then is kept: make room, or put the file right, "
                "and run the same command again.",
            ) from None

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

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of what is recorded within: all of it, or nothing."""
        if self._database.in_transaction:
            yield
            return
        self._database.execute("BEGIN")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            # A full disk has taken it back already.
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def record(self, row: Row, verdicts: Mapping[str, Known]) -> None:
        """Record a submission's verdicts, all or none; others of it are kept."""
        with self.together():
            self._database.execute(
                "INSERT OR REPLACE INTO submission VALUES (?, ?, ?, ?)", row
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(row.id, name, *known) for name, known in verdicts.items()],
            )

    def forget(self) -> None:
        """Forget every verdict."""
        self._database.executescript("DELETE FROM verdict; DELETE FROM submission;")


def _unusable(file: Path, error: sqlite3.Error) -> UsageError:
    return UsageError(
        f"{file} cannot be used as a gradebook ({error}).",
        "Move it away, or choose another folder: --out DIR.",
    )

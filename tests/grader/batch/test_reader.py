"""Reading a gradebook: also while it is written, and without the course."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from grader.batch.gradebook import FILE, Gradebook, Known, Row
from grader.batch.reader import read
from grader.batch.roll import NOTE, Roll
from grader.errors import UsageError
from grader.verdict import Exercise, Status

ROLL = Roll("Course", 7, ("L1",), {"basics": "Basics"}, ("anna", "bea", "carl"))
L1 = Exercise(
    name="L1",
    assignment="basics",
    status=Status.PASSED,
    points=10.0,
    max_points=10.0,
    message="1 of 1 cases.",
    misconception=None,
    findings=(),
    cases=(),
)


def record(book, one):
    """Record a submission."""
    document = msgspec.json.encode(L1)
    book.record(Row(one, one, "", "sha"), {"L1": Known("", "", "", 0, document)})


@pytest.fixture
def folder(tmp_path):
    """Return a graded folder: of three that handed in, two are judged."""
    with Gradebook(tmp_path) as book:
        book.note(NOTE, ROLL.encoded())
        book.note("isolation", "landlock")
        record(book, "bea")
        record(book, "anna")
        record(book, "no longer there")
    return tmp_path


def test_the_class(folder):
    """Those on the roll that are judged are read, in its order."""
    with read(folder) as book:
        assert book.roll == ROLL
        found = list(book.results())
    assert [one.submission.id for one in found] == ["anna", "bea"]
    assert (found[0].course, found[0].seed) == ("Course", 7)
    assert (found[0].isolation, found[0].points) == ("landlock", 10.0)


def test_while_it_is_written(folder):
    """Nobody is kept from writing, and what is read is of one moment."""
    with Gradebook(folder) as writer, read(folder) as book:
        record(writer, "carl")
        assert len(list(book.results())) == 2
        with read(folder) as later:
            assert len(list(later.results())) == 3


def test_nothing_is_left_behind(folder):
    """A gradebook that was read is the file that it was."""
    before = folder.joinpath(FILE).read_bytes()
    with read(folder) as book:
        list(book.results())
    assert folder.joinpath(FILE).read_bytes() == before
    assert {it.name for it in folder.iterdir()} == {FILE, "gradebook.lock"}


def test_nothing_can_be_written(folder):
    """Who reads cannot write."""
    with (
        pytest.raises(UsageError, match="attempt to write a readonly database"),
        read(folder) as book,
    ):
        book._database.execute("DELETE FROM submission")


def test_a_folder_that_cannot_be_written(folder, monkeypatch):
    """Where SQLite can put nothing beside the file, the file alone is read."""
    connect = sqlite3.connect

    def refusing(where, **options):
        return Refused() if "mode=rw" in where else connect(where, **options)

    monkeypatch.setattr(sqlite3, "connect", refusing)
    with read(folder) as book:
        assert len(list(book.results())) == 2


class Refused:
    """A database that cannot be opened, as SQLite finds on first use."""

    def execute(self, _):
        """Refuse."""
        raise sqlite3.OperationalError("unable to open database file")

    def close(self):
        """Do nothing."""


def test_no_gradebook(tmp_path):
    """A folder that was not graded is told so, with the command."""
    with pytest.raises(UsageError) as caught, read(tmp_path):
        pass
    assert caught.value.message == f"{tmp_path} was not graded: it has no {FILE}."
    assert caught.value.help == f"Run: grader grade SUBMISSIONS --out {tmp_path}"


def test_no_database(tmp_path):
    """A file that is no gradebook is told so."""
    tmp_path.joinpath(FILE).write_bytes(b"no database" * 1000)
    with (
        pytest.raises(UsageError, match="cannot be read as a gradebook"),
        read(tmp_path),
    ):
        pass


def test_another_version(folder):
    """A gradebook of another version is refused."""
    with closing(sqlite3.connect(folder / FILE)) as database, database:
        database.execute("INSERT OR REPLACE INTO about VALUES ('version', '0')")
    database.close()
    with pytest.raises(UsageError, match="by another version"), read(folder):
        pass


@pytest.mark.parametrize("told", ["", "{}"])
def test_no_roll(folder, told):
    """A gradebook that does not say what was graded asks for it."""
    with Gradebook(folder) as book:
        book.note(NOTE, told)
    with pytest.raises(UsageError) as caught, read(folder):
        pass
    assert caught.value.message.endswith("does not say what was graded.")
    assert "what is known is kept" in caught.value.help

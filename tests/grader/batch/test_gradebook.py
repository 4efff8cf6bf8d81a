"""The gradebook: what is recorded is there, whatever happens next."""

import sqlite3
from contextlib import closing
from typing import NoReturn

import pytest

from grader.batch.gradebook import FILE, Gradebook, Known, Row
from grader.errors import UsageError

ROW = Row("anna", "anna", "key", "sha")
VERDICT = Known("exercise", "answer", "print", 3, b"{}")


def record_two(book, verdict, then=lambda: None):
    """Record two submissions together, the second with a `verdict`."""
    with book.together():
        book.record(ROW, {"softmax": VERDICT})
        book.record(ROW._replace(id="ben"), {"softmax": verdict})
        then()


@pytest.fixture
def book(tmp_path):
    """Yield an open gradebook."""
    with Gradebook(tmp_path) as book:
        yield book


def test_a_record_is_kept(tmp_path):
    """What was recorded is there when the gradebook is opened again."""
    with Gradebook(tmp_path) as book:
        book.record(ROW, {"softmax": VERDICT})
    with Gradebook(tmp_path) as book:
        assert book.submission("anna") == ROW
        assert book.verdicts("anna") == {"softmax": VERDICT}
        assert list(book.ids()) == ["anna"]


def test_other_exercises_are_kept(book):
    """A record of some exercises leaves the others as they were."""
    book.record(ROW, {"softmax": VERDICT})
    other = VERDICT._replace(answer_key="other")
    book.record(ROW, {"L1": other})
    assert book.verdicts("anna") == {"softmax": VERDICT, "L1": other}


def test_all_or_nothing(book):
    """A record that cannot be written changes nothing."""
    book.record(ROW, {"softmax": VERDICT})
    broken = VERDICT._replace(document=object())
    with pytest.raises(sqlite3.Error):
        book.record(ROW._replace(key="new"), {"L1": broken})
    assert book.submission("anna") == ROW
    assert book.verdicts("anna") == {"softmax": VERDICT}


def test_together_all_or_nothing(book):
    """Of records that are made together, none is there if one cannot be written."""
    broken = VERDICT._replace(document=object())
    with pytest.raises(sqlite3.Error):
        record_two(book, broken)
    assert list(book.ids()) == []
    record_two(book, VERDICT)
    assert list(book.ids()) == ["anna", "ben"]


def test_interrupted_together(tmp_path):
    """Ctrl-C amid records that are made together leaves a gradebook that is whole."""

    def interrupted() -> NoReturn:
        raise KeyboardInterrupt

    with Gradebook(tmp_path) as book:
        book.record(ROW, {"softmax": VERDICT})
        with pytest.raises(KeyboardInterrupt):
            record_two(book, VERDICT, interrupted)
    with Gradebook(tmp_path) as book:
        assert list(book.ids()) == ["anna"]


def test_a_record_is_on_the_disk(book):
    """SQLite waits for the disk after each transaction, not only now and then."""
    full = 2
    (level,) = book._database.execute("PRAGMA synchronous").fetchone()
    assert level == full


def test_what_is_not_known(book):
    """A submission that is not on record has no verdicts."""
    assert book.submission("nobody") is None
    assert book.verdicts("nobody") == {}


def test_forgetting(book):
    """A gradebook can be emptied; what it is about stays."""
    book.note("seed", "7")
    book.record(ROW, {"softmax": VERDICT})
    book.forget()
    assert book.submission("anna") is None
    assert book.about("seed", "8") == "7"


def test_facts(book):
    """The first value of a fact stays until another one is noted."""
    assert book.about("seed", "7") == "7"
    assert book.about("seed", "8") == "7"
    book.note("seed", "9")
    assert book.about("seed", "8") == "9"


def test_one_at_a_time(tmp_path, book):
    """A gradebook that is open is refused to others."""
    assert book
    with pytest.raises(UsageError, match="Another grader works in"):
        Gradebook(tmp_path)


@pytest.mark.parametrize("content", [b"no database" * 1000, b"\0" * 5000])
def test_a_file_that_is_none(tmp_path, content):
    """A file that is no gradebook is refused, not overwritten."""
    tmp_path.joinpath(FILE).write_bytes(content)
    with pytest.raises(UsageError, match="cannot be used as a gradebook"):
        Gradebook(tmp_path)
    assert tmp_path.joinpath(FILE).read_bytes() == content


def test_another_version(tmp_path):
    """A gradebook of another version is refused, and stays as it was."""
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
        database.execute("CREATE TABLE verdict (submission, exercise, document)")
        database.execute("INSERT INTO about VALUES ('version', '1')")
    database.close()
    with pytest.raises(UsageError, match="was written by another version of grader"):
        Gradebook(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {name for (name,) in tables} == {"about", "verdict"}
    database.close()

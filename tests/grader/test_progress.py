"""What is done is kept between runs, and a spoilt file of it does no harm."""

import json
import subprocess
import sys
import threading

import pytest
from msgspec.structs import replace

from grader.course import load
from grader.lock import Lock
from grader.progress import (
    FILE,
    FORMAT,
    LOCK,
    NOTHING,
    Done,
    Progress,
    after,
    change,
    fingerprint,
    go,
    recall,
    remember,
)
from grader.verdict import Exercise, Status


@pytest.fixture
def course(write_course):
    """Return a course of two exercises with a student's file for the first."""
    course = load(write_course("softmax", "sigmoid"))
    course.places["softmax"].stub.write_text("def softmax(x): return x\n")
    return course


def verdict(name, status=Status.PASSED):
    """Return a verdict on an exercise."""
    return Exercise(
        name=name,
        assignment="basics",
        status=status,
        points=1.0,
        max_points=1.0,
        message="m",
        misconception=None,
        findings=(),
        cases=(),
    )


def test_nothing_is_done_at_first(course):
    """A fresh course has no progress, and asking for it writes nothing."""
    assert recall(course).exercises == {}
    assert not (course.root / FILE).exists()


def test_verdicts_are_kept(course):
    """A verdict is recalled with the content that it was on."""
    remember(course, [verdict("softmax")])
    sha256 = fingerprint(course.places["softmax"])
    done = Done(Status.PASSED, sha256, attempts=1, tried=sha256)
    assert recall(course).exercises == {"softmax": done}
    assert len(sha256) == 64


def test_later_verdicts_replace_earlier_ones(course):
    """Only what was checked again changes."""
    remember(course, [verdict("softmax"), verdict("sigmoid")])
    remember(course, [verdict("softmax", Status.FAILED)])
    done = recall(course).exercises
    assert done["softmax"].status is Status.FAILED
    assert done["sigmoid"].status is Status.PASSED


@pytest.mark.parametrize("status", Status)
def test_faults_of_the_grader_are_not_kept(course, status):
    """Every verdict but `error` is a student's progress."""
    remember(course, [verdict("softmax", Status.PASSED)])
    remember(course, [verdict("softmax", status)])
    kept = recall(course).of("softmax").status
    assert kept is (Status.PASSED if status is Status.ERROR else status)


def test_a_missing_file_has_no_fingerprint(course):
    """An exercise without a file, or with a folder for one, has an empty one."""
    place = course.places["sigmoid"]
    assert fingerprint(place) == ""
    place.stub.mkdir()
    assert fingerprint(place) == ""


def test_the_fingerprint_follows_the_content(course):
    """Another content has another fingerprint, the same content the same."""
    place = course.places["softmax"]
    before = fingerprint(place)
    text = place.stub.read_text()
    place.stub.write_text(text + "\n")
    assert fingerprint(place) != before
    place.stub.write_text(text)
    assert fingerprint(place) == before


SPOILT = {
    "empty": b"",
    "cut": b'{"exercises": {"softmax": {"status": "pas',
    "not JSON": b"done",
    "a list": b"[]",
    "null": b"null",
    "no exercises": b"{}",
    "exercises that are none": b'{"exercises": 3}',
    "an unknown status": b'{"exercises": {"a": {"status": "won", "sha256": ""}}}',
    "no fingerprint": b'{"exercises": {"a": {"status": "passed"}}}',
    "not UTF-8": b'{"exercises": {"\xff": {}}}',
    "nested deep": b'{"more": ' + b"[" * 100_000,
    "bytes": bytes(range(256)),
}


@pytest.mark.parametrize("data", SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_file_counts_as_none(course, data):
    """Whatever stands in the file, checks go on and write it anew."""
    (course.root / FILE).parent.mkdir()
    (course.root / FILE).write_bytes(data)
    assert recall(course).exercises == {}
    made = remember(course, [verdict("softmax")])
    assert recall(course).of("softmax").status is Status.PASSED
    assert made.aside == ".grader/kept/progress-1.json"
    assert (course.root / made.aside).read_bytes() == data


def test_a_newer_file_is_kept_aside(course):
    """What a newer grader wrote is not understood, and not lost."""
    newer = {"exercises": {}, "format": FORMAT + 1, "note": "n"}
    (course.root / FILE).parent.mkdir()
    (course.root / FILE).write_text(json.dumps(newer))
    assert recall(course) == Progress({})
    made = remember(course, [verdict("softmax")])
    assert json.loads((course.root / made.aside).read_text()) == newer
    assert remember(course, [verdict("softmax")]).aside == ""


def test_an_older_file_is_understood(course):
    """What is done was kept before attempts were counted, and counts still."""
    older = {"softmax": {"status": "passed", "sha256": "x"}}
    (course.root / FILE).parent.mkdir()
    (course.root / FILE).write_text(json.dumps({"exercises": older, "note": "n"}))
    assert recall(course).of("softmax") == Done(Status.PASSED, "x")
    assert remember(course, [verdict("sigmoid")]).aside == ""


def test_what_is_not_in_the_course_any_more_is_kept(course):
    """Progress on an exercise that was taken out does not hinder the rest."""
    (course.root / FILE).parent.mkdir()
    done = {"old": {"status": "passed", "sha256": "x"}}
    (course.root / FILE).write_text(json.dumps({"exercises": done, "note": "n"}))
    remember(course, [verdict("softmax")])
    assert set(recall(course).exercises) == {"old", "softmax"}


def test_the_file_says_not_to_edit_it(course):
    """Who opens the file reads what it is."""
    remember(course, [verdict("softmax")])
    kept = json.loads((course.root / FILE).read_text("utf-8"))
    assert kept["note"] == "Written by grader. Do not edit: checks overwrite it."


@pytest.mark.parametrize("block", ["a file for the folder", "a folder for the file"])
def test_a_course_that_cannot_be_written_to_keeps_nothing(course, block):
    """Where nothing can be written, a check is not disturbed and leaves no rubbish."""
    folder = (course.root / FILE).parent
    if block == "a file for the folder":
        folder.write_text("in the way")
    else:
        (course.root / FILE).mkdir(parents=True)
    assert remember(course, [verdict("softmax")]).kept is False
    assert recall(course).exercises == {}
    if folder.is_dir():
        assert {path.name for path in folder.iterdir()} == {FILE.name, LOCK.name}


def test_two_writers_at_once_leave_a_whole_file(course):
    """Checks that run side by side never leave half a file, nor temporary ones."""
    remember(course, [verdict("softmax")])
    stop = threading.Event()
    torn = []

    def watch():
        while not stop.is_set():
            if not recall(course).exercises:
                torn.append(1)

    def write():
        for _ in range(30):
            remember(course, [verdict("softmax"), verdict("sigmoid")])

    threads = [threading.Thread(target=write) for _ in range(2)]
    reader = threading.Thread(target=watch)
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    stop.set()
    reader.join()
    assert not torn
    folder = (course.root / FILE).parent
    assert {path.name for path in folder.iterdir()} == {FILE.name, LOCK.name}


def test_changed_content_is_an_attempt(course):
    """Each check of another content counts, the same content again does not."""
    for text, count in (("a", 1), ("a", 1), ("b", 2), ("a", 3)):
        course.places["softmax"].stub.write_text(text)
        remember(course, [verdict("softmax", Status.FAILED)])
        assert recall(course).of("softmax").attempts == count


@pytest.mark.parametrize("status", [Status.NOT_STARTED, Status.MISSING])
def test_what_is_not_written_is_no_attempt(status):
    """A stub and a missing file are no attempts."""
    assert after(NOTHING, verdict("softmax", status), "x").attempts == 0


def test_what_waits_is_no_attempt():
    """An answer that waits for another was not tried; once it is judged it was."""
    message = "`softmax` waits for `sigmoid`: your own is used here, and it is wrong."
    waits = replace(verdict("softmax", Status.FAILED), message=message)
    done = after(NOTHING, waits, "x")
    assert (done.attempts, done.sha256) == (0, "x")
    assert after(done, verdict("softmax"), "x").attempts == 1


def test_a_loop_is_remembered():
    """An exercise that had a loop once is known to have had one."""
    done = after(NOTHING, verdict("softmax", Status.LOOPS), "x")
    assert after(done, verdict("softmax"), "y").looped
    assert not after(NOTHING, verdict("softmax"), "y").looped


def test_content_is_that_of_before_the_check(course):
    """What was saved while a check ran was not checked."""
    before = {"softmax": fingerprint(course.places["softmax"])}
    course.places["softmax"].stub.write_text("saved later")
    remember(course, [verdict("softmax")], before)
    assert recall(course).of("softmax").sha256 == before["softmax"]


def test_the_current_exercise(course):
    """The exercise that a student is at is kept until there is another one."""
    remember(course, [verdict("softmax")], current="softmax")
    remember(course, [verdict("softmax"), verdict("sigmoid")])
    assert recall(course).current == "softmax"
    go(course, "sigmoid")
    assert recall(course).current == "sigmoid"
    assert recall(course).of("softmax").status is Status.PASSED


WRITER = """
import sys
from pathlib import Path
from msgspec.structs import replace
from grader.course import load
from grader.progress import change
course = load(Path(sys.argv[1]))
for i in range(int(sys.argv[3])):
    def more(known):
        done = known.of(sys.argv[2])
        return known.having(sys.argv[2], replace(done, attempts=done.attempts + 1))
    change(course, more)
    print(i, flush=True)
"""


def writer(course, name, times):
    """Start a process that counts attempts of an exercise."""
    words = [sys.executable, "-c", WRITER, str(course.root), name, str(times)]
    return subprocess.Popen(words, stdout=subprocess.PIPE)


def test_processes_at_once_lose_nothing(course):
    """Four processes that write at once count every attempt."""
    names = ["softmax", "sigmoid", "softmax", "sigmoid"]
    started = [writer(course, name, 25) for name in names]
    assert [one.communicate() and one.returncode for one in started] == [0] * 4
    known = recall(course)
    assert known.of("softmax").attempts == known.of("sigmoid").attempts == 50


def test_a_killed_process_leaves_a_whole_file(course):
    """Who is killed while writing leaves what was there, and no lock."""
    for _ in range(5):
        one = writer(course, "softmax", 100_000)
        for _ in range(3):
            one.stdout.readline()
        one.kill()
        one.communicate()
        reached = recall(course).of("softmax").attempts
        made = change(course, lambda known: known)
        assert made.kept
        assert made.aside == ""
        assert made.progress.of("softmax").attempts == reached
    assert reached >= 15


def test_a_stopped_process_is_not_waited_for(course, monkeypatch):
    """Where another process holds the lock for long, it is kept all the same."""
    monkeypatch.setattr("grader.progress.PATIENCE", 0.05)
    go(course, "softmax")
    lock = Lock(course.root / LOCK, "")
    assert go(course, "sigmoid").kept
    lock.release()
    assert recall(course).current == "sigmoid"


def test_a_lock_is_waited_for(course):
    """A lock that is given back in time is waited for."""
    file = course.root / "lock"
    first = Lock(file, "taken")
    timer = threading.Timer(0.1, first.release)
    timer.start()
    Lock(file, "taken", patience=30).release()
    timer.join()

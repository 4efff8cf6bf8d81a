"""What is done is kept between runs, and a spoilt file of it does no harm."""

import json
import threading

import pytest

from grader.course import load
from grader.progress import FILE, Done, fingerprint, recall, remember
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
    assert recall(course) == {}
    assert not (course.root / FILE).exists()


def test_verdicts_are_kept(course):
    """A verdict is recalled with the content that it was on."""
    remember(course, [verdict("softmax")])
    sha256 = fingerprint(course.places["softmax"])
    assert recall(course) == {"softmax": Done(Status.PASSED, sha256)}
    assert len(sha256) == 64


def test_later_verdicts_replace_earlier_ones(course):
    """Only what was checked again changes."""
    remember(course, [verdict("softmax"), verdict("sigmoid")])
    remember(course, [verdict("softmax", Status.FAILED)])
    done = recall(course)
    assert done["softmax"].status is Status.FAILED
    assert done["sigmoid"].status is Status.PASSED


@pytest.mark.parametrize("status", Status)
def test_faults_of_the_grader_are_not_kept(course, status):
    """Every verdict but `error` is a student's progress."""
    remember(course, [verdict("softmax", Status.PASSED)])
    remember(course, [verdict("softmax", status)])
    kept = recall(course)["softmax"].status
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
    assert recall(course) == {}
    remember(course, [verdict("softmax")])
    assert recall(course)["softmax"].status is Status.PASSED


def test_what_is_not_in_the_course_any_more_is_kept(course):
    """Progress on an exercise that was taken out does not hinder the rest."""
    (course.root / FILE).parent.mkdir()
    done = {"old": {"status": "passed", "sha256": "x"}}
    (course.root / FILE).write_text(json.dumps({"exercises": done, "note": "n"}))
    remember(course, [verdict("softmax")])
    assert set(recall(course)) == {"old", "softmax"}


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
    remember(course, [verdict("softmax")])
    assert recall(course) == {}
    if folder.is_dir():
        assert [path.name for path in folder.iterdir()] == [FILE.name]


def test_two_writers_at_once_leave_a_whole_file(course):
    """Checks that run side by side never leave half a file, nor temporary ones."""
    remember(course, [verdict("softmax")])
    stop = threading.Event()
    torn = []

    def watch():
        while not stop.is_set():
            if not recall(course):
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
    assert [path.name for path in (course.root / FILE).parent.iterdir()] == [FILE.name]

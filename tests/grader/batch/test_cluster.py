"""The workers of a cluster as judges, with a line that a test holds the end of."""

from collections import deque

import msgspec
import pytest

from grader.batch import cluster, seats
from grader.batch.cluster import Cluster
from grader.batch.crate import Crate
from grader.batch.executor import Came
from grader.batch.link import Answer, Gone, Seen, Workers
from grader.batch.messages import Batch, Opened, Opening, Reply
from grader.batch.worker import Job, Judged, Task
from grader.errors import GraderError, UsageError
from grader.sandbox.launcher import Isolation

KEYS = {"softmax": "key"}
OPENED = Opened("node", "landlock", KEYS)
JUDGED = Judged("path", "key", "sha", {}, {}, {})


class Line:
    """What a Link does, done by the test."""

    address = "tcp://here"

    def __init__(self):
        self.events = deque()
        self.opening = {}
        self.batches = {}
        self.forgotten = []
        self.beat = 0
        self.ended = False

    def open(self, number, address, told):
        """Note who was asked."""
        msgspec.msgpack.decode(told, type=Opening)
        self.opening[address] = number

    def judge(self, number, address, told):
        """Note what was sent."""
        batch = msgspec.msgpack.decode(told, type=Batch)
        tasks = [msgspec.json.decode(one, type=Task) for one in batch.tasks]
        self.batches[number] = (address, tuple(one.id for one in tasks), tasks)

    def forget(self, number):
        """Note what was taken back."""
        self.forgotten.append(number)

    def next(self, _seconds):
        """Return what the test put in."""
        return self.events.popleft() if self.events else None

    def gone(self):
        """Return a sentence."""
        return GraderError("gone")

    def end(self, _token):
        """Note the end."""
        self.ended = True

    def workers(self, *addresses, threads=1, status="running"):
        """Tell which workers there are, all of them heard of."""
        self.beat += 1
        seen = {a: Seen(a, "10.0.0.1", threads, status, self.beat) for a in addresses}
        self.events.append(Workers(seen))

    def welcome(self, address, opened=OPENED):
        """Answer for a worker that was asked."""
        told = msgspec.msgpack.encode(opened)
        self.events.append(Answer(self.opening[address], told))

    def reply(self, number, count=None, **more):
        """Answer a batch, or the beginning of it; a submission took 0.1 s."""
        ids = self.batches[number][1]
        judged = tuple(msgspec.json.encode(JUDGED) for _ in ids[:count])
        reply = Reply(judged, 0.1 * len(judged), **more)
        self.events.append(Answer(number, msgspec.msgpack.encode(reply)))

    @property
    def sent(self):
        """Where each batch went, and the ids in it."""
        return [(address, ids) for address, ids, _ in self.batches.values()]


@pytest.fixture
def line():
    """Return a line without a scheduler."""
    return Line()


@pytest.fixture
def said():
    """Return a list of what was said."""
    return []


@pytest.fixture
def judges(line, said, tmp_path):
    """Return an executor on the line; the submissions are not there."""
    job = Job(str(tmp_path), str(tmp_path), ("softmax",), 7, Isolation.STRICT, 9)
    return Cluster(line, job, KEYS, Crate({}), said.append)


@pytest.fixture
def ready(judges, line):
    """Return a function that brings workers up."""

    def up(*addresses, threads=1):
        line.workers(*addresses, threads=threads)
        judges.wait()
        for address in addresses:
            line.welcome(address)
        judges.wait()

    return up


def task(name):
    """Return a submission to judge."""
    return Task(name, f"{name}.py".encode(), {})


def fill(judges, names):
    """Hand out as many of some submissions as are taken; return the others."""
    names = list(names)
    while names and judges.takes():
        judges.hand(task(names.pop(0)), len(names))
    return names


def test_all_are_asked_before_work_starts(judges, line):
    """Nothing is taken until each worker that is there has answered."""
    line.workers("a", "b")
    assert judges.wait() == []
    line.welcome("a")
    judges.wait()
    assert not judges.takes()
    line.welcome("b")
    judges.wait()
    assert judges.takes()
    assert judges.wall == "landlock"


def test_batches_grow_and_shrink(judges, line, ready):
    """Batches take about a second, once it is known what one takes; less at the end."""
    ready("a")
    left = fill(judges, map(str, range(100)))
    assert [len(ids) for _, ids in line.sent] == [1, 1]
    for number in list(line.batches):
        line.reply(number)
    assert len(judges.wait()) == 2
    left = fill(judges, left)
    assert [len(ids) for _, ids in line.sent][2:] == [10, 10]
    fill(judges, left[:6])
    for number in list(line.batches)[2:]:
        line.reply(number)
    judges.wait()
    fill(judges, left[:6])
    judges.wait()
    assert [len(ids) for _, ids in line.sent][4:] == [3, 2]


def test_batches_of_many_workers(judges, line, ready, monkeypatch):
    """With many workers batches are longer, so that the scheduler has time for all."""
    monkeypatch.setattr(cluster, "RATE", 1)
    ready("a", threads=10)
    judges._pace = 1.0
    fill(judges, map(str, range(1000)))
    assert {len(ids) for _, ids in line.sent} == {10}


def test_workers_are_asked_some_at_a_time(judges, line, monkeypatch):
    """The course is on its way to a few workers only; one that is lost is not asked."""
    monkeypatch.setattr(cluster, "OPENINGS", 2)
    line.workers(*"abcde")
    judges.wait()
    assert list(line.opening) == ["a", "b"]
    line.welcome("a")
    judges.wait()
    assert list(line.opening) == ["a", "b", "c"]
    line.workers("a", "c", "e")
    judges.wait()
    assert list(line.opening) == ["a", "b", "c", "e"]
    line.welcome("c")
    line.welcome("e")
    judges.wait()
    assert judges.takes()


def test_no_more_than_a_few_are_on_their_way(judges, line, ready):
    """However many are to do, a worker has two batches for each thread."""
    ready("a", "b", threads=2)
    left = fill(judges, map(str, range(1000)))
    assert len(line.batches) == 8
    assert len(left) == 992
    assert not judges.takes()


def test_large_submissions_fill_a_batch(judges, line, ready, tmp_path, monkeypatch):
    """A batch ends when its content is large."""
    monkeypatch.setattr(cluster, "BYTES", 1000)
    ready("a")
    fill(judges, ["first"])
    judges.wait()
    line.reply(next(iter(line.batches)))
    judges.wait()
    for number in range(3):
        tmp_path.joinpath(f"{number}.py").write_text("#" * 500)
    for number in range(3):
        judges.hand(task(str(number)), 100)
    judges.wait()
    assert [ids for _, ids in line.sent][1:] == [("0", "1"), ("2",)]
    parcel = list(line.batches.values())[1][2][0].parcel
    assert parcel.opened().files["0.py"].data == b"#" * 500


def test_a_lost_process(judges, line, ready, said):
    """Only the submission that was being judged is suspect; those after it are not."""
    ready("a")
    judges._pace = 0.1
    fill(judges, [*"abcdefgh", *map(str, range(8))])
    number = next(iter(line.batches))
    assert line.batches[number][1] == tuple("abcdefgh")
    line.reply(number, 3)
    found = judges.wait()
    assert [one.id for one in found] == list("abcdefgh")
    assert [one.judged is not None for one in found] == [True] * 3 + [False] * 5
    assert [one.id for one in found if one.suspect] == ["d"]
    assert said == ["Worker a on node: the process that judged d was lost."]


def test_a_lost_worker(judges, line, ready, said):
    """What a worker was judging is suspect, what waited there is not."""
    ready("a", "b")
    fill(judges, "wxyz")
    judges.wait()
    line.workers("b")
    found = judges.wait()
    mine = [ids[0] for address, ids in line.sent if address == "a"]
    assert found == [Came(mine[0], None, suspect=True), Came(mine[1], None)]
    assert said == ["Worker a on node was lost."]
    assert set(line.forgotten) <= set(line.batches)
    assert len(line.forgotten) == 2


def test_a_worker_that_was_told_to_end(judges, line, ready):
    """Nothing is suspect that a worker had which was retired."""
    ready("a", "b")
    fill(judges, "wxyz")
    line.workers("a", "b", status="closing_gracefully")
    judges.wait()
    assert not judges.takes()
    line.workers("b")
    assert not any(one.suspect for one in judges.wait())


@pytest.mark.parametrize("killed", [True, False])
def test_a_task_that_dask_gave_up(judges, line, ready, killed):
    """What Dask says of a lost worker is believed at once; the worker is asked anew."""
    ready("a")
    fill(judges, ["one"])
    judges.wait()
    (number,) = line.batches
    line.events.append(Answer(number, lost=True, killed=killed))
    assert judges.wait() == [Came("one", None, suspect=killed)]
    assert not judges.takes()
    line.opening.clear()
    line.workers("a")
    judges.wait()
    assert list(line.opening) == ["a"]


def test_alone(judges, line, ready):
    """A suspect has a worker for itself, and no other worker waits for it."""
    ready("a", "b", threads=2)
    fill(judges, ["one"])
    judges.wait()
    assert judges.hand_alone(task("suspect"))
    assert not judges.hand_alone(task("other"))
    busy, alone = (address for address, _ in line.sent)
    fill(judges, map(str, range(20)))
    judges.wait()
    assert [address for address, _ in line.sent].count(alone) == 1
    line.reply(list(line.batches)[1])
    judges.wait()
    fill(judges, ["more"])
    judges.wait()
    assert line.sent[-1] == (alone, ("more",))
    assert busy != alone


def test_silence(judges, line, ready, monkeypatch):
    """A worker that is not heard of is lost; heard of again, it is asked again."""
    ready("a")
    fill(judges, ["one"])
    judges.wait()
    monkeypatch.setattr(seats, "SILENCE", -1)
    line.beat -= 1
    line.opening.clear()
    line.workers("a")
    assert judges.wait() == [Came("one", None, suspect=True)]
    line.beat -= 1
    line.workers("a")
    judges.wait()
    assert not line.opening
    line.workers("a")
    judges.wait()
    assert list(line.opening) == ["a"]


@pytest.mark.parametrize(
    ("opened", "kind", "message"),
    [
        (
            Opened("node", "", {}, "The sandbox did not start: landlock.", "Install."),
            GraderError,
            "Worker b on node: The sandbox did not start: landlock.",
        ),
        (
            Opened("node", "landlock", {"softmax": "other"}),
            UsageError,
            "Worker b on node would judge by another course, or with other versions.",
        ),
        (
            Opened("node", "bubblewrap", KEYS),
            GraderError,
            "Worker b on node stands behind bubblewrap, others behind landlock.",
        ),
    ],
)
def test_a_worker_that_does_not_fit(judges, line, opened, kind, message):
    """A run does not start with it; one that comes later is left out."""
    line.workers("a", "b")
    judges.wait()
    line.welcome("a")
    line.welcome("b", opened)
    with pytest.raises(kind) as refused:
        judges.wait()
    assert refused.value.message == message


def test_a_late_worker_that_does_not_fit(judges, line, said, ready):
    """A worker that comes later and does not fit is named and not used."""
    ready("a")
    line.workers("a", "b")
    judges.wait()
    line.events.append(Answer(line.opening["b"], differs="has no grader."))
    judges.wait()
    assert said == ["Not used: Worker b on 10.0.0.1 has no grader."]
    assert len(fill(judges, "xyz")) == 1
    assert {address for address, _ in line.sent} == {"a"}


def test_a_desk_that_was_closed(judges, line, ready):
    """A worker that does not know the run any more is asked again."""
    ready("a")
    fill(judges, ["one"])
    judges.wait()
    (number,) = line.batches
    line.reply(number, 0, unknown=True)
    assert judges.wait() == [Came("one", None)]
    assert not judges.takes()


def test_no_process_on_a_worker(judges, line, ready):
    """A worker that cannot judge any more ends the run, by its name."""
    ready("a")
    fill(judges, ["one"])
    judges.wait()
    line.reply(next(iter(line.batches)), 0, fault="No memory.")
    with pytest.raises(GraderError, match="Worker a on node: No memory"):
        judges.wait()


def test_what_a_worker_cannot_run(judges, line, ready):
    """What a worker came to that is no loss of it ends the run."""
    ready("a")
    fill(judges, ["one"])
    judges.wait()
    line.events.append(Answer(next(iter(line.batches)), failed="ImportError: x"))
    with pytest.raises(GraderError, match="Worker a on node failed: ImportError: x"):
        judges.wait()


def test_no_worker(judges, said, monkeypatch):
    """That there is no worker is said, and after a while it is the end."""
    monkeypatch.setattr(cluster, "SOON", -1)
    judges.wait()
    judges.wait()
    assert said == ["There is no worker at tcp://here: waiting for one."]
    monkeypatch.setattr(cluster, "PATIENCE", -1)
    with pytest.raises(GraderError) as ended:
        judges.wait()
    assert ended.value.message == "No worker came to tcp://here in -1 seconds."


def test_no_scheduler(judges, line, ready):
    """Without a scheduler nothing is judged."""
    ready("a")
    line.events.append(Gone())
    with pytest.raises(GraderError, match="gone"):
        judges.wait()
    judges.end()
    assert line.ended

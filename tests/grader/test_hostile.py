"""Every file of tests/hostile gets the verdict that its header asks for.

`hostile` says what a header holds. Behind the kernel's walls Python's own fence is
down: they have to hold alone. Behind the process wall it is part of what is tried.
"""

import shutil
import tempfile
import time
from pathlib import Path

import msgspec
import psutil
import pytest
from hostile import (
    FILES,
    FOLDER,
    KINDS,
    REPLIES,
    ROOT,
    THROUGH,
    beyond,
    content,
    header,
)
from judging import (
    FOLDERS,
    SEED,
    adapted,
    copy_course,
    judge,
    judge_all,
    screen,
    with_each,
)
from table import attempt
from traces import Canary, adopt, alive, digests, settings
from walls import WALLS

from grader import course as courses
from grader.render import json as as_json
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Options, check
from grader.verdict import CaseStatus, Result, Status

SECONDS = 30.0
MAX_MESSAGE = 1_000
MAX_SCREEN = 40_000
MAX_DOCUMENT = 400_000
END_SECONDS = 5


def runs(kinds):
    """Return the hostile submissions of some kinds."""
    return [
        pytest.param(path, id=path.stem)
        for path in FILES
        if header(path).get("kind") in kinds
    ]


# One wall after the other, so that what is left behind is known to be that wall's.
@pytest.fixture(scope="module", params=WALLS)
def wall(request):
    """Return each wall that can be had here, all of them in CI."""
    return request.param


@pytest.fixture(scope="module")
def sandbox(wall, before):
    """Return the one sandbox in which all submissions are run in turn."""
    assert before
    with Sandbox(wall, fence=wall is Isolation.PROCESS) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def replies(wall, sandbox):
    """Return where replies are tried: behind a second wall with the fence, as it is."""
    if wall in WALLS[1:2]:
        with Sandbox(wall) as fenced:
            yield fenced
    else:
        yield sandbox


@pytest.fixture(scope="module")
def temporary():
    """Return the folder for temporary files, for this module a new one."""
    folder = Path(tempfile.mkdtemp())
    kept, tempfile.tempdir = tempfile.tempdir, str(folder)
    yield folder
    tempfile.tempdir = kept
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def canaries(wall, temporary):
    """Yield what no submission may touch, at home and among temporary files."""
    assert wall
    found = {"HOME": Canary(Path.home()), "TEMPORARY": Canary(temporary)}
    yield found
    for canary in found.values():
        canary.remove()


@pytest.fixture(scope="module")
def before(course, canaries, temporary):
    """Keep what there was before the first hostile submission met a wall."""
    assert course
    assert canaries
    adopt(wanted=True)
    yield {
        "processes": set(alive()),
        "bundled": {name: digests(ROOT / name) for name in FOLDERS},
        "course": {name: digests(course.root / name) for name in FOLDERS},
        "temporary": sorted(path.name for path in temporary.iterdir()),
        "settings": settings(),
    }
    adopt(wanted=False)


@pytest.fixture(scope="module")
def targets(canaries, course):
    """Return what submissions are told of: places, ports and the host's number."""
    found = {name: canary.folder for name, canary in canaries.items()}
    return found | {
        "COURSE": course.root,
        "HOST": psutil.Process().pid,
        "PORT": canaries["HOME"].port,
        "NAME-OF-SOCKET": canaries["HOME"].name,
    }


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy of the bundled course, for answers to be handed in."""
    return copy_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def judged(request, wall, course, sandbox, replies, targets):
    """Return what came of each submission that is asked for behind a wall."""

    def asked():
        for item in request.session.items:
            given = item.callspec.params if hasattr(item, "callspec") else {}
            if (item.path, given.get("wall")) == (request.path, wall):
                path = given.get("path")
                if path is not None:
                    head = header(path)
                    where = replies if head["kind"] in REPLIES else sandbox
                    made = adapted(course, head)
                    yield path, made, head["exercise"], content(path, targets), where

    return judge_all(course, asked())


def run(path, wall, judged):
    """Hold what came of a hostile submission to its header."""
    head = header(path)
    came = judged[path]
    if isinstance(came, Exception):
        raise came
    # What source costs, it costs this process: how busy the machine is does not matter.
    seconds = came.processor if head["kind"] == "source" else came.elapsed
    result, entry, warned = came.result, came.entry, came.warned
    exercise = result.exercises[0]
    message = exercise.message

    assert exercise.status in [Status(one) for one in head["must"].split(", ")], message
    assert message.strip()
    assert len(message.splitlines()) == 1
    assert len(message) <= MAX_MESSAGE
    told = [message, *(case.message for case in exercise.cases)]
    out = bool(beyond(path, wall))
    assert any(THROUGH in one for one in told) is out, told[:2]
    assert out or any(head.get("says", "") in one for one in told), told[:2]
    assert all(case.status is not CaseStatus.ERROR for case in exercise.cases)
    if exercise.status is not Status.PASSED:
        assert exercise.points < exercise.max_points
    assert seconds < float(head.get("seconds", SECONDS))
    assert not warned, [str(one.message) for one in warned]

    document = as_json.render(result)
    assert len(document) < MAX_DOCUMENT
    assert msgspec.json.decode(document, type=Result) == result
    shown = screen(result, entry)
    assert len(shown) < MAX_SCREEN
    assert all(one == "\n" or one.isprintable() for one in shown)


@pytest.mark.parametrize("path", runs(KINDS.keys() - REPLIES - {"source"}))
def test_hostile_submission(path, wall, judged, record_property):
    """A hostile submission gets its verdict, in time and in one harmless sentence."""
    attempt(record_property, path, header(path)["kind"], wall, beyond(path, wall))
    run(path, wall, judged)


# Behind the process wall each guest is an interpreter of its own: what comes of its
# reply is the same, and it takes ten times as long.
@pytest.mark.parametrize("wall", WALLS[:2], indirect=True, scope="module")
@pytest.mark.parametrize("path", runs(REPLIES))
def test_hostile_reply(path, wall, judged, record_property):
    """A reply that is not what it seems gets its verdict, whether the fence is up."""
    attempt(record_property, path, header(path)["kind"], wall, beyond(path, wall))
    run(path, wall, judged)


# No guest sees most of them: more walls would try nothing more.
@pytest.mark.parametrize("wall", WALLS[:1], indirect=True, scope="module")
@pytest.mark.parametrize("path", runs({"source"}))
def test_hostile_source(path, wall, judged, record_property):
    """Source that is hard to read gets its verdict, in time and in one sentence."""
    attempt(record_property, path, "source", wall, beyond(path, wall))
    run(path, wall, judged)


# A place and one that is supplied with another's function: both ways to a verdict.
@pytest.mark.parametrize("name", ["softmax", "propagate"])
def test_right_answer_afterwards(name, course, sandbox, replies):
    """After all of them the same sandbox still gives a right answer full points."""
    data = course.places[name].solution.read_bytes()
    for one in (sandbox, replies):
        result, _ = judge(course, name, data, one)
        assert result.exercises[0].status is Status.PASSED
        assert result.points == result.max_points


def test_neighbours(wall, course, tmp_path):
    """One hostile file of several does not change the verdicts on the others."""
    root = tmp_path / "course"
    shutil.copytree(course.root, root)
    chosen = {
        "sigmoid": "exit_at_import",
        "softmax": "hundred_thousand_brackets",
        "L1": "endless_import",
        "initialize_with_zeros": "crossed_wires",
    }
    course = with_each(courses.load(root), chosen, timeout=0.3, imports="any")
    names = [*chosen, "sigmoid_derivative", "L2", "predict"]
    places = [place for place in course if place.exercise.name in names]
    for place in places:
        name = place.exercise.name
        data = place.solution.read_bytes()
        if name in chosen:
            path = FOLDER / f"{chosen[name]}.py"
            asked = header(path)["exercise"].encode()
            data = content(path).replace(asked, name.encode())
        place.stub.write_bytes(data)
    with Sandbox(wall) as sandbox:
        submission, entries = submitted.read_course(course, places)
        result = check(course, submission, entries, sandbox, Options(SEED))
    for exercise in result.exercises:
        passed = exercise.status is Status.PASSED
        assert passed is (exercise.name not in chosen), exercise


def test_descriptors(wall, course):
    """A sandbox that lost guests to hostile submissions gives every descriptor back."""
    course = with_each(course, course.places, timeout=0.3, imports="any")
    names = ("closed_wire", "exit_at_once")
    data = [content(FOLDER / f"{name}.py") for name in names]

    def run():
        with Sandbox(wall) as sandbox:
            for one in data:
                judge(course, "initialize_with_zeros", one, sandbox)
        return psutil.Process().num_fds()

    assert run() == run()


def test_nothing_is_left(before, canaries, course, sandbox, replies, temporary):
    """No process, connection, file or setting is left that was not there before."""
    for one in (sandbox, replies):
        one.close()
    until = time.monotonic() + END_SECONDS
    while time.monotonic() < until:
        left = {
            pid: said for pid, said in alive().items() if pid not in before["processes"]
        }
        if not left:
            break
        time.sleep(0.05)
    assert not left
    for name in FOLDERS:
        assert digests(ROOT / name) == before["bundled"][name]
        assert digests(course.root / name) == before["course"][name]
    for canary in canaries.values():
        assert canary.state() == canary.before
        assert canary.calls() == 0
    assert sorted(path.name for path in temporary.iterdir()) == before["temporary"]
    assert settings() == before["settings"]

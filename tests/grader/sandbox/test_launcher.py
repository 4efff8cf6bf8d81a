"""Sandboxes start, give guests, and leave nothing behind, for each wall."""

import contextlib
import gc
import os
import resource
import time

import psutil
import pytest
from kin import runs
from walls import WALLS

from grader.errors import GraderError
from grader.sandbox import bubblewrap, launcher, parent, world
from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.outcome import Ended, Returned

ANSWER = "def f(x): return x + 1"


def kill(processes):
    """Kill processes of ours and wait until they are gone."""
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    assert_gone(processes)


def works(guest, unit):
    """Return whether a guest can be given a function and called."""
    assert guest.define([unit(ANSWER)], (), 7, 10)[0] == ["callable"]
    assert guest.call(0, (1,), {}, 10).outcome == Returned(2, ())
    return True


@contextlib.contextmanager
def own_processes():
    """Give a function that returns all descendants that were started since."""
    me = psutil.Process()
    before = set(me.children(recursive=True))
    # Another sandbox's next guest may be on its way.
    while True:
        time.sleep(0.2)
        now = set(me.children(recursive=True))
        if now == before:
            break
        before = now
    yield lambda: set(me.children(recursive=True)) - before


def alive(processes):
    """Return those that run still; ended ones that nobody waited for do not."""
    return [process for process in processes if runs(process)]


def assert_gone(processes):
    """Hold that all processes end within a moment; what does not is killed."""
    deadline = time.monotonic() + 6
    while alive(processes) and time.monotonic() < deadline:
        time.sleep(0.01)
    survivors = alive(processes)
    for process in survivors:
        process.kill()
    assert not survivors


def test_the_wall_is_named(wall, sandbox):
    """Reports name the wall that was asked for and stands."""
    assert sandbox.wall.partition("+")[0] == wall.value


def test_auto_takes_the_best_wall(best_wall):
    """Without a choice it is the best wall that this machine has."""
    for isolation in (Isolation.AUTO, Isolation.STRICT):
        with Sandbox(isolation) as sandbox:
            assert sandbox.wall.partition("+")[0] == best_wall.value


@pytest.fixture
def bare(monkeypatch):
    """Make this a machine without bubblewrap and, unless told, without Landlock."""

    def make(*, landlock=False):
        monkeypatch.setattr(bubblewrap, "program", lambda: None)
        if not landlock:
            monkeypatch.setattr(launcher, "_lacks", lambda _: "this kernel has none")

    return make


def test_landlock_stands_in_for_bubblewrap(bare, unit):
    """Where bubblewrap is not installed, Landlock is the kernel wall."""
    bare(landlock=True)
    with Sandbox(Isolation.STRICT) as sandbox:
        assert sandbox.wall == "landlock+seccomp"
        guest = sandbox.guest()
        assert works(guest, unit)
        guest.end()


@pytest.mark.parametrize(
    ("isolation", "said"),
    [
        (Isolation.STRICT, ["bubblewrap (not installed)", "landlock (this kernel"]),
        (Isolation.LANDLOCK, ["landlock (this kernel has none)"]),
    ],
)
def test_a_kernel_wall_or_nothing(isolation, said, bare):
    """Who asks for a kernel wall gets none below it, and hears how to get one."""
    bare()
    with Sandbox(isolation) as sandbox, pytest.raises(GraderError) as caught:
        sandbox.guest()
    assert all(one in caught.value.message for one in said)
    assert "--isolation process" in caught.value.help


def test_no_bubblewrap_at_all(bare):
    """Who asks for bubblewrap where it is not installed is told so at once."""
    bare()
    with pytest.raises(GraderError, match=r"bubblewrap \(not installed\)") as caught:
        Sandbox(Isolation.BUBBLEWRAP)
    assert "apt install bubblewrap" in caught.value.help


@pytest.mark.parametrize("isolation", [Isolation.STRICT, Isolation.LANDLOCK])
def test_no_landlock_elsewhere(isolation, bare, monkeypatch):
    """On another system there is no kernel wall, and none is tried."""
    bare()
    monkeypatch.setattr(launcher.sys, "platform", "darwin")
    with pytest.raises(GraderError, match="this system has none"):
        Sandbox(isolation)


@pytest.mark.parametrize(
    ("ready", "said"),
    [
        (parent.Ready(forks=True, held=True, filters=True), ""),
        (parent.Ready(forks=False, held=False, filters=True), "this kernel has none"),
        (parent.Ready(forks=False, held=True, filters=False), "no filter"),
    ],
)
def test_landlock_needs_the_filter(ready, said):
    """Landlock alone leaves modes, times and processes: it is no wall by itself."""
    found = launcher._lacks(ready)
    assert said in found
    assert bool(said) is bool(found)


def broken_bubblewrap(tmp_path):
    """Return the path of a bubblewrap that the system refuses."""
    program = tmp_path / "bwrap"
    program.write_text(
        "#!/bin/sh\necho 'bwrap: setting up uid map: refused' >&2\nexit 1\n"
    )
    program.chmod(0o755)
    return str(program)


def test_a_refused_kernel_wall_is_told(bare, monkeypatch, tmp_path):
    """Where bubblewrap does not start, its own complaint is in the message."""
    bare()
    monkeypatch.setattr(bubblewrap, "program", lambda: broken_bubblewrap(tmp_path))
    for isolation in (Isolation.STRICT, Isolation.BUBBLEWRAP):
        with (
            Sandbox(isolation) as sandbox,
            pytest.raises(GraderError, match="uid map: refused"),
        ):
            sandbox.guest()


@pytest.mark.parametrize("landlock", [True, False])
def test_auto_falls_back_where_bubblewrap_is_refused(
    landlock, bare, monkeypatch, tmp_path, unit
):
    """Where bubblewrap does not start, the next best is the wall, and is named so."""
    bare(landlock=landlock)
    monkeypatch.setattr(bubblewrap, "program", lambda: broken_bubblewrap(tmp_path))
    with Sandbox() as sandbox:
        assert sandbox.wall.startswith("landlock" if landlock else "process")
        guest = sandbox.guest()
        assert works(guest, unit)
        guest.end()


def test_a_parent_that_does_not_start_is_the_grader_s_failure(monkeypatch):
    """A Python that cannot run is told as a failure of the sandbox."""
    monkeypatch.setattr(world, "python", lambda: "/bin/false")
    with (
        Sandbox(Isolation.PROCESS) as sandbox,
        pytest.raises(GraderError, match="did not start"),
    ):
        sandbox.guest()


# Behind the process wall each guest is an interpreter of its own.
@pytest.mark.parametrize("wall", [one for one in WALLS if one != Isolation.PROCESS])
@pytest.mark.parametrize("beside", [True, False])
def test_forks_part(wall, unit, beside):
    """A fork of its process has guests of its own, and leaves the first's alone.

    On a processor of its own it has none forked ahead.
    """
    with Sandbox(wall) as sandbox:
        assert sandbox.forks
        guest = sandbox.guest()
        child = os.fork()
        if child == 0:
            code = 1
            try:
                ours = sorted(os.sched_getaffinity(0))
                os.sched_setaffinity(0, ours[:1] if beside else ours)
                sandbox.part()
                other = sandbox.guest()
                ahead = sandbox._next is not None
                expected = not beside and len(ours) > 1
                code = not works(other, unit) or ahead is not expected
                other.end()
                sandbox.close()
            finally:
                os._exit(code)
        assert os.waitpid(child, 0)[1] == 0
        assert works(guest, unit)
        guest.end()


def test_guests_live_side_by_side(sandbox, unit):
    """Several guests at once do not know of one another."""
    guests = [sandbox.guest() for _ in range(3)]
    for number, guest in enumerate(guests):
        guest.define([unit(f"n = {number}\ndef f(): return n")], (), 7, 10)
    for number, guest in enumerate(guests):
        assert guest.call(0, (), {}, 10).outcome == Returned(number, ())
    for guest in guests:
        guest.end()


def test_guests_look_for_garbage(sandbox, unit):
    """What refers to itself is freed in a guest, though not while its parent loads."""
    guest = sandbox.guest()
    source = "import gc\ndef f(): return gc.isenabled(), *gc.get_threshold()"
    guest.define([unit(source)], (), 7, 10)
    expected = (True, *gc.get_threshold())
    assert guest.call(0, (), {}, 10).outcome == Returned(expected, ())
    guest.end()


def test_nothing_stays_from_the_guest_before(sandbox, unit):
    """A fresh guest knows nothing that an earlier one left in Python or NumPy."""
    spoil = (
        "import builtins, sys, numpy as np, os\n"
        "builtins.left = np.left = sys.left = 1\n"
        "np.exp = None\n"
        "os.environ['LEFT'] = '1'\n"
        "def f(): return 1"
    )
    look = (
        "import builtins, sys, numpy as np, os\n"
        "def f(): return [hasattr(one, 'left') for one in (builtins, np, sys)], "
        "np.exp(0.0), 'LEFT' in os.environ"
    )
    for source, expected in ((spoil, 1), (look, ([False] * 3, 1.0, False))):
        guest = sandbox.guest()
        guest.define([unit(source)], (), 7, 10)
        assert guest.call(0, (), {}, 10).outcome == Returned(expected, ())
        guest.end()


def test_a_sandbox_takes_its_guests_along(wall, unit):
    """Closing a sandbox ends the guests that were not ended."""
    with own_processes() as started, Sandbox(wall) as sandbox:
        guests = [sandbox.guest() for _ in range(2)]
        assert all(works(guest, unit) for guest in guests)
        processes = started()
        assert len(alive(processes)) >= len(guests)
        sandbox.close()
        for guest in guests:
            guest.end()
        assert_gone(processes)


@pytest.mark.parametrize("session", ["", "os.setsid()"], ids=["children", "daemons"])
@pytest.mark.parametrize("last", ["return", "os._exit(0)", "while True: pass"])
def test_no_process_is_left(wall, unit, session, last):
    """A guest may start no process, or what it started goes when it does."""
    source = (
        "import os, signal, time\n"
        "def f(leave):\n"
        "    if leave:\n"
        f"        {last}\n"
        "    for _ in range(3):\n"
        "        if os.fork() == 0:\n"
        f"            {session}\n"
        "            for number in (signal.SIGTERM, signal.SIGHUP):\n"
        "                signal.signal(number, signal.SIG_IGN)\n"
        "            os.closerange(0, 99)\n"
        "            while True: time.sleep(1)\n"
        "    time.sleep(0.05)"
    )
    with own_processes() as started, Sandbox(wall) as sandbox:
        guest = sandbox.guest()
        guest.define([unit(source)], (), 7, 10)
        # The next guest is on its way meanwhile: let it arrive.
        time.sleep(0.3)
        before = started()
        outcome = guest.call(0, (0,), {}, 10).outcome
        processes = started()
        allowed = isinstance(outcome, Returned)
        assert allowed or outcome.type == "PermissionError"
        assert len(processes - before) == 3 * allowed
        guest.call(0, (1,), {}, 0.1)
        guest.end()
        sandbox.close()
        assert_gone(processes)


def descriptors():
    """Return how many files this process has open, garbage collected."""
    gc.collect()
    return psutil.Process().num_fds()


def test_guests_leave_no_descriptors(wall, sandbox, unit):
    """Many guests leave as many open files as there were, however they ended."""
    sources = [
        "def f(): return 1",
        "import os\ndef f(): os._exit(1)",
        "def f():\n    while True: pass",
        "def f(): raise ValueError",
    ]
    sandbox.guest().end()
    before = descriptors()
    # An interpreter of its own for each guest takes its time.
    for number in range(10 if wall is Isolation.PROCESS else 50):
        guest = sandbox.guest()
        if number % 5:
            guest.define([unit(sources[number % 4])], (), 7, 10)
            guest.call(0, (), {}, 0.01 if number % 4 == 2 else 10)
        guest.end()
    assert descriptors() <= before


def test_sandboxes_leave_no_descriptors(wall, unit):
    """Sandboxes that are closed leave no open file, used or not."""
    before = descriptors()
    for used in (False, True, True):
        with Sandbox(wall) as sandbox:
            if used:
                guest = sandbox.guest()
                assert works(guest, unit)
                guest.end()
    assert descriptors() <= before


def test_a_sandbox_survives_its_parent_process(wall, unit):
    """Where the warm parent was killed, the next guest comes from a new one."""
    with own_processes() as started, Sandbox(wall) as sandbox:
        guest = sandbox.guest()
        assert works(guest, unit)
        guest.end()
        assert sandbox.wall
        kill(started())
        guest = sandbox.guest()
        assert works(guest, unit)
        guest.end()


def test_a_killed_guest_says_so(wall, unit):
    """A guest that the system killed has ended by that signal."""
    with own_processes() as started, Sandbox(wall) as sandbox:
        assert sandbox.wall
        guest = sandbox.guest()
        guest.define([unit(ANSWER)], (), 7, 10)
        kill(started())
        assert isinstance(guest.call(0, (1,), {}, 10).outcome, Ended)
        guest.end()


def test_a_host_with_many_open_files_has_guests(wall, unit):
    """More than a thousand open files on the host are no fault of the student's."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if hard == resource.RLIM_INFINITY else min(4096, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    files = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        with Sandbox(wall) as sandbox:
            guest = sandbox.guest()
            assert works(guest, unit)
            guest.end()
    finally:
        for file in files:
            os.close(file)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_closing_twice_is_no_error(wall):
    """A sandbox that is closed can be closed again."""
    sandbox = Sandbox(wall)
    sandbox.close()
    sandbox.close()

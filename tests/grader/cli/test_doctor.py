"""The doctor tries every wall, tells what held, and what to do about the rest."""

from pathlib import Path

import pytest

from grader.cli import doctor
from grader.errors import Exit, GraderError
from grader.sandbox.launcher import Isolation
from grader.sandbox.probe import PROMISES, Attempt

SOUND = [Attempt(promise, held=True) for promise in PROMISES.values()]
BROKEN = [Attempt(SOUND[0].promise, held=False), *SOUND[1:]]
NAMES = {
    Isolation.BUBBLEWRAP: "bubblewrap+landlock+seccomp",
    Isolation.LANDLOCK: "landlock+seccomp",
    Isolation.PROCESS: "process+seccomp",
}


@pytest.fixture
def told(monkeypatch, capsys):
    """Return a function that runs the doctor where the walls named are broken."""

    def run(absent=(), broken=(), settings=None, platform="linux", bwrap="/bwrap"):
        def examine(isolation, _course):
            if isolation in absent:
                raise GraderError("The sandbox did not start: no reason given.")
            found = BROKEN if isolation in broken else SOUND
            return NAMES[isolation], found

        read_text = Path.read_text

        def read(path, encoding=None, **options):
            if not path.as_posix().startswith("/proc/sys/"):
                return read_text(path, encoding, **options)
            value = (settings or {}).get(path.as_posix().removeprefix("/proc/sys/"))
            if value is None:
                raise FileNotFoundError
            return value + "\n"

        monkeypatch.setattr(doctor, "examine", examine)
        monkeypatch.setattr(doctor.sys, "platform", platform)
        monkeypatch.setattr(doctor.bubblewrap, "program", lambda: bwrap)
        if settings is not None:
            monkeypatch.setattr(Path, "read_text", read)
        return doctor.doctor(), capsys.readouterr().out

    return run


def test_every_wall_is_tried(run):
    """The program tries each wall for real; none of the kernel's has a hole."""
    done = run("doctor")
    assert done.returncode == 0, done.stdout
    for name in NAMES.values():
        assert f" {name}\n" in done.stdout
    for promise in PROMISES.values():
        assert done.stdout.count(promise) == 3
    assert done.stdout.endswith(
        "`grader check` takes bubblewrap+landlock+seccomp. Next: grader check\n"
    )
    before, _, process = done.stdout.partition("! process")
    assert "it could" not in before
    assert "nor any file but Python's   it could" in process


def test_without_bubblewrap(run, env):
    """Where bubblewrap is not installed, the doctor says how to get it."""
    env["PATH"] = ""
    done = run("doctor")
    assert done.returncode == 0, done.stdout
    assert "! bubblewrap   not here. The sandbox did not start: " in done.stdout
    assert "apt install bubblewrap" in done.stdout
    assert "takes landlock+seccomp. Next: grader check" in done.stdout


def test_a_broken_wall(told):
    """A kernel wall that breaks a promise is told, and is exit code 3."""
    code, text = told(broken=[Isolation.LANDLOCK])
    assert code is Exit.GRADER
    assert f"! {BROKEN[0].promise}   it could" in text
    assert text.endswith("please report it, as SECURITY.md says.\n")


def test_the_process_wall_need_not_hold(told):
    """What the process wall does not promise is no reason to fail."""
    code, text = told(broken=[Isolation.PROCESS])
    assert code is Exit.PASSED
    assert "process is for code that you trust" in text


def test_sentences_are_wrapped_and_commands_are_not(told):
    """No sentence is wider than the screen, the next action is on one line."""
    _, text = told(broken=[Isolation.PROCESS])
    *_, first, second, last = text.splitlines()
    assert first.startswith("process is for code that you trust: ")
    assert len(first) <= 80
    assert second.endswith("not the determined.")
    assert last.endswith(" Next: grader check")


REFUSED = {
    "kernel/apparmor_restrict_unprivileged_userns": ("1", "bwrap-userns-restrict"),
    "user/max_user_namespaces": ("0", "sudo sysctl user.max_user_namespaces"),
    "kernel/unprivileged_userns_clone": ("0", "kernel.unprivileged_userns_clone=1"),
}


@pytest.mark.parametrize("setting", REFUSED)
def test_bubblewrap_refused(told, setting):
    """Where the kernel refuses bubblewrap, the setting that does so is named."""
    value, said = REFUSED[setting]
    others = {name: "1" for name in REFUSED if "apparmor" not in name}
    code, text = told([Isolation.BUBBLEWRAP], settings={**others, setting: value})
    assert code is Exit.PASSED
    assert said in text
    assert "takes landlock+seccomp" in text


def test_bubblewrap_refused_by_a_container(told):
    """Where no setting says why, the container around it is to be asked."""
    _, text = told([Isolation.BUBBLEWRAP], settings={})
    assert "in a container the container's own filter" in " ".join(text.split())


def test_elsewhere(told):
    """On another system there is no kernel wall: the doctor says what that means."""
    absent = [Isolation.BUBBLEWRAP, Isolation.LANDLOCK]
    code, text = told(absent, platform="darwin", bwrap=None)
    assert code is Exit.PASSED
    assert "Kernel walls are Linux's." in text
    assert "apt install" not in text
    assert "takes process+seccomp" in text

"""The kernel's walls stand for whoever runs the grader, and where some are refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.sandbox.probe import PROMISES

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="namespaces of users are Linux's"
)

PROGRAM = str(Path(sys.executable).with_name("grader"))
# Somebody without any power of root's, whoever runs the tests.
SOMEBODY = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
NO_NAMESPACES = "echo 0 > /proc/sys/user/max_user_namespaces && "


@pytest.fixture
def run_as(place):
    """Return a function that runs a command of the program as somebody, by a shell."""

    def run(who, words, before=""):
        shell = f'{before}exec "$0" "$@"'
        command = [*who, "sh", "-c", shell, PROGRAM, *words]
        return subprocess.run(
            command,
            cwd=place.course,
            env=place.env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_the_walls_hold_without_root(run_as):
    """Without root both walls of the kernel's stand and keep all their promises."""
    shell = 'grep -q "CapEff:.0*$" /proc/self/status && '
    done = run_as(SOMEBODY, ["doctor"], shell)
    assert done.returncode == 0, done.stdout + done.stderr
    kernel, _, _ = done.stdout.partition("! process")
    for name in ("bubblewrap+landlock+seccomp", "landlock+seccomp"):
        assert f"✓ {name}\n" in kernel
    assert "it could" not in kernel


@pytest.mark.parametrize("isolation", ["bubblewrap", "landlock", "process"])
def test_a_check_works_without_root(run_as, place, isolation):
    """Without root a right answer passes and a wrong one fails, behind each wall."""
    place.solve("L1")
    place.write("L2", "return 3")
    words = ["check", "L1", "L2", "--isolation", isolation]
    done = run_as(SOMEBODY, words)
    assert done.returncode == 1, done.stderr
    assert "✓ L1 " in done.stdout
    assert f"wall: {isolation}" in done.stdout


def test_landlock_stands_without_namespaces(run_as, place):
    """Where the kernel refuses all namespaces, Landlock and the filter stand alone."""
    root = ("unshare", "--map-root-user")
    done = run_as(root, ["doctor"], NO_NAMESPACES)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "! bubblewrap   not here. " in done.stdout
    kernel = done.stdout.partition("✓ landlock+seccomp\n")[2].partition("! process")[0]
    assert kernel.count("✓") == len(PROMISES)
    assert "it could" not in kernel
    place.solve("L1")
    done = run_as(root, ["check", "L1", "--isolation", "strict"], NO_NAMESPACES)
    assert done.returncode == 0, done.stderr
    assert "wall: landlock+seccomp" in done.stdout


@pytest.fixture
def read_only(place):
    """Return a course whose folder nobody may write to while the test runs."""
    folders = [place.course, *(one for one in place.course.rglob("*") if one.is_dir())]
    place.write("softmax", "e = np.exp(x)\nreturn e / np.sum(e)")
    for one in folders:
        one.chmod(0o555)
    yield place.course
    for one in folders:
        one.chmod(0o755)


def test_a_folder_that_cannot_be_written(run_as, read_only):
    """Where nothing can be kept, checks and hints work, and the rest says why not."""
    before = (read_only / "exercises/numpy_basics/softmax.py").read_bytes()
    checked = run_as(SOMEBODY, ["check", "softmax"])
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "✗ every row sums to one" in checked.stdout
    assert "grader inspect" not in checked.stdout
    hint = run_as(SOMEBODY, ["hint", "softmax"])
    assert "hint 3 of 3" in hint.stdout
    assert "Nothing can be kept in the course's folder" in hint.stdout
    inspected = run_as(SOMEBODY, ["inspect", "softmax"])
    assert inspected.returncode == 2
    assert "The folder of the course cannot be written to." in inspected.stderr
    reset = run_as(SOMEBODY, ["reset", "softmax"])
    assert reset.returncode == 2
    assert reset.stderr == (
        "Cannot reset exercises/numpy_basics/softmax.py: Permission denied.\n"
        "What it holds is still there.\n"
    )
    assert (read_only / "exercises/numpy_basics/softmax.py").read_bytes() == before
    assert run_as(SOMEBODY, ["list"]).returncode == 0
    assert not (read_only / ".grader").exists()

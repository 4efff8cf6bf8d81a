"""`grader grade --out`: what stands in the way of a gradebook, and what is kept."""

import resource
import shutil
import time

import pexpect
import pytest
from kin import below, workers

ONLY = ("--only", "L1", "--seed", 3)
ROOM = 200 << 10
AWAY = "Move it away, or choose another folder: --out DIR."
REFUSED = "cannot be used as a gradebook"


@pytest.fixture
def group(course, tmp_path):
    """Return a class of forty."""
    root = tmp_path / "class"
    root.mkdir()
    for number in range(40):
        shutil.copy(
            course / "solutions/numpy_basics/L1.py", root / f"student{number:02}.py"
        )
    return root


@pytest.fixture
def grade(run, group, tmp_path):
    """Return a function that grades the class."""

    def start(**options):
        return run("grade", group, "--out", tmp_path / "out", *ONLY, **options)

    return start


def small():
    """Let no file grow beyond what half a class needs, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def test_no_room(grade, env, tmp_path):
    """Without room for the gradebook it says so, and goes on once there is some."""
    # Compiled modules would be cut off as well, for whoever comes after this.
    done = grade(preexec_fn=small, env=env | {"PYTHONDONTWRITEBYTECODE": "1"})
    assert done.returncode == 2
    first, then = done.stderr.splitlines()
    assert first.startswith(
        f"{tmp_path}/out/gradebook.sqlite cannot be used any more ("
    )
    assert then == (
        "What was judged until then is kept: make room, or put the file right, and run "
        "the same command again."
    )
    assert not tmp_path.joinpath("out/gradebook.csv").exists()
    done = grade()
    assert done.returncode == 0, done.stderr
    assert "40 submissions graded, " in done.stdout
    assert "of them known already" in done.stdout


@pytest.mark.parametrize("most", [100, 4096, 9000])
def test_a_gradebook_that_was_cut_off(grade, tmp_path, most):
    """A gradebook of which a part is missing is refused, and stays as it is."""
    grade()
    file = tmp_path / "out/gradebook.sqlite"
    data = file.read_bytes()[:most]
    file.write_bytes(data)
    done = grade()
    assert done.returncode == 2
    assert done.stderr == (
        f"{file} {REFUSED} (database disk image is malformed).\n{AWAY}\n"
    )
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gradebook.lock", "Cannot write {}: Is a directory.\n"),
        (
            "gradebook.sqlite",
            f"{{}} {REFUSED} (unable to open database file).\n{AWAY}\n",
        ),
        ("gradebook.csv", "Cannot write {}: Is a directory.\n"),
    ],
)
def test_a_folder_where_a_file_belongs(grade, tmp_path, name, said):
    """A folder in the place of one of the files is named."""
    folder = tmp_path / "out" / name
    folder.mkdir(parents=True)
    done = grade()
    assert (done.returncode, done.stderr) == (2, said.format(folder))


@pytest.mark.parametrize("waited", [below, workers])
def test_ctrl_c_while_workers_start(spawn, group, tmp_path, waited):
    """Ctrl-C reaches workers that are not up yet, too: none prints a traceback."""
    words = ("--out", tmp_path / "out", "--jobs", 2, *ONLY)
    program = spawn("grade", group, *words)
    deadline = time.monotonic() + 60
    while not waited(program.pid):
        assert time.monotonic() < deadline
    program.sendintr()
    # While the command itself is loaded, Ctrl-C is silent.
    program.expect(["Run the same command again.", pexpect.EOF])
    assert b"Traceback" not in program.before
    program.wait()
    assert program.exitstatus == 130

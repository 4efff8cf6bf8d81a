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


@pytest.fixture
def large(group):
    """Make a class so large that its pages are shared out."""
    for number in range(40, 120):
        shutil.copy(group / "student00.py", group / f"student{number:03}.py")


@pytest.mark.usefixtures("large")
def test_whatever_the_number_of_jobs(run, group, tmp_path):
    """Results, table and pages are the same, judged and written by one or by three."""
    for jobs in (1, 3):
        done = run("grade", group, "--out", tmp_path / f"{jobs}", "--jobs", jobs, *ONLY)
        assert (done.returncode, done.stderr) == (0, "")
    one, three = (
        {
            file.relative_to(tmp_path / jobs): file.read_bytes()
            for name in ("results.jsonl", "gradebook.csv", "report/**/*.html")
            for file in tmp_path.joinpath(jobs).glob(name)
        }
        for jobs in "13"
    )
    assert len(one) == 124
    assert one == three


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("jobs", [1, 3])
def test_pages_that_cannot_be_written(run, group, tmp_path, jobs):
    """A page that cannot be written is named; results and table are there."""
    page = tmp_path / "out/report/students/student050.html"
    page.mkdir(parents=True)
    for _ in ("new", "known"):
        done = run("grade", group, "--out", tmp_path / "out", "--jobs", jobs, *ONLY)
        said = f"Cannot write {page}: Is a directory.\n"
        assert (done.returncode, done.stderr) == (2, said)
        names = {file.name for file in tmp_path.joinpath("out").iterdir()}
        assert {"results.jsonl", "gradebook.csv"} <= names
        assert not [name for name in names if name.startswith(".")]
        assert not page.parent.parent.joinpath("index.html").exists()

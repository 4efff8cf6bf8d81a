"""What was handed in: read, taken apart, and not run."""

import hashlib
import os
import shutil

import pytest

from grader.errors import UsageError
from grader.session.submitted import read_course, read_file

DOUBLE = "def double(x):\n    return 2 * x\n"
QUADRUPLE = "def quadruple(x):\n    return 4 * x\n"
STUB = "def double(x):\n    # YOUR CODE STARTS HERE\n    ...\n"


@pytest.fixture
def entry(small):
    """Return a function that writes a student's file and reads its entry."""

    def read(data):
        course = small()
        file = course.places["double"].stub
        if data is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data if isinstance(data, bytes) else data.encode())
        submission, entries = read_course(course, [course.places["double"]])
        assert submission.path == "exercises"
        return entries[0]

    return read


STATUSES = {
    "nothing": (None, "missing", "There is no exercises/basics/double.py."),
    "no function": ("x = 1\n", "missing", "does not define `double`"),
    "the stub": (STUB, "not_started", "Not started: `double`"),
    "the stub with a comment": (STUB + "# I try later\n", "not_started", "Not started"),
    "pass": ("def double(x):\n    pass\n", "not_started", "Not started"),
    "a docstring": ('def double(x):\n    """Twice."""\n', "not_started", "Not started"),
    "a syntax error": ("\n\ndef double(x:\n", "unreadable", "double.py, line 3"),
    "no text": (b"\xff\xfe", "unreadable", "is not UTF-8 text"),
    "NUL bytes": (b"x = 1\0", "unreadable", "NUL bytes"),
    "too much": (b"#" * (1 << 20) + b"#", "unreadable", "is larger than 1 MB"),
    "too deep": ("x = " + "-" * 100_000 + "1", "unreadable", "nested too deep"),
    "an answer": ("def double(x):\n    return 1\n", None, ""),
    "a changed argument list": ("def double(y, z=1):\n    return y\n", None, ""),
}


@pytest.mark.parametrize("what", STATUSES)
def test_status(entry, what):
    """A file is an answer, or there is a status and a sentence that says why not."""
    data, status, said = STATUSES[what]
    found = entry(data)
    assert found.status == status
    assert said in found.message


def test_folder_in_the_files_place(entry, small):
    """A folder where the file should be is unreadable, not a crash."""
    small().places["double"].stub.mkdir(parents=True)
    found = entry(None)
    assert found.status == "unreadable"
    assert "is a folder, not a file" in found.message


LINKS = {
    "the file": (
        "exercises/basics/double.py",
        "solutions/basics/double.py",
        "double.py is a",
    ),
    "the assignment": (
        "exercises/basics",
        "solutions/basics",
        "double.py lies behind a",
    ),
    "all": ("exercises", "solutions", "double.py lies behind a"),
}


@pytest.mark.parametrize("what", LINKS)
def test_links_to_the_solutions(small, what):
    """A student's file that is a link to the solution is never read."""
    link, target, said = LINKS[what]
    course = small()
    place = course.places["double"]
    if what == "all":
        shutil.copy(course.root / "exercises/course.toml", course.root / "solutions")
        shutil.rmtree(course.root / "exercises")
    (course.root / link).parent.mkdir(parents=True, exist_ok=True)
    (course.root / link).symlink_to(course.root / target)
    assert place.stub.read_bytes() == place.solution.read_bytes()
    submission, (found,) = read_course(course, [place])
    assert found.status == "unreadable"
    assert found.message == (
        f"{said} link that leads out of exercises; hand in the file itself."
    )
    nothing = hashlib.sha256(b"exercises/basics/double.py\x000\0").hexdigest()
    assert submission.sha256 == nothing


def test_link_within_the_exercises(small):
    """A student may link one file of the exercises to another."""
    course = small()
    place = course.places["double"]
    place.stub.parent.mkdir(parents=True, exist_ok=True)
    place.stub.with_name("mine.py").write_text(DOUBLE)
    place.stub.symlink_to("mine.py")
    assert read_course(course, [place])[1][0].status is None


def test_line_of_the_definition(entry):
    """An entry knows the line of the definition, which is 1 if there is none."""
    assert entry("import math\n\n\ndef double(x):\n    return 1\n").line == 4
    assert entry("x = 1\n").line == 1


def test_line_of_a_syntax_error(entry):
    """An entry of a file that is not Python knows the line at which it is not."""
    assert entry("\n\ndef double(x:\n").line == 3


def test_digest_is_of_all_files(small):
    """The digest of a submission changes with any of the files read."""
    course = small()
    digests = set()
    for text in ("", "x = 1\n", "x = 2\n"):
        course.places["quadruple"].stub.parent.mkdir(parents=True, exist_ok=True)
        course.places["quadruple"].stub.write_text(text, "utf-8")
        digests.add(read_course(course, list(course))[0].sha256)
    assert len(digests) == 3


def test_file(small, tmp_path):
    """A file is read for all exercises that it defines, in the course's order."""
    file = tmp_path / "my answers.v2.py"
    file.write_text("def quadruple(x):\n    return 1\ndef double(x):\n    return 1\n")
    submission, entries = read_file(small(), (), file)
    assert [entry.place.exercise.name for entry in entries] == ["double", "quadruple"]
    assert (submission.id, submission.path) == ("my answers.v2", str(file))
    assert submission.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_file_without_the_function(small, tmp_path):
    """An exercise that was asked for and is not in the file is missing."""
    file = tmp_path / "answer.py"
    file.write_text("def double(x):\n    return 1\n")
    _, entries = read_file(small(), ["quadruple"], file)
    assert [entry.status for entry in entries] == ["missing"]


def test_supplied_only_what_is_needed(small, tmp_path):
    """An answer is supplied with what it names of its exercise's `uses`."""
    file = tmp_path / "answer.py"
    for call, supplied in (("double(x)", ("double",)), ("4 * x", ())):
        file.write_text(f"def quadruple(x):\n    return {call}\n")
        _, entries = read_file(small(), (), file)
        assert entries[0].supplied == supplied


def test_own_helpers_are_not_supplied(small, tmp_path):
    """With its own helpers an answer is supplied with nothing."""
    file = tmp_path / "answer.py"
    file.write_text("def quadruple(x):\n    return double(double(x))\n")
    _, entries = read_file(small(), (), file, own_helpers=True)
    assert entries[0].supplied == ()


UNREADABLE = {
    "none.py": (None, "No file "),
    "broken.zip": (b"PK", "is not a zip file."),
    "empty.py": (b"", "defines no function of this course."),
    "other.py": (b"def treble(x):\n    return 3\n", "defines no function of this"),
    "notebook.ipynb": (b"{}", "is JSON and no notebook: it has no cells."),
    "latin.py": (b"# \xff\n", "line 1: it is not UTF-8 text; save it as UTF-8."),
    "wrong.py": (b"\ndef double(:\n", "line 2: it is not valid Python: "),
    "tabs.py": (
        b"if 1:\n\tx\n        y\n",
        "line 3: it is not valid Python: tabs and spaces are mixed",
    ),
    "binary.py": (b"\0\1\2", "line 1: it holds NUL bytes, so it is not Python"),
    "large.py": (b"#" * (1 << 21), "is larger than 1 MB."),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_file(small, tmp_path, name):
    """A file that cannot be taken is a usage error that names it and says why."""
    data, said = UNREADABLE[name]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read_file(small(), (), tmp_path / name)
    assert name in caught.value.message
    assert said in caught.value.message


def test_pipe_for_a_file(small, tmp_path):
    """A pipe given as a file is a usage error, and is not waited for."""
    pipe = tmp_path / "pipe.py"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="is not a regular file"):
        read_file(small(), (), pipe)


def put(root, files):
    """Write files; return the folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.fixture
def handed(small, tmp_path):
    """Return a function that reads files as a folder and as a zip, with one outcome."""

    def read(files, *names):
        root = put(tmp_path / "in" / "alice", files)
        packed = shutil.make_archive(tmp_path / "alice", "zip", root.parent, "alice")
        course = small()
        outcomes = []
        for path, before in ((root, f"{root.parent}/"), (tmp_path / packed, "")):
            submission, entries = read_file(course, names, path)
            assert (submission.id, submission.path) == ("alice", str(path))
            outcomes.append(
                [
                    (
                        entry.place.exercise.name,
                        entry.status,
                        entry.path.replace(str(path), before + "alice"),
                        entry.message.replace(str(path), before + "alice"),
                    )
                    for entry in entries
                ]
            )
            outcomes[-1] = [
                tuple(one and one.replace(before, "") for one in outcome)
                for outcome in outcomes[-1]
            ]
        assert outcomes[0] == outcomes[1]
        return outcomes[0]

    return read


def test_folder_and_zip_without_names(handed):
    """A folder, or its zip, is read for every exercise that anything is found for."""
    assert handed({"exercises/basics/quadruple.py": QUADRUPLE, "x.py": DOUBLE}) == [
        ("double", None, "alice/x.py", ""),
        ("quadruple", None, "alice/exercises/basics/quadruple.py", ""),
    ]


def test_folder_and_zip_with_names(handed):
    """An exercise that was asked for and is nowhere is missing."""
    assert handed({"double.py": DOUBLE}, "quadruple", "double") == [
        ("quadruple", "missing", "alice", "alice does not define `quadruple`."),
        ("double", None, "alice/double.py", ""),
    ]


def test_two_candidates(handed):
    """Two files that could be meant are named, and neither is taken."""
    files = {"a/double.py": DOUBLE, "b/double.py": DOUBLE, "q.py": QUADRUPLE}
    said = (
        "`double` could be taken from alice/a/double.py or alice/b/double.py; "
        "keep the one that is meant."
    )
    assert handed(files) == [
        ("double", "unreadable", "alice/a/double.py", said),
        ("quadruple", None, "alice/q.py", ""),
    ]


def test_more_candidates(handed):
    """Of many files that could be meant two are named, and the rest counted."""
    files = {f"{name}/double.py": DOUBLE for name in "abcd"}
    assert handed(files)[0][3] == (
        "`double` could be taken from alice/a/double.py or alice/b/double.py "
        "or 2 more; keep the one that is meant."
    )


def test_a_broken_file_costs_its_own_exercise(handed):
    """A file that is no Python is told with its line; the others are judged."""
    files = {"double.py": "\ndef double(x:\n", "q.py": QUADRUPLE, "notes.py": "("}
    broken, good = handed(files)
    assert broken[:3] == ("double", "unreadable", "alice/double.py")
    assert broken[3].startswith("alice/double.py, line 2: it is not valid Python: ")
    assert good == ("quadruple", None, "alice/q.py", "")


def test_stubs_in_a_folder_are_not_started(handed):
    """What is handed in as shipped is not started, also in a folder."""
    (found,) = handed({"exercises/basics/double.py": STUB})
    assert found[1] == "not_started"


NOTHING = {
    "no file": ({}, "{} defines no function of this course."),
    "no source": ({"notes.txt": "x"}, "{} defines no function of this course."),
    "no function": ({"a.py": "x = 1\n"}, "{} defines no function of this course."),
    "a notebook": (
        {"w.ipynb": "{}"},
        "{}/w.ipynb is JSON and no notebook: it has no cells.",
    ),
    "a zip": ({"w.zip": "PK"}, "{}/w.zip is a zip file within the submission."),
    "a broken file": (
        {"a.py": "x = 1\n(", "w.ipynb": "{}"},
        (
            "{}/a.py, line 2: it is not valid Python: the bracket `(` that opens here "
            "is not closed (SyntaxError: '(' was never closed)."
        ),
    ),
}


@pytest.mark.parametrize("what", NOTHING)
def test_folder_with_nothing(small, tmp_path, what):
    """A folder of which nothing can be judged is a usage error that says why."""
    files, said = NOTHING[what]
    root = tmp_path / "alice"
    root.mkdir()
    with pytest.raises(UsageError) as caught:
        read_file(small(), (), put(root, files))
    assert caught.value.message == said.format(root)


def test_a_notebook_beside_sources_is_ignored(handed):
    """A notebook does not matter where the functions are in files."""
    (found,) = handed({"w.ipynb": "{}", "d.py": DOUBLE})
    assert found == ("double", None, "alice/d.py", "")


def test_digest_is_of_what_was_judged(small, tmp_path):
    """A folder's digest is of names and content judged, wherever the folder lies."""
    made = []
    for number, (name, text) in enumerate(
        [("d.py", DOUBLE), ("d.py", DOUBLE), ("e.py", DOUBLE), ("d.py", DOUBLE + "\n")]
    ):
        root = put(tmp_path / str(number), {name: text, "other.py": f"x = {number}\n"})
        made.append(read_file(small(), (), root)[0].sha256)
    assert made[0] == made[1]
    assert len(set(made)) == 3
    data = DOUBLE.encode()
    expected = hashlib.sha256(b"d.py\0%d\0" % len(data) + data).hexdigest()
    assert made[0] == expected


def test_names_of_submissions(small, tmp_path, monkeypatch):
    """A submission's id is the name of its folder, or of its file without suffix."""
    course = small()
    root = put(tmp_path / "alice.v1", {"d.py": DOUBLE})
    (tmp_path / "link").symlink_to("alice.v1")
    shutil.make_archive(tmp_path / "bob.v2", "zip", root)
    shutil.copy(tmp_path / "bob.v2.zip", tmp_path / "C.ZIP")
    monkeypatch.chdir(root)
    found = [
        (submission.id, entries[0].path)
        for submission, entries in (
            read_file(
                course, (), root.parent / name if name else root.relative_to(root)
            )
            for name in ("alice.v1", "link", "bob.v2.zip", "C.ZIP", "")
        )
    ]
    assert found == [
        ("alice.v1", f"{root}/d.py"),
        ("link", f"{tmp_path}/link/d.py"),
        ("bob.v2", "d.py"),
        ("C", "d.py"),
        ("alice.v1", "d.py"),
    ]


def test_link_that_is_handed_in(small, tmp_path):
    """A link handed in is followed within its own folder and nowhere else."""
    put(tmp_path, {"real/d.py": DOUBLE, "class/x.py": DOUBLE})
    inside = tmp_path / "d.py"
    inside.symlink_to("real/d.py")
    assert read_file(small(), (), inside)[1][0].status is None
    for target in ("../real/d.py", "../real"):
        link = tmp_path / "class" / "alice"
        link.symlink_to(target)
        with pytest.raises(UsageError, match="is a link that leads out of class; hand"):
            read_file(small(), (), link)
        link.unlink()


def test_folder_behind_a_link_of_the_users(small, tmp_path):
    """Links above what is handed in are the user's own affair."""
    put(tmp_path, {"real/alice/d.py": DOUBLE})
    (tmp_path / "home").symlink_to("real")
    for name in ("home/alice", "home/alice/d.py", "home/../real/alice"):
        assert read_file(small(), (), tmp_path / name)[1][0].status is None

"""`grader author new-course` and `grader author new`, from nothing to a proof."""

import re

import pytest

from grader.author import new as exercises


@pytest.fixture
def fresh(inside, tmp_path):
    """Return the folder of a course that was started."""
    done = inside("author", "new-course", tmp_path / "my course", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path / "my course"


def told(done):
    """Return what a refusal said, its exit code being 2."""
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    return done.stderr


def everything(root):
    """Return what lies in a folder, with the bytes of files."""
    return {
        path.relative_to(root).as_posix(): path.is_file() and path.read_bytes()
        for path in root.rglob("*")
    }


def test_new_course(inside, tmp_path):
    """A course is started with its title, and the next two commands are said."""
    done = inside("author", "new-course", "my course", cwd=tmp_path)
    assert done.stdout == (
        "wrote my course/.gitignore\n"
        "wrote my course/README.md\n"
        "wrote my course/exercises/course.toml\n\n"
        "Next: cd 'my course'\n"
        'Then: grader author new NAME --arguments "x, axis"\n'
    )
    assert inside(cwd=tmp_path / "my course").stdout == (
        "My course   0 of 0 exercises passed\n\nBasics\n\n"
        "No exercise yet. Start one: grader author new NAME\n"
    )


def test_a_course_without_exercises(inside, tmp_path):
    """Where there is nothing to check yet, it is said how to add an exercise."""
    inside("author", "new-course", "mine", cwd=tmp_path)
    done = inside("check", cwd=tmp_path / "mine")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "This course has no exercise yet.\nAdd one: grader author new NAME\n"
    )


def test_new_course_here(inside, tmp_path):
    """The current folder can become a course; there is nowhere to go then."""
    (tmp_path / "a").mkdir()
    title = 'Signals "and" systems'
    done = inside("author", "new-course", ".", "--title", title, cwd=tmp_path / "a")
    assert "Next: cd" not in done.stdout
    assert inside(cwd=tmp_path / "a").stdout.startswith(title)


def test_new_course_where_something_is(inside, tmp_path):
    """Neither a folder with something in it nor a file is touched."""
    place = tmp_path / "place"
    place.mkdir()
    place.joinpath("mine.txt").write_text("mine")
    assert told(inside("author", "new-course", place)) == (
        f"{place} is not empty: it has mine.txt. Nothing was written.\n"
        "Name a folder that is empty or not there yet.\n"
    )
    file = place / "mine.txt"
    assert told(inside("author", "new-course", file)).startswith(
        f"{file} is no folder.\n"
    )
    assert everything(place) == {"mine.txt": b"mine"}


def test_new_course_where_nothing_can_be_written(inside, tmp_path):
    """A place that cannot be written to is named."""
    tmp_path.joinpath("file").write_text("")
    below = tmp_path / "file" / "below"
    assert "Cannot write" in told(inside("author", "new-course", below))


@pytest.mark.parametrize("title", ["", " ", "a\nb", "\x1b[1m"])
def test_new_course_with_an_odd_title(inside, tmp_path, title):
    """A title is one line that prints."""
    words = ("author", "new-course", tmp_path / "a", "--title", title)
    assert "The title is empty or has characters" in told(inside(*words))
    assert not (tmp_path / "a").exists()


def test_check_without_exercises(inside, fresh):
    """There is nothing to prove in a course without exercises."""
    assert told(inside("author", "check", cwd=fresh)) == (
        "The course has no exercise yet.\nStart one: grader author new NAME\n"
    )


def test_new_lists_what_to_fill_in(inside, fresh):
    """Every mark is listed with file and line, and the way from there."""
    done = inside("author", "new", "one_hot", "--arguments", "labels, n", cwd=fresh)
    assert done.returncode == 0, done.stderr
    listed = re.findall(r"^ +(\d+)  (\S+):(\d+)  (.+)$", done.stdout, re.MULTILINE)
    assert [int(number) for number, *_ in listed] == list(range(1, len(listed) + 1))
    for _, name, line, asked in listed:
        text = fresh.joinpath(name).read_text("utf-8").split("\n")[int(line) - 1]
        assert f"FILL IN: {asked}" in text
    assert done.stdout.startswith("wrote solutions/basics/one_hot.py\n")
    assert "added one_hot to exercises/course.toml\n" in done.stdout
    assert done.stdout.endswith(
        "Next: open solutions/basics/one_hot.py:3\n"
        "With no mark left, run:\n"
        "  grader author build\n"
        "  grader author check one_hot\n"
    )


def test_check_names_the_marks_left(inside, fresh):
    """A scaffold nobody filled in is told by file and line, not by a crash."""
    inside("author", "new", "one_hot", cwd=fresh)
    done = inside("author", "check", cwd=fresh)
    assert done.returncode == 1
    assert (
        "    solutions/basics/one_hot.py:3: still to fill in: the statement: what it "
        "is for, the formula, an example worked by hand\n"
    ) in done.stdout
    assert "1 of 1 exercise needs work." in done.stdout


FILLED = {
    "solutions/basics/clip.py": [
        ("    return None\n", "    return np.maximum(x, 0)\n"),
    ],
    "tests/visible/basics/test_clip.py": [],
    "tests/hidden/basics/test_clip.py": [],
    "tests/misconceptions/basics/clip.py": [
        ("return None", "return np.minimum(x, 0)"),
        ("return None", "return np.abs(x)"),
        ("return None", "return x + 0"),
    ],
    "tests/slow/basics/clip.py": [
        ("return None", "return np.array([max(v, 0.0) for v in x])")
    ],
    "exercises/course.toml": [],
}


def test_filled_in_it_is_proved(inside, fresh):
    """With each marked place filled in, and nothing else done, the proof holds."""
    inside("author", "new", "clip", "--slow", cwd=fresh)
    for name, changes in FILLED.items():
        text = fresh.joinpath(name).read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        text = re.sub(r"^ *# FILL IN: .*\n", "", text, flags=re.MULTILINE)
        text = text.replace("FILL IN: ", "")
        fresh.joinpath(name).write_text(text, "utf-8")
    assert inside("author", "build", cwd=fresh).returncode == 0
    done = inside("author", "check", cwd=fresh)
    assert done.returncode == 0, done.stdout


def test_new_in_a_new_assignment(inside, fresh):
    """An assignment that is not there is made; the next exercise goes there too."""
    inside("author", "new", "f", "--assignment", "week_2", cwd=fresh)
    inside("author", "new", "g", cwd=fresh)
    assert (fresh / "solutions/week_2/g.py").is_file()
    assert "Week 2\n  · f " in inside(cwd=fresh).stdout


@pytest.mark.usefixtures("fresh")
def test_new_from_elsewhere(inside, tmp_path):
    """--course names the course, in the commands that are shown as well."""
    done = inside("--course", "my course", "author", "new", "f", cwd=tmp_path)
    assert "wrote my course/solutions/basics/f.py\n" in done.stdout
    assert "  grader --course 'my course' author check f\n" in done.stdout


def test_new_with_a_name_of_numpy(inside, fresh):
    """A name that NumPy has is worth a note and no refusal."""
    done = inside("author", "new", "convolve", cwd=fresh)
    assert "Note: NumPy has np.convolve: an answer may call it" in done.stdout


def test_new_where_a_file_is(inside, fresh):
    """If one of the files is there, none is written."""
    (fresh / "tests/slow/basics").mkdir()
    (fresh / "tests/slow/basics/f.py").write_text("mine")
    before = everything(fresh)
    assert told(inside("author", "new", "f", "--slow", cwd=fresh)) == (
        "tests/slow/basics/f.py is there already. Nothing was written.\n"
        "Move it away, or take another name.\n"
    )
    assert everything(fresh) == before


def test_new_where_a_folder_cannot_be(inside, fresh):
    """A file in a folder's place is named, and what was written is taken back."""
    (fresh / "tests/misconceptions/basics").write_text("mine")
    before = everything(fresh)
    said = told(inside("author", "new", "f", cwd=fresh))
    assert "tests/misconceptions/basics" in said
    assert "Nothing was written." in said
    assert everything(fresh) == before


def test_new_that_is_interrupted(fresh, monkeypatch):
    """Ctrl-C before the end takes everything back."""
    before = everything(fresh)
    course = exercises.courses.load(fresh)

    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(exercises.courses, "load", interrupt)
    with pytest.raises(KeyboardInterrupt):
        exercises.new(course, "f", None, "x", slow=False)
    assert everything(fresh) == before


def test_new_in_a_kit(inside, course):
    """A student kit gets no exercises."""
    (course / "solutions").rename(course / "elsewhere")
    assert told(inside("author", "new", "f")).startswith(
        "This folder has no solutions/: it is a student kit.\n"
    )


def test_new_without_an_assignment(inside, fresh):
    """A course without assignments asks for the first one's name."""
    file = fresh / "exercises/course.toml"
    file.write_text('title = "T"\nassignments = []\n')
    assert told(inside("author", "new", "f", cwd=fresh)) == (
        "The course has no assignment yet.\nName its first: --assignment NAME\n"
    )

"""The class page on the disk: whole, the same each time, nobody else's touched."""

import pytest
from classes import NAMES, WRITTEN, alike, hostile, roll, student

from grader.batch.export import line
from grader.cli import pages
from grader.errors import UsageError

ANNA = student("anna", "passed", "loops", "failed")
BEA = student("Bea", "failed", "missing", "passed")
SAME = student("bea", "passed", "passed", "passed")
CLASS = (BEA, ANNA, SAME)


def content(folder):
    """Return what each file of a folder holds, by its name."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.glob("**/*")
        if file.is_file()
    }


def save(folder, *results, groups=()):
    """Write the pages of a class."""
    return pages.save(folder, roll(*results), map(line, results), groups)


def test_pages_and_their_names(tmp_path):
    """Everybody has a page, also where a file system sees two names as one."""
    assert save(tmp_path, *CLASS) == 3
    names = sorted(content(tmp_path))
    assert names[:3] == ["index.html", "students/Bea.html", "students/anna.html"]
    assert names[3].startswith("students/bea-")
    anna = tmp_path.joinpath("students/anna.html").read_text("utf-8")
    assert 'rel="prev" href="./Bea.html"' in anna
    assert 'rel="next" href="./bea-' in anna


def test_the_same_bytes(tmp_path):
    """The same class gives the same bytes, in another folder and again."""
    save(tmp_path / "one", *CLASS, groups=[alike("mse", 3, "Bea", "anna")])
    save(tmp_path / "two", *CLASS[:2])
    save(tmp_path / "two", *CLASS, groups=[alike("mse", 3, "Bea", "anna")])
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_an_unchanged_page_is_not_written(tmp_path):
    """Only pages of who changed, and the index, are written again."""
    save(tmp_path, *CLASS)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.glob("students/*")}
    changed = student("anna", "passed", "passed", "failed")
    save(tmp_path, BEA, changed, SAME)
    after = {file: file.stat().st_mtime_ns for file in tmp_path.glob("students/*")}
    assert [file.name for file in before if before[file] != after[file]] == [
        "anna.html"
    ]


def test_nothing_is_written_twice(tmp_path):
    """Of a class in which nothing changed no page is written again."""
    groups = [alike("mse", 3, "Bea", "anna")]
    times = []
    for _ in range(2):
        save(tmp_path, *CLASS, groups=groups)
        files = sorted(tmp_path.glob("**/*.html"))
        times.append([(file, file.stat().st_mtime_ns) for file in files])
    assert times[0] == times[1]


def test_who_is_gone(tmp_path):
    """Pages of who is gone are removed; what somebody else put there stays."""
    save(tmp_path, *CLASS, groups=[alike("mse", 3, "Bea", "anna")])
    tmp_path.joinpath("students/mine.html").write_text("mine")
    tmp_path.joinpath("students/mine.txt").write_text("mine")
    save(tmp_path, ANNA)
    assert sorted(content(tmp_path)) == [
        "index.html",
        "students/anna.html",
        "students/mine.html",
        "students/mine.txt",
    ]


@pytest.mark.parametrize("name", ["index.html", "alike.html", "students/anna.html"])
def test_nothing_is_written_over(tmp_path, name):
    """A page that grader did not write is refused, and left as it is."""
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\xff mine")
    with pytest.raises(UsageError) as caught:
        save(tmp_path, ANNA)
    assert caught.value.message == (
        f"{file} is there already, and grader did not write it."
    )
    assert file.read_bytes() == b"\xff mine"


def test_a_folder_where_a_page_belongs(tmp_path):
    """A folder named like a page is told in a sentence."""
    tmp_path.joinpath("index.html").mkdir()
    with pytest.raises(UsageError) as caught:
        save(tmp_path, ANNA)
    assert caught.value.message == (
        f"Cannot write {tmp_path}/index.html: Is a directory."
    )


def test_a_file_where_the_folder_belongs(tmp_path):
    """A file named like the folder is told in a sentence."""
    tmp_path.joinpath("students").touch()
    with pytest.raises(UsageError) as caught:
        save(tmp_path, ANNA)
    assert caught.value.message == (
        f"Cannot make the folder {tmp_path}/students: File exists."
    )


def test_is_current(tmp_path):
    """Pages are current as long as the results, the roll and the files are."""
    results = tmp_path / "results.jsonl"
    results.write_bytes(b"".join(line(one).data for one in CLASS))
    told = roll(*CLASS)
    out = tmp_path / "report"
    assert not pages.is_current(out, told, results, ())
    save(out, *CLASS)
    assert pages.is_current(out, told, results, ())
    assert not pages.is_current(out, told, results, [alike("mse", 3, "a", "b")])
    other = roll(*CLASS, titles={"basics": "Other"})
    assert not pages.is_current(out, other, results, ())
    page = out.joinpath("students/anna.html")
    kept = page.read_bytes()
    page.unlink()
    assert not pages.is_current(out, told, results, ())
    page.write_bytes(kept)
    results.write_bytes(b"")
    assert not pages.is_current(out, told, results, ())


def test_two_with_the_same_verdicts(tmp_path):
    """Who was told the same has a page of their own, with their own name on it."""
    twins = [student(name, "passed", "loops", "failed") for name in ("anna", "bea")]
    save(tmp_path, *twins)
    anna, bea = (
        tmp_path.joinpath(f"students/{name}.html").read_text("utf-8")
        for name in ("anna", "bea")
    )
    main = slice(anna.index("<main"), anna.index("</main>"))
    assert anna[main] in bea
    assert "<h1><bdi>anna</bdi></h1>" in anna
    assert "<h1><bdi>bea</bdi></h1>" in bea


def test_a_hostile_class(tmp_path):
    """Ids and titles that could hurt a page or a file system are written as text."""
    one = hostile(WRITTEN)
    told = roll(one, course=WRITTEN, titles={"basics": WRITTEN})
    groups = [alike(NAMES[0], 9, WRITTEN, WRITTEN)]
    assert pages.save(tmp_path, told, [line(one)], groups) == 1
    names = [file.name for file in tmp_path.glob("**/*")]
    assert len(names) == 4
    for name in names:
        assert not set(name) & set('/\\:*?"<>|\n\0')

"""A kit is written whole or not at all, and nothing is lost."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from grader.author import release
from grader.author.release import destination, write
from grader.errors import UsageError
from grader.kit import FILE

FILES = {"README.md": b"# Kit\n", "exercises/a/b.py": b"1\n", FILE.as_posix(): b"{}"}


@pytest.fixture
def place(tmp_path):
    """Return an empty folder beside the course."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def go(small):
    """Return a function that asks for a place of the kit."""
    return lambda target, force=False: destination(small(), Path(target), force=force)


def tree(folder):
    """Return the files below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_folder(place):
    """A kit as a folder has its files, and nothing else is left beside it."""
    assert write(FILES, place / "kit") is None
    assert tree(place) == {f"kit/{name}": data for name, data in FILES.items()}


def test_zip(place):
    """A kit as a zip file has the same files."""
    assert write(FILES, place / "kit.ZIP") is None
    assert [path.name for path in place.iterdir()] == ["kit.ZIP"]
    with zipfile.ZipFile(place / "kit.ZIP") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.testzip() is None


def test_zip_has_nothing_of_the_machine(place):
    """Two zip files of one kit have the same bytes: no clock, no modes, no zlib."""
    write(FILES, place / "a.zip")
    write(FILES, place / "b.zip")
    assert place.joinpath("a.zip").read_bytes() == place.joinpath("b.zip").read_bytes()
    with zipfile.ZipFile(place / "a.zip") as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.external_attr >> 16 == 0o100644
            assert info.compress_type == zipfile.ZIP_STORED


def test_an_empty_folder_becomes_a_kit(place, go):
    """An empty folder is a place for a kit."""
    place.joinpath("kit").mkdir()
    assert write(FILES, go(place / "kit")) is None
    assert tree(place / "kit") == FILES


def test_an_earlier_folder_is_kept(place, go):
    """With force a new kit takes the place of an earlier one, which is kept."""
    write(FILES, place / "kit")
    place.joinpath("kit/exercises/a/b.py").write_text("2\n")
    for number in (1, 2):
        kept = write(FILES, go(place / "kit", force=True))
        assert kept == place / f"kit-before-{number}"
    assert place.joinpath("kit-before-1/exercises/a/b.py").read_text() == "2\n"
    assert tree(place / "kit") == FILES


def test_an_earlier_zip_is_replaced(place, go):
    """With force a new zip file takes the place of an earlier one."""
    write(FILES, place / "kit.zip")
    assert write(FILES | {"more": b""}, go(place / "kit.zip", force=True)) is None
    with zipfile.ZipFile(place / "kit.zip") as archive:
        assert "more" in archive.namelist()
    assert len(list(place.iterdir())) == 1


def make(place, what):
    """Put something in the kit's place; return where."""
    target = place / ("kit.zip" if "zip" in what else "kit")
    if what == "a folder with work in it":
        target.mkdir()
        target.joinpath("thesis.txt").write_text("mine")
    elif what in ("a file", "a file named zip"):
        target.write_text("mine")
    elif what == "another zip":
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("thesis.txt", "mine")
    elif what == "a folder named zip":
        target.mkdir()
    return target


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("what", "said", "help"),
    [
        ("a folder with work in it", "is not empty.", "It is no kit: name another"),
        ("a file", "is a file.", "A kit is a folder, or a file named .zip."),
        ("a file named zip", "is there already.", "It is no kit: name another place."),
        ("another zip", "is there already.", "It is no kit: name another place."),
        ("a folder named zip", "is a folder.", "Name a file that ends in .zip."),
    ],
)
def test_nothing_is_overwritten(place, go, what, said, help, force):  # noqa: A002
    """What is no kit is left alone, also with force."""
    target = make(place, what)
    before = tree(place)
    with pytest.raises(UsageError) as caught:
        go(target, force)
    assert caught.value.message.startswith(str(target))
    assert caught.value.message.endswith(said)
    assert caught.value.help.startswith(help)
    assert tree(place) == before


def test_a_kit_is_not_overwritten_unless_asked(place, go):
    """Without force an earlier kit stays, and force is named."""
    for name, help_ in {"kit": "puts it aside.", "kit.zip": "replaces it."}.items():
        write(FILES, place / name)
        with pytest.raises(UsageError, match="is there already") as caught:
            go(place / name)
        assert caught.value.help == f"It is an earlier kit: with --force, this {help_}"


def test_the_course_is_no_earlier_kit(root, go, put):
    """The course's own folder is never put aside, whatever lies in it."""
    put("exercises/kit.json", "{}")
    with pytest.raises(UsageError, match="is not empty"):
        go(root, force=True)
    with pytest.raises(UsageError, match="is not empty"):
        go(root.parent, force=True)


@pytest.mark.parametrize("folder", release.SOURCES)
def test_a_kit_in_what_it_is_made_of_is_refused(root, go, folder):
    """In exercises/ or data/ a kit would be part of the next one."""
    for name in ("kit", "kit.zip", "../" + folder):
        with pytest.raises(UsageError, match=f"lies in {folder}/ of the course"):
            go(root / folder / name)


def test_a_kit_may_lie_beside_the_exercises(root, go):
    """In the course's folder a kit is no part of the next one."""
    assert go(root / "kit.zip") == root / "kit.zip"


def test_a_folder_that_is_missing(place, go):
    """The folder around a kit is not made in passing: its name may be misspelt."""
    with pytest.raises(UsageError, match=r"There is no folder .*misspelt"):
        go(place / "misspelt/kit")


def test_the_current_folder(place, go, monkeypatch):
    """The folder in which one stands cannot be replaced."""
    monkeypatch.chdir(place)
    with pytest.raises(UsageError, match="current folder cannot become a kit"):
        go(".")


def test_links(place, go):
    """A link in the kit's place is not replaced; a folder behind one is found."""
    place.joinpath("real").mkdir()
    place.joinpath("kit.zip").symlink_to("real/other")
    with pytest.raises(UsageError, match=r"kit\.zip is a link\."):
        go(place / "kit.zip", force=True)
    place.joinpath("link").symlink_to("real")
    assert go(place / "link/kit") == place / "real/kit"
    place.joinpath("circle").symlink_to("circle")
    with pytest.raises(UsageError, match="There is no folder"):
        go(place / "circle/kit")


def test_a_pipe_is_left_alone(place, go):
    """What has no end, such as a pipe, is neither read nor replaced."""
    os.mkfifo(place / "kit.zip")
    with pytest.raises(UsageError, match="is there already"):
        go(place / "kit.zip", force=True)


def test_an_earlier_kit_is_put_back(place, monkeypatch):
    """Where the last step fails, the earlier kit is where it was."""
    write(FILES, place / "kit")

    def fail(*_):
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="busy"):
        write(FILES, place / "kit")
    assert [path.name for path in place.iterdir()] == ["kit"]
    assert tree(place / "kit") == FILES


FAULTS = (OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt())


@pytest.mark.parametrize("name", ["kit", "kit.zip"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_half_a_kit_is_taken_away(place, monkeypatch, name, fault):
    """A disk that is full, or Ctrl-C, leaves neither half a kit nor an earlier less."""
    write(FILES, place / name)
    before = tree(place)
    count = iter(range(9))

    def fail(*_args, real, **_options):
        if next(count):
            raise fault
        return real(*_args, **_options)

    bytes_, archived = Path.write_bytes, zipfile.ZipFile.writestr
    monkeypatch.setattr(Path, "write_bytes", lambda *a: fail(*a, real=bytes_))
    monkeypatch.setattr(zipfile.ZipFile, "writestr", lambda *a: fail(*a, real=archived))
    with pytest.raises(type(fault)):
        write(FILES, place / name)
    assert tree(place) == before
    assert len(list(place.iterdir())) == 1

"""A zip gives its sources by name, read in memory, or is refused in words."""

import io
import os
import struct
import sys
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.submission import archive, contents

ANSWER = b"def f(x):\n    return x\n"
LINK = 0o120777 << 16
PIPE = 0o010644 << 16
ITSELF = "is a link; hand in the file itself"


def member(name, **attributes):
    """Return the header of a member with these attributes."""
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name
    for key, value in {"compress_type": zipfile.ZIP_DEFLATED, **attributes}.items():
        setattr(info, key, value)
    return info


def pack(*members):
    """Return a zip of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in members:
            info = name if isinstance(name, zipfile.ZipInfo) else member(name)
            file.writestr(info, content)
    return data.getvalue()


def read(data):
    """Return what is read of a zip: content, or the sentence about the fault."""
    return {
        name: file.fault.message if file.fault else file.data
        for name, file in archive.read(data, "a.zip").items()
    }


def refused(data):
    """Return the sentence about what is not taken as an archive."""
    with pytest.raises(UsageError) as caught:
        archive.read(data, "a.zip")
    assert caught.value.help
    return caught.value.message


def patched(data, old, new):
    """Return data with one part replaced wherever it stands."""
    assert old in data
    assert len(old) == len(new)
    return data.replace(old, new)


def flagged(data, bits):
    """Return a zip of one member whose headers have these flags as well."""
    data = bytearray(data)
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(start) + at
        flags = struct.unpack_from("<H", data, place)[0]
        struct.pack_into("<H", data, place, flags | bits)
    return bytes(data)


def test_sources_are_read():
    """Python files come by their path; folders and other files are not read."""
    names = ["alice/b/g.py", "alice/f.py", "./h.py", "i//j.py"]
    data = pack(("alice/", b""), ("t.txt", b"x"), *((name, ANSWER) for name in names))
    assert read(data) == dict.fromkeys(
        ["alice/b/g.py", "alice/f.py", "h.py", "i/j.py"], ANSWER
    )


def test_an_empty_zip_has_nothing():
    """A zip of nothing is read as no file."""
    assert read(pack()) == {}


def test_stored_files_are_read():
    """A member that is not compressed is read like any other."""
    assert read(pack((member("f.py", compress_type=0), ANSWER))) == {"f.py": ANSWER}


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/f.py", "__MACOSX/alice/._f.py", "._f.py", "b/.git/f.py",
     "b/__pycache__/f.py", ".ipynb_checkpoints/f.py", "env/f.py", "env/lib/f.py"],
)  # fmt: skip
def test_what_tools_leave_is_left_out(name):
    """What a system or a tool puts into an archive is not read."""
    data = pack((name, ANSWER), ("f.py", ANSWER), ("env/pyvenv.cfg", b""))
    assert list(read(data)) == ["f.py"]


NAMES = {
    "/f.py": "a.zip: the name /f.py is absolute.",
    "//host/f.py": "a.zip: the name //host/f.py is absolute.",
    "../f.py": "a.zip: the name ../f.py leads out of the archive.",
    "a/../../f.py": "a.zip: the name a/../../f.py leads out of the archive.",
    "a/../f.py": "a.zip: the name a/../f.py leads out of the archive.",
    "a/..": "a.zip: the name a/.. leads out of the archive.",
    "..": "a.zip: the name .. leads out of the archive.",
    "../": "a.zip: the name ../ leads out of the archive.",
    "C:/f.py": "a.zip: the name C:/f.py names a drive.",
    "c:f.py": "a.zip: the name c:f.py names a drive.",
    "a\\f.py": "a.zip: the name a\\f.py has backslashes.",
    "..\\f.py": "a.zip: the name ..\\f.py has backslashes.",
    "\\\\host\\f.py": "a.zip: the name \\\\host\\f.py has backslashes.",
    "f.py\0.txt": "a.zip: the name f.py\ufffd.txt holds a NUL.",
    "": "a.zip: the name  is empty.",
    ".": "a.zip: the name . is empty.",
    "a/" * 30 + "f.py": "a.zip is nested deeper than 20 folders.",
}


@pytest.mark.parametrize("name", NAMES)
def test_names_that_lead_elsewhere(name):
    """An archive with such a name is refused whole, and the name is told."""
    assert refused(pack(("good.py", ANSWER), (name, ANSWER))) == NAMES[name]


def test_a_long_name_is_cut():
    """A name of sixty thousand letters is not repeated in full."""
    assert len(refused(pack(("../" + "x" * 60_000, ANSWER)))) < 400
    (said,) = archive.read(pack(("x" * 60_000 + ".txt.py", ANSWER)), "a.zip").items()
    assert len(said[0]) < 400
    assert said[1].fault.message == "has too long a name; rename it"


def test_a_name_that_cannot_be_shown():
    """A name that would forge a message is replaced, and its file is not taken."""
    found = read(pack(("a\n\nPassed.py", ANSWER), ("\x1b[2J.py", ANSWER)))
    said = "has a name that cannot be shown; rename it"
    assert found == {"a\ufffd\ufffdPassed.py": said, "\ufffd[2J.py": said}


def test_names_in_other_letters():
    """Names in UTF-8 are read as that, said so or not, others as the format says."""
    data = pack(("Zoë/f.py", ANSWER))
    assert list(read(data)) == ["Zoë/f.py"]
    for name in ("Zoë/f.py".encode(), "Zoë/f.py".encode("cp437")):
        plain = pack((b"".ljust(len(name), b"#").decode(), ANSWER))
        assert list(read(patched(plain, b"#" * len(name), name))) == ["Zoë/f.py"]


def test_a_name_that_is_not_utf_8():
    """A name that says that it is UTF-8 and is not is refused."""
    data = patched(pack(("Zoë.py", ANSWER)), "ë".encode(), b"\xff\xff")
    assert refused(data) == "a.zip holds a name that is not UTF-8."


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", ["f.py", "./f.py", ".//f.py"])
def test_a_name_that_is_there_twice(other):
    """Of two files of one name neither is chosen."""
    data = pack(("f.py", b"x = 1\n"), (other, b"x = 2\n"))
    assert refused(data) == "a.zip holds two files of the name f.py."


FAULTS = {
    "a link": (member("f.py", external_attr=LINK), ITSELF),
    "a pipe": (member("f.py", external_attr=PIPE), "is not a regular file"),
    "bzip2": (
        member("f.py", compress_type=zipfile.ZIP_BZIP2),
        "is compressed in a way that is not read here (method 12); zip it with Deflate",
    ),
    "lzma": (
        member("f.py", compress_type=zipfile.ZIP_LZMA),
        "is compressed in a way that is not read here (method 14); zip it with Deflate",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_costs_its_own_file(what):
    """A member that cannot be taken is there with its reason; the rest is read."""
    info, said = FAULTS[what]
    content = b"../../secret.py" if what == "a link" else ANSWER
    assert read(pack(("g.py", ANSWER), (info, content))) == {
        "f.py": said,
        "g.py": ANSWER,
    }


def test_a_link_to_a_folder():
    """A link is told of if it may stand for a folder of answers."""
    names = ("exercises", "data.h5")
    links = [(member(name, external_attr=LINK), b"../x") for name in names]
    assert read(pack(*links)) == {"exercises": ITSELF}


@pytest.mark.parametrize("bits", [0x1, 0x40 | 0x1, 0x2000])
def test_encrypted_files(bits):
    """An encrypted member is told to be zipped without a password."""
    data = flagged(pack(("f.py", ANSWER)), bits)
    assert read(data) == {"f.py": "is encrypted; zip it without a password"}


def test_an_unknown_method():
    """A member compressed by a method of the future is not read."""
    data = bytearray(pack((member("f.py", compress_type=0), ANSWER)))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 99)
    assert "(method 99)" in read(bytes(data))["f.py"]


def test_other_kinds_are_told():
    """An archive within is noted, and not opened."""
    assert read(pack(("w.zip", pack(("f.py", ANSWER))))) == {
        "w.zip": "is a zip file within the submission"
    }


OTHERS = {
    "a web page": (b"<!DOCTYPE html>\n<html>", "is a web page, not a zip file."),
    "a page with a mark": (b"\xef\xbb\xbf \n<html>", "is a web page, not a zip file."),
    "nothing": (b"", "is not a zip file."),
    "text": (b"hello", "is not a zip file."),
    "gzip": (b"\x1f\x8b\x08\0\0", "is not a zip file."),
    "a program with a zip": (b"#!/bin/sh\n" + pack(), "is not a zip file."),
    "the beginning": (pack(("f.py", ANSWER))[:40], "is damaged or cut off."),
    "all but the end": (pack(("f.py", ANSWER))[:-1], "is damaged or cut off."),
    "no beginning": (pack(("f.py", ANSWER))[9:], "is not a zip file."),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_zip(what):
    """What is not a whole zip is refused, with what it looks like."""
    data, said = OTHERS[what]
    assert refused(data) == f"a.zip {said}"


def test_a_damaged_member():
    """A member whose bytes do not add up is damaged; the rest is read."""
    stored = member("f.py", compress_type=0)
    data = patched(pack((stored, ANSWER), ("g.py", b"")), b"return x", b"return y")
    assert read(data) == {"f.py": "is damaged; zip it again", "g.py": b""}


@pytest.mark.parametrize("size", [0, 1, len(ANSWER) - 1, len(ANSWER) + 1, 1 << 19])
def test_a_header_that_lies(size):
    """A size that is not the real one gives neither more nor less: it is damaged."""
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        data = bytearray(pack((member("f.py", compress_type=method), ANSWER)))
        struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, size)
        assert read(bytes(data)) == {"f.py": "is damaged; zip it again"}


def test_a_bomb_that_hides_its_size():
    """A gigabyte that says it is small is not unpacked."""
    data = bytearray(pack(("f.py", b"#" * (200 << 20))))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 1_000)
    tracemalloc.start()
    assert read(bytes(data)) == {"f.py": "is damaged; zip it again"}
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_a_large_source():
    """A source of more than a megabyte is told as that."""
    random = b"".join(b"%x\n" % (number**5) for number in range(80_000))
    assert read(pack(("f.py", random), ("g.py", ANSWER))) == {
        "f.py": "is larger than 1 MB",
        "g.py": ANSWER,
    }


def test_too_much_together():
    """Sources that are too much together are refused; other files do not count."""
    text = os.urandom(1 << 19).hex().encode()[: 1 << 20]
    data = pack(*((f"{number}.py", text) for number in range(3)))
    assert refused(data) == "a.zip holds more than 2 MB of .py files."
    assert len(read(pack(("0.py", text), ("1.py", text), ("2.h5", text)))) == 2


def test_a_bomb():
    """What unpacks to hundreds of times its size is refused, and not unpacked."""
    data = pack(("bomb.bin", b"\0" * (20 << 20)), ("f.py", ANSWER))
    assert refused(data) == "a.zip unpacks to more than 200 times its size."


def test_a_bomb_of_many():
    """What unpacks to gigabytes is refused by what it announces."""
    data = bytearray(pack((member("a.bin", compress_type=0), b"x")))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 1 << 31)
    assert refused(bytes(data)) == "a.zip unpacks to more than 256 MB."


def test_files_that_share_their_bytes():
    """Members that lie over one another, as in a bomb without nesting, are refused."""
    data = bytearray(pack(("a.py", ANSWER), ("b.py", ANSWER)))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, 0)
    assert refused(bytes(data)) == "a.zip is damaged: its files lie over one another."


def test_too_many_files():
    """An archive of more files than a submission has is refused."""
    data = pack(*((f"{number}.txt", b"") for number in range(contents.MAX_FILES)))
    assert read(data) == {}
    more = pack(*((f"{number}.txt", b"") for number in range(contents.MAX_FILES + 1)))
    assert refused(more) == "a.zip holds more than 2,000 files."


def test_a_million_files_are_not_listed():
    """A directory of a million entries is refused before a record is made of each."""
    one = pack(("a", b""))
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    listing = one[start:end] * 1_000_000
    tail = bytearray(one[end:])
    struct.pack_into("<L", tail, 12, len(listing))
    before = time.monotonic()
    said = refused(one[:start] + listing + bytes(tail))
    assert said == "a.zip holds more than 2,000 files."
    assert time.monotonic() - before < 2


WHOLE = pack(
    ("alice/f.py", ANSWER), ("alice/data.bin", bytes(range(256))), ("g.py", b"x = 1\n")
)


@given(st.data())
def test_any_damage_is_told(data):
    """A zip with bytes changed, cut or added is read or refused in words."""
    changed = bytearray(WHOLE)
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)))
    ):
        changed[at] = byte
    kept = data.draw(st.integers(0, len(WHOLE)))
    files, said = outcome(bytes(changed[:kept]) + data.draw(st.binary(max_size=30)))
    assert files is not None or said.startswith("a.zip")


@given(st.binary(max_size=300), st.sampled_from([b"PK\x03\x04", b"PK\x05\x06"]))
def test_any_bytes_are_told(data, start):
    """Bytes with the beginning of a zip are read or refused in words."""
    files, said = outcome(start + data)
    assert files == {} or said.startswith("a.zip")


def outcome(data):
    """Return the files of a zip, None if it is refused, and the sentence that does."""
    try:
        return archive.read(data, "a.zip"), ""
    except UsageError as error:
        return None, error.message


PARTS = st.sampled_from(
    ["..", ".", "", "a", "f.py", "exercises", "C:", "\\", "..\\", "~", "\0", "\n", "ë"]
) | st.text(max_size=5)
MEMBERS = st.lists(
    st.tuples(
        st.lists(PARTS, max_size=5).map("/".join),
        st.integers(0, 2**32 - 1) | st.sampled_from([0, LINK, PIPE]),
        st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
        st.binary(max_size=50) | st.just(b"../secret.py"),
    ),
    max_size=5,
)


@pytest.fixture(scope="module")
def events():
    """Return the list in which file events of this process are noted."""
    noted = []
    watched = {"open", "os.mkdir", "os.symlink", "os.link", "os.rename", "os.remove",
               "os.listdir", "os.scandir", "shutil.unpack_archive"}  # fmt: skip

    def note(event, arguments):
        if noted and event in watched:
            noted.append((event, arguments))

    sys.addaudithook(note)
    return noted


@pytest.mark.filterwarnings("ignore:Duplicate name")
@given(members=MEMBERS)
def test_nothing_but_the_bytes_is_touched(events, members):
    """Whatever its names and attributes, a zip makes the reader open no file at all."""
    packed = []
    for name, attributes, method, content in members:
        try:
            name.encode()
        except UnicodeEncodeError:
            continue
        info = member(name, external_attr=attributes, compress_type=method)
        packed.append((info, content))
    data = pack(*packed)
    events.append("start")
    found, _ = outcome(data)
    seen = events[1:]
    events.clear()
    assert seen == []
    contained = {b""} | {content for _, content in packed}
    for name, file in (found or {}).items():
        assert file.data in contained
        assert ".." not in name.split("/")
        assert not name.startswith(("/", "\\"))

"""Reads a zip file that was handed in, in memory: nothing is ever unpacked to disk.

Whatever is wrong with the archive as a whole is told of the archive; what is wrong
with one of its files costs only that file.
"""

import re
import stat
import struct
import zipfile
import zlib
from io import BytesIO

from grader.errors import UsageError
from grader.language import marked, say
from grader.submission import contents
from grader.submission.contents import File
from grader.submission.files import UnreadableError, too_large

MAX_ARCHIVE = 64 << 20
MAX_UNPACKED = 256 << 20
MAX_RATIO = 200
# What is small may be as dense as it likes.
RATIO_FROM = 1 << 20

_AGAIN = marked("Zip the folder with your files again, and hand that in.")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF_8 = 0x800
_START = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_EMPTY = b"PK\x05\x06"
_HEADER = 30
# What zipfile raises for archives that are not whole; some of it undocumented.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def read(data: bytes, called: str) -> dict[str, File]:
    """Return the sources in a zip file by name; `called` is what messages call it.

    A member that cannot be read is there with its fault. Raises UsageError for what
    is no zip file, is damaged, holds too much, or has names that lead elsewhere.
    """
    _refuse_others(data, called)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except UnicodeDecodeError:
        raise _bad(say("{file} holds a name that is not UTF-8."), called) from None
    except _DAMAGE:
        raise _bad(say("{file} is damaged or cut off."), called) from None
    with archive:
        members = archive.infolist()
        _refuse_bombs(members, len(data), called)
        named: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            name = _name(member, called)
            if member.orig_filename.endswith("/"):
                continue
            if name in named:
                told = say("{file} holds two files of the name {name}.")
                raise _bad(told, called, name=contents.shown(name))
            named[name] = member
        return _sources(archive, named, called)


def _refuse_others(data: bytes, called: str) -> None:
    if data[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise UsageError(
            say("{file} is a web page, not a zip file.").format(file=called),
            say("Download the zip file itself; signed in, if the page asks for it."),
        )
    if not data.startswith((_START, _EMPTY)):
        raise _bad(say("{file} is not a zip file."), called)
    # Before zipfile makes a record of each: an archive can list a million.
    if data.count(_ENTRY) > 10 * contents.MAX_FILES:
        raise contents.too_many(called)


def _bad(told: str, called: str, **parts: str) -> UsageError:
    """Return what is wrong with an archive, for which it is to be made again."""
    return UsageError(told.format(file=called, **parts), say(_AGAIN))


def _refuse_bombs(members: list[zipfile.ZipInfo], size: int, called: str) -> None:
    """Hold that what the archive announces is within bounds, and laid out apart."""
    if len(members) > contents.MAX_FILES:
        raise contents.too_many(called)
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED:
        told = say("{file} unpacks to more than {size} MB.")
        said = told.format(file=called, size=MAX_UNPACKED >> 20)
        raise UsageError(said, say(contents.SMALLER))
    if total > max(RATIO_FROM, MAX_RATIO * size):
        told = say("{file} unpacks to more than {n} times its size.")
        said = told.format(file=called, n=MAX_RATIO)
        raise UsageError(said, say(contents.SMALLER))
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            told = say("{file} is damaged: its files lie over one another.")
            raise _bad(told, called)
        end = member.header_offset + _HEADER + member.compress_size


def _name(member: zipfile.ZipInfo, called: str) -> str:
    """Return the name of a member, relative to the archive; refuse what is not.

    Many programs write UTF-8 without saying so; what is none is in the code page of
    the format, which takes any byte.
    """
    name = member.orig_filename
    if not member.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.orig_filename
    if name.count("/") > contents.MAX_DEPTH:
        raise contents.too_deep(called)
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if "\\" in name:
        raise UsageError(
            say("{file}: the name {name} has backslashes.").format(
                file=called, name=contents.shown(name)
            ),
            say("Zip the folder with another program: in a zip, folders end in `/`."),
        )
    wrong = {
        marked("{file}: the name {name} is absolute."): name.startswith("/"),
        marked("{file}: the name {name} names a drive."): re.match(r"[A-Za-z]:", name),
        marked("{file}: the name {name} leads out of the archive."): ".." in parts,
        marked("{file}: the name {name} holds a NUL."): "\0" in name,
        marked("{file}: the name {name} is empty."): (
            not parts and not name.endswith("/")
        ),
    }
    for said, is_wrong in wrong.items():
        if is_wrong:
            raise _bad(say(said), called, name=contents.shown(name))
    return "/".join(parts)


def _sources(
    archive: zipfile.ZipFile, named: dict[str, zipfile.ZipInfo], called: str
) -> dict[str, File]:
    environments = {
        folder
        for folder, _, last in (name.rpartition("/") for name in named)
        if folder and contents.is_environment((last,))
    }
    files: dict[str, File] = {}
    total = contents.Total(called)
    for name, member in sorted(named.items()):
        above = [name[: at.start()] for at in re.finditer("/", name)]
        if any(map(contents.is_left_out, name.split("/"))):
            continue
        if not environments.isdisjoint(above):
            continue
        file = _take(archive, name, member)
        if file is None:
            continue
        total.add(name, file.data)
        contents.put(files, name, file)
    return files


def _take(archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo) -> File | None:
    """Return a member with its content or fault; None if it does not matter."""
    if not contents.is_source(name):
        fault = _not_plain(member) or contents.unread(name)
        return File(name, fault=fault) if fault else None
    if fault := contents.unfit(name) or _fault(member):
        return File(name, fault=fault)
    try:
        return File(name, _unpack(archive, member))
    except UnreadableError as error:
        return File(name, fault=error)


def _not_plain(member: zipfile.ZipInfo) -> UnreadableError | None:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if not contents.may_matter(member.orig_filename):
        return None
    if kind == stat.S_IFLNK:
        return UnreadableError(say("is a link; hand in the file itself"))
    if kind not in (0, stat.S_IFREG):
        return UnreadableError(say("is not a regular file"))
    return None


def _fault(member: zipfile.ZipInfo) -> UnreadableError | None:
    """Return why a member is not to be unpacked."""
    if fault := _not_plain(member):
        return fault
    if member.flag_bits & _ENCRYPTED:
        return UnreadableError(say("is encrypted; zip it without a password"))
    if member.compress_type not in _METHODS:
        told = say(
            "is compressed in a way that is not read here (method {number}); zip it "
            "with Deflate"
        )
        return UnreadableError(told.format(number=member.compress_type))
    most = contents.most(member.orig_filename)
    if member.file_size > most:
        return too_large(most)
    return None


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return the content of a member, counted as it comes: its header may lie."""
    most = contents.most(member.orig_filename)
    try:
        with archive.open(member) as file:
            data = file.read(most + 1)
    except _DAMAGE:
        raise UnreadableError(say("is damaged; zip it again")) from None
    if len(data) > most:
        raise too_large(most)
    if len(data) != member.file_size:
        raise UnreadableError(say("is damaged; zip it again"))
    return data

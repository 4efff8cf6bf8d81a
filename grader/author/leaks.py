"""Finds in the files of a kit what is kept from students."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple, final

from grader.author.secrets import Block, Kind, Secrets, Word, numbers, squeeze
from grader.course import COURSE_FILE, Course
from grader.kit import FILE
from grader.translation import file_of, pairs

PARSED = (".ipynb", ".json")
ROW = 3
"""So many lines in a row are an answer's; fewer may be the formula of a statement."""

_PRINTABLE = re.compile(rb"[\x20-\x7e\s]{12,}")


class Leak(NamedTuple):
    """A place in a kit, and the place of what stands there and must not."""

    path: str
    line: int
    kind: Kind
    source: str
    source_line: int


class _Text:
    """A file of a kit, or the texts within it, line by line."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.squeezed = [squeeze(line) for line in self.lines]
        self.all = "\n".join(self.squeezed)
        # A sentence may be wrapped.
        self.whole = " ".join(text.split())
        self.numbers = numbers(text)

    def leak(self, at: int, kind: Kind, source: str, line: int) -> Leak:
        """Return the leak at a position among the lines."""
        return Leak(self.path, at + 1, kind, source, line)


def leaks(course: Course, files: Mapping[str, bytes], secrets: Secrets) -> list[Leak]:
    """Return what leaks, in the order of the files, one for each file and secret.

    A few lines in common are no leak: the statement of an exercise may show a formula.
    Half of an answer is, and three lines of it in a row; of a hidden case, a wrong
    answer and the version with a loop it is the whole.
    """
    search = _Search(secrets, files)
    found: dict[tuple[str, str, int], Leak] = {}
    # A notebook is made of the other files: what they give away is told of them.
    for path, data in sorted(files.items(), key=lambda one: one[0].endswith(PARSED)):
        if path == FILE.as_posix():
            # The stubs once more, which are looked at as files.
            continue
        for text in _texts(course, path, data):
            for leak in search.through(text):
                secret = (leak.source, leak.source_line)
                elsewhere = path.endswith(PARSED) and any(
                    known[1:] == secret for known in found
                )
                if not elsewhere:
                    found.setdefault((leak.path, *secret), leak)
    return list(found.values())


@final
class _Search:
    """Looks for secrets in one text after the other."""

    def __init__(self, secrets: Secrets, files: Mapping[str, bytes]) -> None:
        self._secrets = secrets
        # What visible cases are called, promise and expect is the students'.
        cases = "\n".join(
            data.decode("utf-8", "replace")
            for path, data in files.items()
            if path.startswith("tests/visible/")
        )
        self._names = set(re.findall(r"\bdef (\w+)", cases))
        self._promises = set(re.findall(r'"""(.*?)"""', cases))
        self._numbers = numbers(cases)

    def through(self, text: _Text) -> Iterator[Leak]:
        """Yield what leaks in a text."""
        for block in self._secrets.blocks:
            known = [secret in text.all for _, secret in block.lines]
            if any(known) and _leaks(text, block, known):
                number, secret = block.lines[known.index(True)]
                at = next(i for i, line in enumerate(text.squeezed) if secret in line)
                yield text.leak(at, block.kind, block.path, number)
        for word in self._secrets.words:
            if self._says(text, word):
                yield text.leak(_where(text, word), word.kind, word.path, word.line)

    def _says(self, text: _Text, word: Word) -> bool:
        said = word.text
        if said.isdigit():
            return said in text.numbers and said not in self._numbers
        if said not in text.whole:
            return False
        if said.isidentifier():
            own = word.kind is Kind.HIDDEN and said in self._names
            return not own and re.search(rf"\b{said}\b", text.whole) is not None
        return said not in self._promises


def _leaks(text: _Text, block: Block, known: list[bool]) -> bool:
    """Whether so much of a block is in a text that it gives it away."""
    if block.kind is not Kind.SOLUTION:
        return all(known)
    if 2 * sum(known) >= len(known):
        return True
    secrets = [secret for _, secret in block.lines]
    lines = [line for line in text.squeezed if line]
    runs = (
        zip(secrets[first : first + ROW], lines[at : at + ROW], strict=False)
        for first in range(len(secrets) - ROW + 1)
        for at in range(len(lines) - ROW + 1)
    )
    return any(all(secret in line for secret, line in run) for run in runs)


def _where(text: _Text, word: Word) -> int:
    """Return the position of the line in which a word begins."""
    if word.text.isdigit():
        told = (at for at, one in enumerate(text.lines) if word.text in numbers(one))
        return next(told, 0)
    rest = text.whole.index(word.text)
    for at, line in enumerate(text.lines):
        rest -= len(" ".join(line.split())) + 1 if line.strip() else 0
        if rest < 0:
            return at
    return 0


def _texts(course: Course, path: str, data: bytes) -> Iterator[_Text]:
    """Yield a file as text; of a notebook, first what is written within it."""
    if b"\0" in data:
        # What is read in an array of pictures is what could be read by a person.
        data = b"\n".join(_PRINTABLE.findall(data))
    text = data.decode("utf-8", "replace")
    if path.endswith(PARSED):
        with suppress(ValueError, RecursionError):
            yield _Text(path, "\n".join(_strings(json.loads(text))))
    if path.endswith(COURSE_FILE.suffix):
        # They are meant to be read, and the last may be the answer with a gap.
        for hint in _hints(course):
            text = text.replace(hint, "")
    yield _Text(path, text)


def _hints(course: Course) -> Iterator[str]:
    """Yield the hints of a course, in each of its languages."""
    for place in course:
        yield from place.exercise.hints
        for tongue in course.languages:
            known = pairs(file_of(place, tongue), tongue)
            yield from (known.get(hint, hint) for hint in place.exercise.hints)


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts in a JSON value, those of metadata and outputs among them."""
    match value:
        case str():
            yield value
        case list() if all(isinstance(one, str) for one in value):
            # The lines of a cell.
            yield "".join(value)
        case list():
            for one in value:
                yield from _strings(one)
        case dict():
            for key, one in value.items():
                yield key
                yield from _strings(one)

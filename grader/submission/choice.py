"""Which file of a submission the function of an exercise is taken from."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import final

from grader.submission import cells
from grader.submission.contents import NOTEBOOK, File, is_notebook, is_source
from grader.submission.extract import bound
from grader.submission.files import UnreadableError
from grader.submission.source import Source, parse

MAX_KEPT = 3

IsBlank = Callable[[Source, tuple[str, ...]], bool]
"""Returns whether the function of these names is there, and not started."""


def _order(name: str) -> tuple[bool, bool, str]:
    return not is_source(name), is_notebook(name), name


@final
class Choice:
    """Finds the candidates for each exercise among the files of a submission."""

    def __init__(
        self, files: Mapping[str, File], is_blank: IsBlank | None = None
    ) -> None:
        self._files = files
        self._last = {name: name.rpartition("/")[2] for name in files}
        self._notebooks = {name for name in files if is_notebook(name)}
        self._above: dict[str, list[tuple[str, str]]] = {}
        self._is_blank = is_blank
        self._blank: dict[tuple[str, tuple[str, ...]], bool] = {}
        # A folder zipped as a whole is one folder in the archive.
        tops = {name.partition("/")[::2] for name in files}
        first = {top for top, _ in tops}
        wrapped = len(first) == 1 and all(below for _, below in tops)
        self._tops = ("", f"{first.pop()}/") if wrapped else ("",)
        self._bound: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._faults: dict[str, UnreadableError] = {}
        # Few at a time: the trees of large files take much memory.
        self._kept: dict[str, Source] = {}

    def candidates(self, assignment: str, names: tuple[str, ...]) -> list[str]:
        """Return the files that the function may be meant to be taken from.

        `names` is what it may be called, the exercise's name first. Its own path comes
        before a file of its name, and that before any file that defines it. Two are
        one too many; none, and it is nowhere. A file in which the function is not
        started gives way to any in which it is.
        """
        own = list(self._own(assignment, names[0]))
        blank: list[str] = []
        for found in self._rungs(own, names):
            if len(self._files) == 1:
                return found
            started = [one for one in found if not self._is_left(one, names)]
            if started:
                return started
            blank = blank or found
        return blank or sorted({self._files[one].real: one for one in own}.values())

    def _rungs(self, own: list[str], names: tuple[str, ...]) -> Iterator[list[str]]:
        """Yield the candidates of each kind, the best kind first."""
        for rung in (
            (one for one in own if self._may_define(one, names)),
            (one for one in self._called(names) if self._may_define(one, names)),
            (one for one in self._sources() if self._defines(one, names)),
            (one for one in self._sources() if self._binds(one, names)),
            (one for one in self._sources() if self._seems_to_define(one, names)),
        ):
            # Links to one file are one file.
            found = {self._files[one].real: one for one in rung}
            if found:
                yield sorted(found.values())

    def _is_left(self, file: str, names: tuple[str, ...]) -> bool:
        """Whether a file has the function as it was given out."""
        if self._is_blank is None:
            return False
        if (file, names) not in self._blank:
            self._blank[file, names] = self._is_readable(file) and self._is_blank(
                self.source(file), names
            )
        return self._blank[file, names]

    def source(self, name: str) -> Source:
        """Return a file as source; raises UnreadableError if it is none."""
        file = self._files[name]
        if fault := file.fault or self._faults.get(name):
            raise fault
        if name not in self._kept:
            while len(self._kept) >= MAX_KEPT:
                del self._kept[next(iter(self._kept))]
            read = cells.parse if name in self._notebooks else parse
            try:
                self._kept[name] = read(file.data, self._last[name])
            except UnreadableError as error:
                self._faults[name] = error
                raise
        return self._kept[name]

    def faults(self) -> Iterator[tuple[str, UnreadableError]]:
        """Yield the files that cannot be read, and why; sources first."""
        names = sorted(self._files, key=_order)
        for name in names:
            try:
                self.source(name)
            except UnreadableError as error:
                yield name, error

    def _own(self, assignment: str, name: str) -> Iterator[str]:
        for folder, above in self._folders(assignment):
            file = f"{folder}/{name}.py"
            if file in self._files:
                yield file
            elif above:
                yield above

    def _folders(self, assignment: str) -> list[tuple[str, str]]:
        """Return the folders of an assignment, each with what stands in its place.

        A folder on the way may be a link that cannot be followed.
        """
        if assignment not in self._above:
            folders = self._above[assignment] = []
            for top in self._tops:
                for folder in (f"{top}exercises/{assignment}", f"{top}{assignment}"):
                    above = folder
                    while above and above not in self._files:
                        above = above.rpartition("/")[0]
                    folders.append((folder, above))
        return self._above[assignment]

    def _called(self, names: Iterable[str]) -> Iterator[str]:
        files = {f"{name}{end}" for name in names for end in (".py", NOTEBOOK)}
        return (one for one, last in self._last.items() if last in files)

    def _sources(self) -> Iterator[str]:
        # By what is there, not by suffix: a file handed in alone may lack it.
        return (name for name, file in self._files.items() if not file.fault)

    def _may_define(self, file: str, names: Collection[str]) -> bool:
        """Whether it defines one of the names, or cannot be asked."""
        return self._binds(file, names) or not self._is_readable(file)

    def _is_readable(self, file: str) -> bool:
        try:
            self.source(file)
        except UnreadableError:
            return False
        return True

    def _binds(self, file: str, names: Collection[str]) -> bool:
        return any(not one.isdisjoint(names) for one in self._names(file, names))

    def _defines(self, file: str, names: Collection[str]) -> bool:
        """Whether it defines one of the names itself: an import does not."""
        return not self._names(file, names)[0].isdisjoint(names)

    def _names(
        self, file: str, wanted: Iterable[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names that a file defines, and those that it imports."""
        data = self._files[file].data
        # Parsing is slow. Letters outside ASCII may stand for others.
        # To look through a large notebook for each name is slower still.
        plain = file not in self._notebooks and data.isascii()
        if plain and not any(name.encode() in data for name in wanted):
            return frozenset(), frozenset()
        if file not in self._bound:
            if not self._is_readable(file):
                return frozenset(), frozenset()
            source = self.source(file)
            self._bound[file] = (
                bound(source, imported=False),
                bound(source, imported=True),
            )
        return self._bound[file]

    def _seems_to_define(self, file: str, names: Collection[str]) -> bool:
        """Whether a file that is no valid source looks as if it defined a name."""
        if file in self._notebooks:
            return self._is_readable(file) and any(
                not one.names.isdisjoint(names) for one in self.source(file).broken
            )
        either = "|".join(map(re.escape, names))
        pattern = rf"^(?:(?:async\s+)?def|class)\s+(?:{either})\b|^(?:{either})\s*="
        data = self._files[file].data
        seems = re.search(pattern.encode(), data, re.MULTILINE) is not None
        return seems and not self._is_readable(file)

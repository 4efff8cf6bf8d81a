"""What guests of one sandbox may use beside Python and NumPy."""

import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from grader.course import Exercise
from grader.errors import GraderError
from grader.language import say


class Grants(NamedTuple):
    """Packages by name, and whether there is a folder of files to read."""

    packages: tuple[str, ...] = ()
    files: bool = False


class Package(NamedTuple):
    """An installed package: its name and the file of its own code."""

    name: str
    origin: Path

    @property
    def places(self) -> list[Path]:
        """What has to be seen of it: its folder or file, and libraries beside it."""
        folder = self.origin.parent
        own = folder if self.origin.stem == "__init__" else self.origin
        # Wheels keep the libraries that they link to beside the package.
        libraries = own.with_name(f"{self.name}.libs")
        return [own, libraries] if libraries.is_dir() else [own]


def needed(exercises: Iterable[Exercise]) -> Grants:
    """Return what answers to these exercises may use."""
    some = list(exercises)
    names = [name for one in some if one.imports != "any" for name in one.imports]
    return Grants(third_party(names), files=any(one.files for one in some))


def hold(exercise: Exercise) -> None:
    """Raise GraderError where a package that an exercise is done with is missing."""
    names = third_party(exercise.imports) if exercise.imports != "any" else ()
    found = {package.name for package in installed(names)}
    lacking = " ".join(name for name in names if name not in found)
    if lacking:
        raise GraderError(
            say(
                "`{name}` needs {packages}, which is not installed beside the grader: "
                "{command}."
            ).format(
                name=exercise.name, packages=lacking, command=f"pip install {lacking}"
            )
        )


def third_party(names: Iterable[str]) -> tuple[str, ...]:
    """Return the packages among modules that neither Python nor NumPy brings."""
    roots = dict.fromkeys(name.partition(".")[0] for name in names)
    return tuple(
        root
        for root in roots
        if root not in sys.stdlib_module_names and root != "numpy"
    )


def installed(names: Iterable[str]) -> list[Package]:
    """Return those of the packages that are installed here, without loading them."""
    found = []
    for name in names:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            found.append(Package(name, Path(spec.origin).resolve()))
    return found

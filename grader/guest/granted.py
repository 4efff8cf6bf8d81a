"""Finds the packages that an exercise allows beside NumPy, and no others."""

from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType


class Granted(MetaPathFinder):
    """Finds packages by where they lie: nothing beside them is looked at.

    `origins` are the files of the packages' or modules' own code, by name.
    """

    def __init__(self, origins: Mapping[str, str]) -> None:
        self._origins = dict(origins)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,  # noqa: ARG002 - the finder's interface
    ) -> ModuleSpec | None:
        """Return where a granted package lies; its parts are found as ever."""
        origin = self._origins.get(fullname)
        if path is not None or origin is None:
            return None
        file = Path(origin)
        inside = [str(file.parent)] if file.stem == "__init__" else None
        return spec_from_file_location(
            fullname, origin, submodule_search_locations=inside
        )

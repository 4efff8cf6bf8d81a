"""Finds the packages that an exercise allows beside NumPy, and no others."""

import os.path
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from types import ModuleType


class Granted:
    """Finds packages by where they lie: nothing beside them is looked at.

    `origins` are the files of the packages' or modules' own code, by name. It is a
    finder of `sys.meta_path` without its base class, which loads twenty modules more.
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
        folder, file = os.path.split(origin)
        inside = [folder] if file.partition(".")[0] == "__init__" else None
        return spec_from_file_location(
            fullname, origin, submodule_search_locations=inside
        )

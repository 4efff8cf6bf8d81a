"""What NumPy warned of during a call: where numbers overflowed, or were no numbers.

They are kept for words only. Without a call they are ignored, as all other warnings
are: a warning would look like a print of the student's, and a count of steps would
count it.
"""

import sys
import warnings
from collections.abc import Collection
from typing import Any, final

from . import places, protocol

_Filter = tuple[str, None, type[Warning], None, int]
_IGNORED: _Filter = ("ignore", None, RuntimeWarning, None, 0)
# Once for each line: a loop is not slowed down by what each turn of it warns of.
_NOTICED: _Filter = ("default", None, RuntimeWarning, None, 0)


@final
class Notices:
    """Keeps the first warnings of numbers, with their places in `labels`."""

    def __init__(self, labels: Collection[str]) -> None:
        self._labels = labels
        self._kept: list[list[Any]] = []
        self._warned = False

    def install(self) -> None:
        """Ignore all warnings of this process from now on, and be told of some.

        Filters of the student's own come before these, and are left alone.
        """
        warnings.simplefilter("ignore")
        filters: list[Any] = warnings.filters  # type: ignore[assignment]
        filters.insert(0, _IGNORED)
        warnings.showwarning = self._keep

    def __enter__(self) -> None:
        """Keep what calls warn of."""
        self._kept = []
        self._warned = False
        _replace(_IGNORED, _NOTICED, new=True)

    def __exit__(self, *_: object) -> None:
        """Ignore it again."""
        _replace(_NOTICED, _IGNORED, new=False)

    def renew(self) -> None:
        """Begin with the next call: it may warn of what one before it did."""
        if self._warned:
            self._kept = []
            self._warned = False
            _let_again()

    def taken(self) -> list[list[Any]]:
        """Return label, line, function, columns and text of each, and forget them."""
        kept, self._kept = self._kept, []
        return kept

    def _keep(self, message: object, *_: object, **__: object) -> None:
        self._warned = True
        if type(message) is not RuntimeWarning or len(self._kept) >= protocol.MAX_NOTED:
            return
        place = places.of_frame(sys._getframe(1), self._labels)  # noqa: SLF001 - no other way
        if place is not None:
            self._kept.append([*place, str(message)[: protocol.MAX_NOTE]])


def _replace(old: _Filter, by: _Filter, *, new: bool) -> None:
    """Put one filter in the place of another, if that is still there.

    What was warned of once may be warned of again if that is `new`.
    """
    filters: list[Any] = warnings.filters  # type: ignore[assignment]
    for at, one in enumerate(filters):
        if one is old:
            filters[at] = by
            if new:
                _let_again()
            return


def _let_again() -> None:
    """Let each line warn again of what it warned of."""
    with warnings.catch_warnings():
        # Leaving says so.
        return

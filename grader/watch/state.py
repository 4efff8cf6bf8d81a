"""What a watch knows, what happens to it, and what it has others do: records."""

from enum import Enum
from typing import NamedTuple

from grader.language import marked, say
from grader.verdict import Exercise, Status
from grader.watch.warm import Answer, Doing, Fault, Refused

DEBOUNCE = 0.2
"""Seconds without a change before a file counts as saved."""


class Phase(Enum):
    """What the engine does."""

    STARTING = "starting"
    CHECKING = "checking"
    WAITING = "waiting"
    BROKEN = "broken"


class Page(Enum):
    """What fills the screen."""

    VERDICT = "verdict"
    ALL = "all"
    LIST = "list"
    HINT = "hint"
    INSPECT = "inspect"
    RESET = "reset"
    HELP = "help"
    DONE = "done"


class Note(Enum):
    """A sentence above the keys."""

    NONE = ""
    NOT_YET = marked("n opens when this exercise passes.")
    RESTARTED = marked(
        "The engine ended and was started again; what you wrote is unharmed."
    )
    RELOADED = marked("Files of the course changed: everything was loaded again.")
    SAVED = marked("Saved. Press r to check.")
    ELSEWHERE = marked("Another exercise's file was saved. Press l to go there.")
    LAST = marked("Every exercise has passed. Press n to check them all once more.")
    FELL = marked(
        "Not everything passes any more. Press n for the first that does not."
    )
    KEPT = marked("Nothing was reset.")
    ALREADY = marked("The file was the stub already.")
    RESTORED = marked("The file was missing: it is the stub now.")

    @property
    def told(self) -> str:
        """The sentence in the language at hand; empty if there is none."""
        return say(self.value) if self.value else ""


class Scope(Enum):
    """What is checked."""

    ONE = "the current exercise"
    ALL = "every exercise"
    LAST = "every exercise, since each has passed"
    FIRST = "every exercise of a file, to find where to begin"


class State(NamedTuple):
    """All that a watch knows; nothing changes it, `loop.step` makes the next one."""

    order: tuple[str, ...]
    current: str
    passed: frozenset[str] = frozenset()
    manual: bool = False
    survey: bool = False
    """Begin with all that a file holds."""
    there: bool = True
    """Whether there is anything at the path of the current exercise."""
    phase: Phase = Phase.STARTING
    page: Page = Page.VERDICT
    scope: Scope = Scope.ONE
    number: int = 0
    """Of the last question to the engine."""
    doing: Doing | None = None
    answer: Answer | Refused | None = None
    overall: Answer | Refused | None = None
    held: Answer | Refused | None = None
    """A verdict on what may be half of a file."""
    until: float = 0.0
    """When what is held is shown."""
    fault: Fault | None = None
    due: float | None = None
    reload: float | None = None
    again: bool = False
    gone: bool = False
    losses: int = 0
    content: object = None
    """What the page shows, of those that have it from elsewhere."""
    note: Note = Note.NONE
    said: str = ""
    """A sentence in the place of the note, with a name in it."""
    selected: int = 0
    scroll: int = 0
    most: int = 0
    """How far it can be scrolled, as it was drawn."""
    room: int = 1
    """How many lines fit, as it was drawn."""

    @property
    def verdict(self) -> Exercise | None:
        """The verdict on the current exercise that is shown."""
        if not isinstance(self.answer, Answer):
            return None
        found = (one for one in self.answer.result.exercises)
        return next((one for one in found if one.name == self.current), None)

    @property
    def done(self) -> bool:
        """Whether the current exercise passes, so that `n` moves on."""
        verdict = self.verdict
        return verdict is not None and verdict.status is Status.PASSED

    @property
    def busy(self) -> bool:
        """Whether a verdict is on its way."""
        working = self.phase in {Phase.STARTING, Phase.CHECKING}
        return working or self.held is not None or self.due is not None

    @property
    def following(self) -> str | None:
        """The next exercise that has not passed, from the top again; None if none."""
        at = self.order.index(self.current) + 1 if self.current in self.order else 0
        others = self.order[at:] + self.order[:at]
        return next((one for one in others if one not in self.passed), None)

    @property
    def wakes(self) -> float | None:
        """When something is due; None if nothing is."""
        times = [self.due, self.reload, self.until if self.held else None]
        return min((one for one in times if one is not None), default=None)


class Key(NamedTuple):
    """A key was pressed."""

    name: str


class Saved(NamedTuple):
    """The current exercise's file changed; or it is not there any more."""

    at: float
    there: bool = True


class Elsewhere(NamedTuple):
    """Another exercise's file changed."""


class Changed(NamedTuple):
    """A file of the course changed: its cases, say."""

    at: float


class Tick(NamedTuple):
    """Time went by."""

    at: float


class Loaded(NamedTuple):
    """The course was loaded again."""

    order: tuple[str, ...]


class Started(NamedTuple):
    """The engine is up."""


class Heard(NamedTuple):
    """The engine told something."""

    told: Doing | Answer | Refused | Fault
    at: float


class Lost(NamedTuple):
    """The engine is gone."""


class Opened(NamedTuple):
    """What a page shows."""

    page: Page
    content: object


class Noted(NamedTuple):
    """There is something to say."""

    note: Note
    said: str = ""


class Drawn(NamedTuple):
    """The screen was drawn: how far it can be scrolled, and how many lines fit."""

    most: int
    room: int


Event = (
    Key | Saved | Elsewhere | Changed | Tick | Loaded | Started | Heard | Lost
    | Opened | Noted | Drawn
)  # fmt: skip


class Ask(NamedTuple):
    """Have the engine check; without names, everything."""

    number: int
    names: tuple[str, ...]


class Restart(NamedTuple):
    """Start the engine, again if it runs."""


class Reload(NamedTuple):
    """Load the course, and start the engine again."""


class Remember(NamedTuple):
    """Keep the verdicts of an answer."""

    answer: Answer


class Go(NamedTuple):
    """Keep which exercise is the current one."""

    name: str


class Open(NamedTuple):
    """Find out what a page shows."""

    page: Page
    name: str


class Reset(NamedTuple):
    """Put the stub back."""

    name: str


class Flush(NamedTuple):
    """Forget keys that were typed ahead."""


class Leave(NamedTuple):
    """End the watch."""


Effect = Ask | Restart | Reload | Remember | Go | Open | Reset | Flush | Leave

"""The screen of a watch: a page, how far one is, and the keys at the bottom."""

import io
import shutil
import sys
from collections.abc import Callable
from typing import NamedTuple, final

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from grader.language import marked, say
from grader.watch import pages
from grader.watch.pages import Scene
from grader.watch.state import Page, Phase, Scope, State
from grader.wrapping import wrap

ENTER = "\x1b[?1049h\x1b[?25l"
LEAVE = "\x1b[?25h\x1b[?1049l"
TOP, REST, BELOW = "\x1b[H", "\x1b[K", "\x1b[J"
MIN_BODY = 3
MAX_BAR = 40
STARTING = marked("starting …")
CHECKING = marked("checking {name} …")
CHECKING_ALL = marked("checking {name}, {number} of {total} …")
PASSED = marked("{count} of {total} passed")
MORE = marked("↓ {count} more below: arrow keys or space")
UP = marked("↑ {count} above: arrow keys")


class Size(NamedTuple):
    """How large a terminal is."""

    columns: int
    rows: int


def size() -> Size:
    """Return the size of the terminal."""
    found = shutil.get_terminal_size()
    return Size(max(found.columns, 10), max(found.lines, 2))


def rendered(
    like: Console, width: int, print_: Callable[[Console], None]
) -> list[Text]:
    """Return what is printed as rows no wider than `width`; words stay in their row."""
    out = Console(
        file=io.StringIO(), width=width, force_terminal=True, color_system="standard",
        no_color=like.no_color, markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    print_(out)
    rows = []
    for line in out.file.getvalue().rstrip("\n").split("\n"):  # type: ignore[attr-defined]
        rows += _folded(Text.from_ansi(line), width)
    return rows


def _folded(text: Text, width: int) -> list[Text]:
    """Break a row that is too long, at a space if there is one near its end."""
    rows = []
    while text.cell_len > width:
        used = at = 0
        for one in text.plain:
            used += cell_len(one)
            if used > width:
                break
            at += 1
        space = text.plain.rfind(" ", width // 2, at) + 1
        row, text = text.divide([space or at])
        rows.append(row)
    return [*rows, text]


def bar(state: State, width: int) -> Text:
    """Return how many exercises have passed, as a bar and in words."""
    total = len(state.order)
    count = len(state.passed & set(state.order))
    words = say(PASSED).format(count=count, total=total)
    long = min(MAX_BAR, width - cell_len(words) - 2)
    text = Text()
    if long > 0 and total:
        # One is seen, and full is all of them.
        full = max(min(count, 1), long * count // total)
        text.append("━" * full, style="green").append("─" * (long - full), style="dim")
        text.append("  ")
    return text.append(set_cell_size(words, min(width, cell_len(words))))


def keys(state: State, width: int) -> list[Text]:
    """Return the keys that do something now, in as many rows as they need."""
    rows = [Text()]
    for key, does in _keys(state):
        item = Text().append(key, style="bold").append(f" {does}", style="dim")
        gap = 3 if len(rows[-1]) else 0
        if gap and rows[-1].cell_len + gap + item.cell_len > width:
            rows.append(Text())
            gap = 0
        rows[-1].append(" " * gap).append_text(item)
    return [_cut(row, width) for row in rows]


def _cut(row: Text, width: int) -> Text:
    row.truncate(width)
    return row


def _keys(state: State) -> list[tuple[str, str]]:
    quits = ("q", say("quit"))
    check, back = say("check all"), say("back")
    match state.page:
        case Page.LIST:
            there = say("go there")
            return [("↑↓", say("move")), ("enter", there), ("esc", back), quits]
        case Page.RESET:
            put = say("put the stub back")
            return [("y", put), ("esc", say("leave it")), quits]
        case Page.DONE:
            return [("l", say("list")), ("c", check), quits]
        case Page.HELP | Page.HINT | Page.INSPECT:
            more = [("h", say("next hint"))] if state.page is Page.HINT else []
            return [("esc", back), *more, quits]
    found = []
    if state.done or state.page is Page.ALL:
        on = say("next: {name}").format(name=state.following)
        found.append(("n", on if state.following else say("finish")))
    if state.page is Page.ALL:
        found.append(("esc", back))
    if state.manual or state.phase is Phase.BROKEN:
        found.append(("r", say("check")))
    found += [("h", say("hint")), ("i", say("inspect")), ("l", say("list"))]
    return [*found, ("c", check), ("x", say("reset")), quits, ("?", say("help"))]


def status(state: State) -> str:
    """Return what is going on, or what there is to say; empty if nothing."""
    if state.phase is Phase.STARTING:
        return say(STARTING)
    if state.phase is Phase.CHECKING or state.held is not None:
        if state.scope is not Scope.ONE and state.doing is not None:
            doing = state.doing
            return say(CHECKING_ALL).format(
                name=doing.name, number=doing.before + 1, total=doing.total
            )
        return say(CHECKING).format(name=state.current)
    return state.said or state.note.told


def layout(state: State, body: list[Text], at: Size) -> tuple[list[Text], int, int]:
    """Return the rows of a screen, how far it scrolls, and how many rows of it do."""
    foot = [bar(state, at.columns), *keys(state, at.columns)]
    said = [Text(row) for row in wrap(status(state), at.columns)] or [Text()]
    if at.rows - len(foot) - len(said) < MIN_BODY:
        # The keys before the bar; the page before the keys.
        foot = foot[1:][: max(0, at.rows - len(said) - MIN_BODY)]
    above = ([] if said[0] else [Text()]) + [one for one in said if one]
    room = max(1, at.rows - len(foot) - len(above))
    most = max(0, len(body) - room)
    if most and above[0]:
        room = max(1, room - 1)
        most = max(0, len(body) - room)
    scroll = min(state.scroll, most)
    if state.page is Page.LIST:
        # The chosen row is seen, in the middle where that is possible.
        chosen = next((i for i, row in enumerate(body) if row.plain[:1] == ">"), 0)
        scroll = max(0, min(most, chosen - room // 2))
    shown = body[scroll : scroll + room]
    shown += [Text()] * (room - len(shown))
    if most:
        left = len(body) - scroll - room
        text = say(UP).format(count=scroll)
        if left > 0:
            text = say(MORE).format(count=left)
        mark = _cut(Text(text, style="dim"), at.columns)
        above = [mark, *above] if above[0] else [mark]
    return [*shown, *above, *foot][: at.rows], most, room


@final
class FullScreen:
    """Draws on the terminal's other screen; what was there before comes back.

    At the end the last verdict is printed where the program was started.
    """

    def __init__(self, scene: Scene, like: Console) -> None:
        self.scene = scene
        self._like = like
        self._open = False
        self._last = ""

    def open(self) -> None:
        """Take over the terminal."""
        self._open = True
        self._last = ""
        _send(ENTER)

    def close(self) -> None:
        """Give the terminal back."""
        if self._open:
            self._open = False
            _send(LEAVE)

    def draw(self, state: State) -> tuple[int, int]:
        """Draw; return how far it scrolls and how many rows fit."""
        at = size()
        body = rendered(
            self._like, at.columns, lambda out: pages.draw(state, self.scene, out)
        )
        rows, most, room = layout(state, body, at)
        text = "\r\n".join(self._ansi(row, at.columns) + REST for row in rows)
        if text != self._last:
            self._last = text
            _send(TOP + text + BELOW)
        return most, room

    def farewell(self, state: State) -> None:
        """Leave the last verdict where it can be read afterwards."""
        if state.answer is not None and not state.gone:
            state = state._replace(page=Page.VERDICT)
            pages.draw(state, self.scene, self._like, left=True)

    def _ansi(self, row: Text, width: int) -> str:
        out = Console(
            file=io.StringIO(), width=width + 1, force_terminal=True,
            color_system="standard",
            no_color=self._like.no_color, markup=False, highlight=False, emoji=False,
        )  # fmt: skip
        out.print(row, soft_wrap=True, end="")
        return out.file.getvalue()  # type: ignore[attr-defined, no-any-return]


@final
class Lines:
    """Prints each page once, below the last: for pipes, and for simple terminals."""

    def __init__(self, scene: Scene, out: Console, *, keyed: bool) -> None:
        self.scene = scene
        self._out = out
        self._keyed = keyed
        self._seen: object = None
        self._said = ""

    def open(self) -> None:
        """Do nothing: lines are added to what is there."""

    def close(self) -> None:
        """Do nothing, as above."""

    def draw(self, state: State) -> tuple[int, int]:
        """Print what is new."""
        said = state.said or state.note.told
        if said and said != self._said:
            self._out.print(Text(said), soft_wrap=True)
        self._said = said
        known = {
            Page.VERDICT: (state.answer, state.gone, state.fault),
            Page.ALL: state.overall,
        }
        content = (state.page, known.get(state.page, state.content), state.selected)
        if content != self._seen and not self._waits(state):
            self._seen = content
            pages.draw(state, self.scene, self._out)
            if self._keyed:
                for row in keys(state, self._out.width):
                    self._out.print(row, soft_wrap=True)
            self._out.print()
            self._out.file.flush()
        return 0, 1

    def farewell(self, state: State) -> None:
        """Do nothing: everything was printed."""

    def _waits(self, state: State) -> bool:
        empty = state.answer is None and not state.gone and state.fault is None
        return state.page is Page.VERDICT and empty


Screen = FullScreen | Lines


def _send(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()

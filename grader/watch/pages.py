"""What fills the screen of a watch, page by page, as text on a console."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader.course import Course
from grader.kit import is_kit
from grader.render import terminal
from grader.render.action import Command, Where, deed
from grader.render.paragraph import paragraph
from grader.render.text import printable
from grader.spot import Spot
from grader.student.listing import Numbers
from grader.verdict import Finding, Status, waits_for
from grader.watch.state import Page, Phase, State
from grader.watch.warm import Answer, Refused, Shown

STARTING = "{name} is checked as soon as the exercises are loaded."
CHECKING = "{name} is being checked."
GONE = "{file} is gone."
GONE_HELP = "Put it back, or press x to take the stub again."
RESET = "Put the stub of {name} back?"
RESET_HELP = "A copy of {file} is kept. Press y to do it, any other key to leave it."
NEXT = "Next: press n for {name}."
LAST = "Next: press n to check every exercise once more."
SAVE = "Next: {deed}, then save it."
MANUAL = "Next: {deed}, save it, then press r."
WAIT = "Next: press l and go to {name}, which this one waits for."
AUTHOR = "Next: tell the course's author; your answer was not judged."
ALL = "Next: press n for the first exercise that does not pass, or esc to go back."
BACK = "Next: press r to check again."
HELP = """\
Save the file: it is checked, and the verdict stands here.

  n     go to the next exercise, once this one passes
  h     open a hint; the next one opens after another attempt
  i     how to look at the input that failed
  l     list the exercises, and go to another one
  c     check every exercise
  r     check this one again
  x     put the stub back; what you wrote is kept
  ↑ ↓   scroll; also k and j, space, page up and page down
  esc   back to the verdict
  q     quit, as Ctrl-C does

Nothing moves on by itself. Keys are ignored while something is checked."""
DONE = "Every exercise has passed."
DONE_HERE = "Every exercise has passed here; your instructor's run has more cases."


Draw = Callable[[Console], None]
"""Prints a page."""


@dataclass
class Scene:
    """What pages need to know besides the state; the course may be loaded again."""

    course: Course
    command: Command
    path: Callable[[Path], str]
    """Returns a path as it is shown here."""
    file: str = ""
    """What answers are taken from, if not from the course's folder."""

    def shown(self, name: str) -> str:
        """Return the path of an exercise's file as it is shown."""
        return self.file or self.path(self.course.places[name].stub)


def draw(state: State, scene: Scene, out: Console, *, left: bool = False) -> None:
    """Print what fills the screen; once a watch is `left`, commands come next."""
    match state.page:
        case Page.VERDICT:
            _verdict(state, scene, out, left=left)
        case Page.ALL:
            _told(state, state.overall, scene, out, left=left)
        case Page.RESET:
            file = Path(scene.shown(state.current)).name
            say(out, RESET.format(name=state.current), RESET_HELP.format(file=file))
        case Page.HELP:
            for row in HELP.split("\n"):
                out.print(Text(row), soft_wrap=True)
        case Page.DONE:
            _done(state, scene, out)
        case _:
            _other(state, out)


def _other(state: State, out: Console) -> None:
    """Print what another command offers."""
    if callable(state.content):
        chosen = [state.order[state.selected]] if state.page is Page.LIST else []
        state.content(out, *chosen)


def _verdict(state: State, scene: Scene, out: Console, *, left: bool) -> None:
    if state.phase is Phase.BROKEN and state.fault is not None:
        say(out, state.fault.message, state.fault.help)
    elif state.gone:
        file = Path(scene.shown(state.current)).name
        say(out, GONE.format(file=file), GONE_HELP)
    elif state.answer is None:
        text = CHECKING if state.phase is Phase.CHECKING else STARTING
        head = Text().append(state.current, style="bold")
        if state.current in scene.course.places:
            head.append(f"   {printable(scene.shown(state.current))}", style="dim")
        out.print(head, soft_wrap=True)
        if state.current:
            out.print()
            paragraph(out, text.format(name=state.current), 2)
    else:
        _told(state, state.answer, scene, out, left=left)


def _told(
    state: State,
    told: Answer | Refused | None,
    scene: Scene,
    out: Console,
    *,
    left: bool,
) -> None:
    if isinstance(told, Refused):
        say(out, told.message, told.help)
        return
    if told is None:
        return

    def where(name: str) -> tuple[str, Spot]:
        one = told.shown.get(name, Shown("", Spot(1)))
        return (one.path if scene.file else scene.shown(name)), one.spot

    def line(name: str, finding: Finding) -> str:
        found = next(one for one in told.result.exercises if one.name == name).findings
        lines = told.shown[name].lines
        return next(
            (text for one, text in zip(found, lines, strict=True) if one is finding), ""
        )

    terminal.render(
        told.result,
        out,
        where,
        line,
        scene.command,
        steps=[] if left else [_next(state, where)],
        here=is_kit(scene.course.root),
    )


def _next(state: State, where: Where) -> str:
    """Return the next action, in the words of a watch."""
    if state.page is Page.ALL:
        return LAST if state.following is None else ALL
    verdict = state.verdict
    if verdict is None:
        return BACK
    if verdict.status is Status.PASSED:
        after = state.following
        return LAST if after is None else NEXT.format(name=after)
    if verdict.status is Status.ERROR:
        return AUTHOR
    other = waits_for(verdict)
    if other is not None:
        return WAIT.format(name=other)
    what = deed(verdict, *where(verdict.name))
    return (MANUAL if state.manual else SAVE).format(deed=what)


def _done(state: State, scene: Scene, out: Console) -> None:
    told = DONE_HERE if is_kit(scene.course.root) else DONE
    out.print(Text(f"✓ {told}", style="bold green"), soft_wrap=True)
    out.print()
    if isinstance(state.content, Numbers):
        for label, value in _numbers(state.content):
            out.print(Text(f"    {label.ljust(24)}{value}"), soft_wrap=True)
    out.print()
    again = scene.command("check")
    paragraph(out, f"Next: press q to leave; `{again}` checks everything again.", 0)


def _numbers(told: Numbers) -> list[tuple[str, str]]:
    rows = [
        ("exercises", str(told.exercises)),
        ("attempts", str(told.attempts)),
        ("hints opened", str(told.hints)),
        ("loops removed", str(told.loops_removed)),
    ]
    if told.fastest:
        text = f"{told.speed:,.0f} times as fast as a loop, in {told.fastest}"
        rows.append(("speed gained", text))
    return rows


def say(out: Console, message: str, help: str) -> None:  # noqa: A002 - the word
    """Print what is the matter, and what to do about it."""
    paragraph(out, message, 0, "bold")
    if help:
        out.print()
        paragraph(out, help, 0)

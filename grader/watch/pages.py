"""What fills the screen of a watch, page by page, as text on a console."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader.course import Course
from grader.kit import is_kit
from grader.language import marked, say
from grader.render import terminal
from grader.render.action import Command, Where, deed
from grader.render.paragraph import paragraph
from grader.render.text import printable
from grader.spot import Spot
from grader.student.listing import Numbers
from grader.verdict import Finding, Status, waits_for
from grader.watch.state import Page, Phase, State
from grader.watch.warm import Answer, Refused, Shown
from grader.wrapping import padded

STARTING = marked("{name} is checked as soon as the exercises are loaded.")
CHECKING = marked("{name} is being checked.")
GONE = marked("{file} is gone.")
GONE_HELP = marked("Put it back, or press x to take the stub again.")
RESET = marked("Put the stub of {name} back?")
RESET_HELP = marked(
    "A copy of {file} is kept. Press y to do it, any other key to leave it."
)
NEXT = marked("Next: press n for {name}.")
LAST = marked("Next: press n to check every exercise once more.")
SAVE = marked("Next: {deed}, then save it.")
MANUAL = marked("Next: {deed}, save it, then press r.")
WAIT = marked("Next: press l and go to {name}, which this one waits for.")
AUTHOR = marked("Next: tell the course's author; your answer was not judged.")
ALL = marked(
    "Next: press n for the first exercise that does not pass, or esc to go back."
)
BACK = marked("Next: press r to check again.")
HELP = (
    marked("Save the file: it is checked, and the verdict stands here."),
    "",
    marked("  n     go to the next exercise, once this one passes"),
    marked("  h     open a hint; the next one opens after another attempt"),
    marked("  i     how to look at the input that failed"),
    marked("  l     list the exercises, and go to another one"),
    marked("  c     check every exercise"),
    marked("  r     check this one again"),
    marked("  x     put the stub back; what you wrote is kept"),
    marked("  ↑ ↓   scroll; also k and j, space, page up and page down"),
    marked("  esc   back to the verdict"),
    marked("  q     quit, as Ctrl-C does"),
    "",
    marked("Nothing moves on by itself. Keys are ignored while something is checked."),
)
DONE = marked("Every exercise has passed.")
DONE_HERE = marked(
    "Every exercise has passed here; your instructor's run has more cases."
)


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
            reset = say(RESET).format(name=state.current)
            tell(out, reset, say(RESET_HELP).format(file=file))
        case Page.HELP:
            for row in HELP:
                out.print(Text(say(row) if row else ""), soft_wrap=True)
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
        fault = state.fault
        # The loop has one of its own, which is said here.
        tell(out, say(fault.message), say(fault.help) if fault.help else "")
    elif state.gone:
        file = Path(scene.shown(state.current)).name
        tell(out, say(GONE).format(file=file), say(GONE_HELP))
    elif state.answer is None:
        text = CHECKING if state.phase is Phase.CHECKING else STARTING
        head = Text().append(state.current, style="bold")
        if state.current in scene.course.places:
            head.append(f"   {printable(scene.shown(state.current))}", style="dim")
        out.print(head, soft_wrap=True)
        if state.current:
            out.print()
            paragraph(out, say(text).format(name=state.current), 2)
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
        tell(out, told.message, told.help)
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
        return say(LAST) if state.following is None else say(ALL)
    verdict = state.verdict
    if verdict is None:
        return say(BACK)
    if verdict.status is Status.PASSED:
        after = state.following
        return say(LAST) if after is None else say(NEXT).format(name=after)
    if verdict.status is Status.ERROR:
        return say(AUTHOR)
    other = waits_for(verdict)
    if other is not None:
        return say(WAIT).format(name=other)
    what = deed(verdict, *where(verdict.name))
    return say(MANUAL if state.manual else SAVE).format(deed=what)


def _done(state: State, scene: Scene, out: Console) -> None:
    told = DONE_HERE if is_kit(scene.course.root) else DONE
    out.print(Text(f"✓ {say(told)}", style="bold green"), soft_wrap=True)
    out.print()
    if isinstance(state.content, Numbers):
        for label, value in _numbers(state.content):
            out.print(Text(f"    {padded(label, 24)}{value}"), soft_wrap=True)
    out.print()
    told = say("Next: press q to leave; `{command}` checks everything again.")
    paragraph(out, told.format(command=scene.command("check")), 0)


def _numbers(told: Numbers) -> list[tuple[str, str]]:
    rows = [
        (say("exercises"), str(told.exercises)),
        (say("attempts"), str(told.attempts)),
        (say("hints opened"), str(told.hints)),
        (say("loops removed"), str(told.loops_removed)),
    ]
    if told.fastest:
        text = say("{ratio} times as fast as a loop, in {name}").format(
            ratio=f"{told.speed:,.0f}", name=told.fastest
        )
        rows.append((say("speed gained"), text))
    return rows


def tell(out: Console, message: str, help: str) -> None:  # noqa: A002 - the word
    """Print what is the matter, and what to do about it."""
    paragraph(out, message, 0, "bold")
    if help:
        out.print()
        paragraph(out, help, 0)

"""Draws the pictures of the README with real checks: python docs/screens.py."""

import io
import os
import queue
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from grader import course as courses
from grader.cli import here
from grader.cli.check import Request, check
from grader.sandbox.launcher import Isolation
from grader.watch import pages
from grader.watch.engine import Engine
from grader.watch.pages import Scene
from grader.watch.screen import Size, layout, rendered
from grader.watch.state import Phase, State
from grader.watch.warm import Answer, Ask, Job, Told

FOLDER = Path(__file__).parent
WIDTH = 88
SEED = 7
THEME = TerminalTheme(
    (24, 26, 31),
    (214, 217, 224),
    [
        (24, 26, 31),
        (236, 106, 106),
        (126, 200, 128),
        (229, 192, 110),
        (110, 160, 236),
        (196, 140, 226),
        (100, 196, 206),
        (214, 217, 224),
    ],
)
# Without web fonts: the page loads nothing from elsewhere.
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{
    font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
    font-size: {char_height}px; line-height: {line_height}px; white-space: pre;
}}
.{unique_id}-title {{ font-family: sans-serif; font-size: 18px; font-weight: bold; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})"
   clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def draw(answer: str, picture: str) -> None:
    """Check an answer to softmax and save the screen as a picture."""
    recorder = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True,
        markup=False, highlight=False,
    )  # fmt: skip
    request = Request(
        course=None,
        names=["softmax"],
        file=Path(answer),
        format="text",
        seed=SEED,
        isolation=Isolation.AUTO,
        own_helpers=False,
        reveal=False,
    )
    recorder.print(f"$ grader check softmax --file {answer}", style="bold")
    check(request, recorder)
    # Room for what hangs below the last line: it would be cut off.
    recorder.print()
    text = recorder.export_svg(
        title="", theme=THEME, code_format=SVG, unique_id=Path(picture).stem
    )
    Path(picture).write_text(text, "utf-8")


def draw_watch(answer: str, picture: str) -> None:
    """Have an engine check an answer to softmax, and save the screen of a watch."""
    course = courses.load(FOLDER.parent)
    told: queue.SimpleQueue[Told | None] = queue.SimpleQueue()
    job = Job(str(course.root), answer, SEED, Isolation.AUTO)
    engine = Engine(job, told.put)
    engine.ask(Ask(1, ("softmax",)))
    while not isinstance(answered := told.get(), Answer):
        if answered is None:
            raise SystemExit("The engine ended.")
    engine.end()
    order = tuple(course.places)
    state = State(order, "softmax", frozenset(order[:5]), phase=Phase.WAITING)
    state = state._replace(answer=answered)
    recorder = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True,
        markup=False, highlight=False,
    )  # fmt: skip
    scene = Scene(course, here.command(None), here.path, answer)
    body = rendered(recorder, WIDTH, lambda out: pages.draw(state, scene, out))
    rows, _, _ = layout(state, body, Size(WIDTH, len(body) + 3))
    for row in rows:
        recorder.print(row, soft_wrap=True)
    recorder.print()
    text = recorder.export_svg(
        title="", theme=THEME, code_format=SVG, unique_id=Path(picture).stem
    )
    Path(picture).write_text(text, "utf-8")


if __name__ == "__main__":
    os.chdir(FOLDER / "images")
    draw("wrong.py", "check-failed.svg")
    draw("loop.py", "check-loops.svg")
    draw("right.py", "check-passed.svg")
    draw_watch("loop.py", "watch.svg")

"""Reads what the documentation tells a person to type, and what it shows in return."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FENCE = re.compile(
    r"^(?:<!-- exit (?P<code>\d) -->\n)?(?P<indent> *)```(?P<language>[a-z]+)"
    r"(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
LEFT_OUT = "…"


class File(NamedTuple):
    """A file that a page shows: what is in it, or in its region for an answer."""

    path: str
    text: str


class Command(NamedTuple):
    """A line to type, the exit code it has, and what it prints, if that is shown."""

    line: str
    code: int
    shown: str | None


Step = File | Command


def pages() -> list[Path]:
    """Return the pages that people read: README.md and those of docs/."""
    return [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]


def steps(text: str) -> Iterator[Step]:
    """Yield what a page has its reader do, in order.

    A block `sh` holds lines to type. A block `console` also has what they print, each
    line to type behind `$ `. A block with a title is a file. `<!-- exit 1 -->` above a
    block is the exit code of its last line.
    """
    for block in FENCE.finditer(text):
        inside = re.sub(rf"^{block['indent']}", "", block["text"], flags=re.MULTILINE)
        # A line that ends in a backslash goes on in the next one.
        joined = re.sub(r"\\\n *", "", inside)
        if block["title"]:
            yield File(block["title"], inside)
            continue
        if block["language"] == "sh":
            found = [(line, None) for line in _typed(joined)]
        elif block["language"] == "console":
            found = list(_answered(joined))
        else:
            continue
        for index, (line, shown) in enumerate(found):
            last = index == len(found) - 1
            yield Command(line, int(block["code"] or 0) if last else 0, shown)


def _typed(text: str) -> Iterator[str]:
    """Yield the lines to type."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _answered(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield each line behind `$ ` with what is shown below it; None for nothing."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        yield line, shown if shown.strip() else None


def agrees(shown: str, printed: str) -> bool:
    """Whether a program printed what a page shows, but for what `…` stands for.

    Alone on a line it stands for any lines, within one for any text. Empty lines at
    the end and spaces at the end of a line do not count.
    """
    pattern = ""
    for line in shown.strip("\n").splitlines():
        if line.strip() == LEFT_OUT:
            pattern += r"(?:.*\n)*?"
        else:
            pieces = map(re.escape, line.rstrip().split(LEFT_OUT))
            pattern += ".*?".join(pieces) + "\n"
    lines = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return re.fullmatch(rf"\n*{pattern}\n*", lines) is not None


def put(folder: Path, file: File) -> None:
    """Write a file that a page shows; into its region for an answer, if it is one."""
    path = folder / file.path
    text = file.text
    first = text.partition("\n")[0].strip()
    if first == "# YOUR CODE STARTS HERE":
        region = r"^    # YOUR CODE STARTS HERE\n.*?^    # YOUR CODE ENDS HERE\n"
        before = path.read_text("utf-8")
        text, count = re.subn(
            region, lambda _: text, before, count=1, flags=re.MULTILINE | re.DOTALL
        )
        assert count == 1, path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")

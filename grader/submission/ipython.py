r"""IPython's own syntax turned into Python of as many lines; never run.

A magic is one only where a statement may begin, so that `"%d" % x`, a bracket's second
line and a text of several lines stay what they are.
"""

import re
from typing import NamedTuple

# The bodies of these run as Python does.
_PYTHON_CELLS = frozenset(
    ("capture", "check", "debug", "lprun", "memit", "mprun", "prun", "time", "timeit")
)
_CELL = re.compile(r"\s*%%(\w*)")
_TIMED = re.compile(r"(\s*)%(?:time|timeit)\s+(?=[A-Za-z_(\[])")
_MAGIC = re.compile(r"\s*(?:%|!|\?|[/,;](?=[A-Za-z_]))")
_ASSIGNED = re.compile(r"([\w.,\s\[\]'\"()*]+=\s*)(?:%|!)")
_HELP = re.compile(r"\s*\S[^#]*\?\??\s*")
_PROMPT = re.compile(r"\s*(?:>>> ?|In ?\[\d*\]: ?)")
_PROMPTS = re.compile(r"\s*(?:>>> ?|In ?\[\d*\]: ?|\.{3}:? ?)")
_NEVER = "get_ipython()"
# What changes whether a line is the start of a statement.
_TOKEN = re.compile(
    r"(?P<comment>\#.*)"
    r"|(?P<text>\w*(?:'''|\"\"\"|'|\"))"
    r"|(?P<opened>[(\[{])|(?P<closed>[)\]}])"
    r"|(?P<joined>\\$)"
)


class _State(NamedTuple):
    """What a line begins in: brackets, a text's quotes, a line that goes on."""

    depth: int = 0
    quote: str = ""
    joined: bool = False


def plain(text: str) -> str:
    """Return the text of a cell as Python, line for line.

    What is no Python at all, such as a cell of `%%bash`, becomes empty lines. For
    text that Python can read, there is no need to ask.
    """
    lines = _undented(text.split("\n"))
    at = 0
    while at < len(lines):
        head = _CELL.match(lines[at])
        if head and head[1] not in _PYTHON_CELLS:
            return "\n" * (len(lines) - 1)
        if not head and lines[at].strip():
            break
        lines[at] = ""
        at += 1
    state = _State()
    while at < len(lines):
        line = lines[at]
        replaced = None if state != _State() else _statement(line)
        if replaced is None:
            state = _after(line, state)
        else:
            lines[at] = replaced
            # A command may go on, as a line of Python does.
            while line.endswith("\\") and at + 1 < len(lines) and replaced != line:
                at += 1
                line, lines[at] = lines[at], ""
            state = _after(replaced, state)
        at += 1
    return "\n".join(lines)


def _undented(lines: list[str]) -> list[str]:
    """Return lines without the prompts of a session, or an indent, that all share."""
    first = next((line for line in lines if line.strip()), "")
    if _PROMPT.match(first):
        return [_PROMPTS.sub("", line, count=1) for line in lines]
    indent = first[: len(first) - len(first.lstrip())]
    return [line.removeprefix(indent) for line in lines] if indent else lines


def _statement(line: str) -> str | None:
    """Return the start of a statement as Python, None if it is that already."""
    timed = _TIMED.match(line)
    if timed:
        return timed[1] + line[timed.end() :]
    indent = line[: len(line) - len(line.lstrip())]
    if _MAGIC.match(line):
        return f"{indent}pass"
    assigned = _ASSIGNED.match(line)
    if assigned and not assigned[1].rstrip().endswith(("==", "<=", ">=", "!=")):
        return assigned[1] + _NEVER
    if _HELP.fullmatch(line) and not _in_text(line):
        return f"{indent}pass"
    return None


def _in_text(line: str) -> bool:
    """Whether a line ends within a text that it opens."""
    return bool(_after(line, _State()).quote)


def _after(line: str, state: _State) -> _State:
    """Return what the line after this one begins in."""
    depth, quote, at = state.depth, state.quote, 0
    while at < len(line):
        if quote:
            end = _end(line, at, quote)
            if end is None:
                # A text on one line ends with it, unless it says otherwise.
                goes_on = len(quote) == 3 or line.endswith("\\")
                return _State(depth, quote if goes_on else "")
            at, quote = end, ""
            continue
        found = _TOKEN.search(line, at)
        if found is None or found["comment"] is not None:
            break
        if found["joined"] is not None:
            return _State(depth, joined=True)
        if found["text"] is not None:
            quote = found["text"].lstrip("_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"
                                         "KLMNOPQRSTUVWXYZ0123456789")  # fmt: skip
        else:
            depth = depth + 1 if found["opened"] else max(0, depth - 1)
        at = found.end()
    # An empty rest after the last quote opens nothing; an open one-line text ends.
    return _State(depth, quote if len(quote) == 3 else "")


def _end(line: str, at: int, quote: str) -> int | None:
    """Return where a text ends that is open at `at`, None if not on this line."""
    while at < len(line):
        if line[at] == "\\":
            at += 2
        elif line.startswith(quote, at):
            return at + len(quote)
        else:
            at += 1
    return None

"""A line of the student's source, with a mark below what went wrong in it."""

import unicodedata

MAX_LINE = 100
CUT = "…"


def quoted(number: int, text: str, start: int = 0, end: int = 0) -> list[str]:
    """Return the rows that show a line; `start` and `end` are offsets in bytes.

    What is marked is always shown; where all of the line would be, nothing is marked.
    """
    data = text.encode("utf-8", "replace")
    first, last = (len(_plain(data[:at])) for at in (start, end))
    line = _plain(data)
    margin = len(line) - len(line.lstrip())
    line = line.strip()
    first, last = max(first - margin, 0), min(last - margin, len(line))
    if len(line) > MAX_LINE:
        line, first, last = _window(line, first, last)
    rows = [f"{number:4} | {line}"]
    if 0 <= first < last and (first, last) != (0, len(line)):
        rows.append(
            f"     | {' ' * _width(line[:first])}{'^' * _width(line[first:last])}"
        )
    return rows


def _plain(data: bytes) -> str:
    """Return the text of bytes in which each character takes its own room."""
    text = data.decode("utf-8", "replace").expandtabs(4)
    return "".join(one if one.isprintable() else " " for one in text)


def _window(line: str, first: int, last: int) -> tuple[str, int, int]:
    """Return the part of a long line that holds the beginning of what is marked."""
    left = max(0, min(first, last + len(CUT) - MAX_LINE))
    if left:
        line = CUT + line[left + len(CUT) :]
        first, last = max(first - left, len(CUT)), last - left
    if len(line) > MAX_LINE:
        line = line[: MAX_LINE - len(CUT)] + CUT
    return line, first, min(last, len(line))


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(one)
        else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )  # fmt: skip

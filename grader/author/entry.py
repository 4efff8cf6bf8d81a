"""An exercise's entry in course.toml, put in without touching anything else there."""

import copy
import json
import tomllib
from typing import Any, NamedTuple

from grader.errors import UsageError

Table = dict[str, Any]


class Entry(NamedTuple):
    """What course.toml says of a new exercise."""

    name: str
    hints: tuple[str, ...]
    points: float = 10
    uses: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the entry as TOML."""
        lines = ["[[assignments.exercises]]", f"name = {quoted(self.name)}"]
        lines += [f"points = {self.points:g}", "minutes = 10", "difficulty = 1"]
        for key, words in (("uses", self.uses), ("imports", self.imports)):
            if words:
                lines.append(f"{key} = [{', '.join(map(quoted, words))}]")
        lines += ["hints = [", *(f"  {quoted(hint)}," for hint in self.hints), "]"]
        return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def add(text: str, assignment: str, title: str, entry: Entry) -> str:
    """Return the text of a course.toml with an entry more, last in its assignment.

    An assignment that is not there is put at the end, with its `title`. Every other
    byte stays: the entry is put where the file, read again, holds exactly what it
    held and the entry.
    """
    held: Table = tomllib.loads(text)
    block = entry.text()
    table = tomllib.loads(block)["assignments"]["exercises"][0]
    wanted: Table = copy.deepcopy(held)
    found = [one for one in wanted["assignments"] if one["name"] == assignment]
    if found:
        found[0].setdefault("exercises", []).append(table)
    else:
        head = f"name = {quoted(assignment)}\ntitle = {quoted(title)}\n"
        block = f"[[assignments]]\n{head}\n{block}"
        wanted["assignments"].append(tomllib.loads(head) | {"exercises": [table]})
    grown = _put(text, block, wanted)
    if grown is None:
        raise UsageError(
            "exercises/course.toml: found no place for the new entry: its assignments "
            "are not written as tables. Nothing was written.",
            "Write each as [[assignments]] and [[assignments.exercises]].",
        )
    return grown


def _put(text: str, block: str, wanted: Table) -> str | None:
    """Return the text with the block at the first line where it gives what is wanted.

    That is after the last value of what comes before it, so blank lines and comments
    above the next header stay with that header.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    block = block.replace("\n", end)
    lines = text.rstrip().replace("\r\n", "\n").split("\n")
    for number in range(1, len(lines) + 1):
        after = lines[number] if number < len(lines) else ""
        if after.strip() and after.lstrip()[0] not in "#[":
            continue
        before = end.join(lines[:number])
        rest = end.join(lines[number:])
        gap = end if after.strip() else ""
        grown = f"{before}{end}{end}{block}{gap}{rest}".rstrip() + end
        if _reads(grown) == wanted:
            return grown
    return None


def _reads(text: str) -> Table | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None

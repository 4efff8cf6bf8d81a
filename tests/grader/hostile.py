"""The files of tests/hostile: what their headers say, and the bytes handed in.

The header of a hostile submission is its docstring and comments of the form
`# key: value`:

    kind       one of KINDS: a row of the table
    exercise   the function that it defines
    must       the status it gets; several, separated by commas, are as good
    says       text that is in its message, or in that of one of its cases
    beyond     WALL: why that wall does not stop it; it then says THROUGH there
    imports    `default`: only what the exercise allows, in place of anything
    timeout    the seconds a call may take, in place of the exercise's own
    seconds    the seconds that the whole check may take; of source, of the processor
    repeat     NAME COUNT TEXT: NAME stands for COUNT times TEXT (escapes as in Python)
    start      what comes before the first line

A submission that tries to get out says THROUGH in its message when it did. What it
aims at is put in for a name between two @; see `targets`.
"""

from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "hostile"
FILES = sorted(FOLDER.glob("*.py"))

KINDS = {
    "escape": "reaches for files, processes, the network, the kernel",
    "forged reply": "speaks on the wire itself, or has the guest's code lie",
    "forged value": "returns what is not what it seems",
    "flood": "takes all the memory, output or processes there are",
    "hang": "does not end",
    "exit": "ends or breaks its process",
    "text": "writes what a screen or another program would obey",
    "source": "is hard to read; tried behind one wall, since no guest sees most of it",
    "cheat": "looks for the answer, or for whether it is watched",
    "loop": "hides a loop",
    "innocent": "is odd, and right",
}
# What they try is what the host makes of a reply: no wall has a part in it.
REPLIES = {"forged reply", "forged value", "text", "loop", "innocent"}
KEYS = {"kind", "exercise", "must", "says", "beyond", "imports", "timeout", "seconds",
        "repeat", "start", "-*- coding"}  # fmt: skip
THROUGH = "got through"


def header(path):
    """Return the header of a hostile submission as a dict, `repeat` as a list."""
    found = {"repeat": []}
    for line in path.read_text("utf-8").splitlines():
        key, colon, value = line.removeprefix("# ").partition(": ")
        if not line.startswith("# ") or not colon or " " in key.removeprefix("-*- "):
            continue
        if key == "repeat":
            found["repeat"].append(value)
        else:
            found.setdefault(key, value)
    return found


def beyond(path, wall):
    """Return why a wall does not stop a submission, empty if it has to."""
    name, _, reason = header(path).get("beyond", "").partition(": ")
    return reason if name == wall else ""


def content(path, targets=None):
    """Return the bytes that are handed in: the file with its names written out.

    `targets` gives what stands for `@HOME@` and other names that are no repeats.
    """
    head = header(path)
    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("# repeat: ")]
    text = "\n".join(lines)
    for rule in head["repeat"]:
        name, count, what = rule.split(" ", 2)
        text = text.replace(name, unescape(what) * int(count))
    for name, value in (targets or {}).items():
        text = text.replace(f"@{name}@", str(value))
    return (unescape(head.get("start", "")) + text).encode("utf-8", "surrogateescape")


def unescape(text):
    """Return text with the escapes of a Python literal put in."""
    return text.encode("ascii").decode("unicode_escape")

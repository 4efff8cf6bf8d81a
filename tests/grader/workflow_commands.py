"""A reader of workflow commands, written from the rules that GitHub documents."""

import re
from typing import NamedTuple

# A line that begins so, after white space, is a command; the rest is log.
COMMAND = re.compile(r"\s*::([A-Za-z0-9_-]+)(?: (.*?))?::(.*)", re.DOTALL)
OLD = re.compile(r".*##\[([A-Za-z0-9_-]+)(.*?)\]", re.DOTALL)


class Command(NamedTuple):
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def unescaped(text, *, property_):
    """Return what an escaped text says."""
    pairs = [("%0D", "\r"), ("%0A", "\n")]
    if property_:
        pairs += [("%3A", ":"), ("%2C", ",")]
    for code, character in [*pairs, ("%25", "%")]:
        text = text.replace(code, character)
    return text


def read(text):
    """Return the commands in what was printed."""
    found = []
    stopped = None
    for line in re.split(r"\r\n|\r|\n", text):
        match = COMMAND.fullmatch(line)
        if stopped is not None:
            if match and match[1] == stopped:
                stopped = None
        elif match and match[1] == "stop-commands":
            stopped = match[3]
        elif match:
            pairs = (it.partition("=") for it in (match[2] or "").split(",") if it)
            properties = {k: unescaped(v, property_=True) for k, _, v in pairs}
            message = unescaped(match[3], property_=False)
            found.append(Command(match[1], properties, message))
        elif OLD.match(line):
            found.append(Command("old", {}, line))
    assert stopped is None
    return found

"""Why there is no answer to run, in one sentence each."""

from collections.abc import Sequence

from grader.language import filled, say
from grader.verdict import Finding


def undefined(name: str, file: str, unopened: str = "") -> str:
    """Return what to say of a function that is not there.

    `unopened` is what to say of a file that it may be in.
    """
    if unopened:
        told = say("{file} does not define `{name}`; {unopened}")
        return filled(told, file=file, name=name, unopened=unopened)
    return filled(say("{file} does not define `{name}`."), file=file, name=name)


def absent(file: str) -> str:
    """Return what to say of a file that is not there."""
    return say("There is no {file}.").format(file=file)


def several_files(name: str, files: Sequence[str]) -> str:
    """Return what to say of a function that several files define."""
    told = say(
        "`{name}` could be taken from {one} or {other}; keep the one that is meant."
    )
    if len(files) > 2:
        told = say(
            "`{name}` could be taken from {one} or {other} or {more} more; keep the "
            "one that is meant."
        )
    one, other, *more = files
    return told.format(name=name, one=one, other=other, more=len(more))


def too_deep(file: str) -> str:
    """Return what to say of a file that is nested too deep to be taken apart."""
    return say("{file}: the file is nested too deep to be read.").format(file=file)


def untouched(name: str, file: str) -> str:
    """Return what to say of a function that is still the stub."""
    told = say("Not started: `{name}` in {file} is still the stub.")
    return told.format(name=name, file=file)


def empty(name: str, file: str, where: str) -> str:
    """Return what to say of a stub whose empty blocks Python cannot read."""
    told = say(
        "Not started: `{name}` in {file}, {where}, is still a stub that Python cannot "
        "read."
    )
    return told.format(name=name, file=file, where=where)


def refused(finding: Finding) -> str:
    """Return what to say of an answer that is not run for what it imports."""
    told = say("Not run: {where}: {said}")
    return told.format(where=finding.spot.said, said=finding.message)

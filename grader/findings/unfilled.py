"""Names of a stub that a started function has left as None."""

from collections.abc import Iterator

from grader.language import listed, marked, say, several
from grader.submission.extract import Extract
from grader.submission.handout import still_none
from grader.verdict import Evidence, Finding

RULE = "still-none"
HELP = marked("give each of them its value, or take the line out")
MAX_NAMES = 6


def find(extract: Extract, path: str) -> Iterator[Finding]:
    """Yield one finding for the names that are None and are used."""
    found = still_none(extract.definition)
    if not found:
        return
    source = extract.source
    names = [f"`{name[:60]}`" for name in list(found)[:MAX_NAMES]]
    message = several(
        "{names} is still None in `{function}`.",
        "{names} are still None in `{function}`.",
        len(names),
    )
    node = next(iter(found.values()))
    spot = source.place(node.lineno)
    yield Finding(
        rule=RULE,
        message=message.format(names=listed(names), function=extract.name),
        path=path,
        cell=spot.cell,
        line=spot.line,
        column=source.column(node),
        end_line=source.place(node.end_lineno or node.lineno).line,
        width=source.width(node),
        evidence=Evidence.CASE,
        help=say(HELP),
    )

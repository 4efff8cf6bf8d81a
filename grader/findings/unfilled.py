"""Names of a stub that a started function has left as None."""

from collections.abc import Iterator

from grader.submission.extract import Extract
from grader.submission.handout import still_none
from grader.verdict import Evidence, Finding

RULE = "still-none"
HELP = "give each of them its value, or take the line out"
MAX_NAMES = 6


def find(extract: Extract, path: str) -> Iterator[Finding]:
    """Yield one finding for the names that are None and are used."""
    found = still_none(extract.definition)
    if not found:
        return
    source = extract.source
    *some, last = [f"`{name[:60]}`" for name in list(found)[:MAX_NAMES]]
    names = f"{', '.join(some)} and {last} are" if some else f"{last} is"
    node = next(iter(found.values()))
    spot = source.place(node.lineno)
    yield Finding(
        rule=RULE,
        message=f"{names} still None in `{extract.name}`.",
        path=path,
        cell=spot.cell,
        line=spot.line,
        column=source.column(node),
        end_line=source.place(node.end_lineno or node.lineno).line,
        width=source.width(node),
        evidence=Evidence.CASE,
        help=HELP,
    )

"""The table of hostile submissions at the end of a run: kinds by walls."""

from collections import Counter

from hostile import KINDS
from walls import WALLS

HELD, BEYOND, HOLE, WRONG = "as demanded", "beyond", "hole", "NOT as demanded"


def attempt(record, path, kind, wall, beyond):
    """Keep with a test's report which attempt it was; `beyond` is why it gets out."""
    record("hostile", [path.stem, kind, wall.value, beyond])


def pytest_terminal_summary(terminalreporter):
    """Print a row for each kind, a column for each wall, and all that gets out."""
    attempts = [one for one in map(_read, _reports(terminalreporter)) if one]
    if not attempts:
        return
    terminalreporter.section("hostile submissions")
    counts = Counter((kind, wall, came) for _, kind, wall, came, _ in attempts)
    walls = [wall for wall in WALLS if any(one[2] == wall for one in attempts)]
    rows = [["", *walls]]
    rows += [
        [kind, *(_cell(counts, kind, wall) for wall in walls)]
        for kind in KINDS
        if any(one[1] == kind for one in attempts)
    ]
    rows.append(["all", *(_cell(counts, None, wall) for wall in walls)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        terminalreporter.write_line("  ".join(cells).rstrip())
    said = [f"{came}, {wall}: {name}: {why}" for name, _, wall, came, why in attempts
            if came in (BEYOND, HOLE)]  # fmt: skip
    for line in sorted(said):
        terminalreporter.write_line(line)


def _reports(terminalreporter):
    for outcome in ("passed", "failed", "xfailed", "error"):
        yield from terminalreporter.getreports(outcome)


def _read(report):
    """Return name, kind, wall, what came of it and why; None for other tests."""
    kept = dict(getattr(report, "user_properties", ())).get("hostile")
    if kept is None or report.when != "call":
        return None
    name, kind, wall, beyond = kept
    if hasattr(report, "wasxfail"):
        return name, kind, wall, HOLE, report.wasxfail
    if report.failed:
        return name, kind, wall, WRONG, ""
    return name, kind, wall, BEYOND if beyond else HELD, beyond


def _cell(counts, kind, wall):
    found = Counter()
    for (one_kind, one_wall, came), count in counts.items():
        if one_wall == wall and kind in (None, one_kind):
            found[came] += count
    words = [f"{found[came]} {came}" for came in (HELD, BEYOND, HOLE, WRONG)
             if found[came]]  # fmt: skip
    return ", ".join(words) or "–"

"""Proofs of exercises as a table, and below each what is left to do."""

from collections.abc import Sequence

from rich.text import Text

from grader.proof import Proof, Survivor
from grader.render.text import printable

_COLUMNS = (("cases", 5), ("misconceptions", 14), ("mutants", 7), ("killed", 6))
_EQUIVALENT = ("equivalent", 10)
_SECONDS = ("seconds", 7)


def head(width: int) -> Text:
    """Return the line above the table; names are `width` wide."""
    columns = (*_COLUMNS, _EQUIVALENT, _SECONDS)
    words = "  ".join(name.rjust(wide) for name, wide in columns)
    return Text(f"  {'exercise'.ljust(width)}  {words}", style="dim")


def row(proof: Proof, width: int) -> Text:
    """Return an exercise's line of the table."""
    mark, style = ("✓", "green") if proof.good else ("✗", "red")
    numbers = (
        proof.cases,
        len(proof.misconceptions),
        proof.mutants,
        proof.killed,
        proof.equivalent,
    )
    wides = [wide for _, wide in (*_COLUMNS, _EQUIVALENT)]
    words = [
        str(number).rjust(wide) for number, wide in zip(numbers, wides, strict=True)
    ]
    words.append(f"{proof.seconds:.1f}".rjust(_SECONDS[1]))
    text = Text().append(f"{mark} ", style=style).append(proof.name.ljust(width))
    return text.append("  " + "  ".join(words))


def complaints(proof: Proof) -> list[Text]:
    """Return what is left to do, line by line."""
    lines = [Text(f"    {printable(one)}") for one in proof.complaints]
    for survivor in proof.survivors:
        lines += _survivor(survivor)
    return lines


def details(proof: Proof) -> list[Text]:
    """Return which case rejects which misconception, and which cases reject nothing."""
    lines: list[Text] = []
    if proof.misconceptions:
        lines.append(Text("  rejected first by"))
        wide = max(map(len, proof.misconceptions))
        for name, case in proof.misconceptions.items():
            lines.append(
                Text(f"    {name.ljust(wide)}  {printable(case) or 'nothing'}")
            )
    if proof.idle:
        lines.append(Text("  cases that reject nothing more than another one"))
        for case, other in proof.idle:
            lines.append(Text(f"    {printable(case)}", style=""))
            lines.append(Text(f"      {printable(other)}", style="dim"))
    return lines


def summary(proofs: Sequence[Proof]) -> str:
    """Return what has been proved, in a sentence or two."""
    bad = sum(not proof.good for proof in proofs)
    total = f"{len(proofs)} exercise{'' if len(proofs) == 1 else 's'}"
    if bad:
        needs = "needs" if bad == 1 else "need"
        return f"{bad} of {total} {needs} work."
    mutants = sum(proof.mutants for proof in proofs)
    equivalent = sum(proof.equivalent for proof in proofs)
    spared = f", {equivalent} marked as equivalent" if equivalent else ""
    return (
        f"{total}: every stub is not started, every solution passes with 20 seeds, "
        "every misconception is rejected and recognised, every mutant is rejected "
        f"({mutants:,}{spared})."
    )


def _survivor(survivor: Survivor) -> list[Text]:
    lines = [
        Text(f"    No hidden case rejects this change of line {survivor.line}:"),
        Text(f"      - {printable(survivor.before)}", style="red"),
        Text(f"      + {printable(survivor.after or '(left out)')}", style="green"),
    ]
    if survivor.input:
        return [*lines, Text(f"      It differs for {printable(survivor.input)}")]
    lines += [
        Text(
            "      No input was found on which it differs. If there is one, add a case;"
        ),
        Text(f"      if there is none, say why in {printable(survivor.marks)}:"),
    ]
    rows = survivor.mark.splitlines()
    return [*lines, *(Text(f"        {printable(row)}", style="dim") for row in rows)]

"""The table of proofs."""

from grader.proof import Proof, Survivor
from grader.render import proofs

GOOD = Proof("softmax", 13, {"sums": "one row"}, 24, 23, 1, (), (), (), 1.04)
BAD = GOOD._replace(
    name="L1",
    survivors=(
        Survivor(3, "a = b", "", "x = [1]", "L1.toml", "before"),
        Survivor(4, "a = 1", "a = 2", "", "L1.toml", 'before = "a = 1"\nreason = ""'),
    ),
    complaints=("two hints are the same",),
)


def test_a_table():
    """Columns line up under their heads."""
    lines = [proofs.head(8), proofs.row(GOOD, 8), proofs.row(BAD, 8)]
    assert [line.plain for line in lines] == [
        "  exercise  cases  misconceptions  mutants  killed  equivalent  seconds",
        "✓ softmax      13               1       24      23           1      1.0",
        "✗ L1           13               1       24      23           1      1.0",
    ]


def test_what_is_left_to_do():
    """Complaints come first, then the mutants that live."""
    assert [line.plain for line in proofs.complaints(BAD)] == [
        "    two hints are the same",
        "    No hidden case rejects this change of line 3:",
        "      - a = b",
        "      + (left out)",
        "      It differs for x = [1]",
        "    No hidden case rejects this change of line 4:",
        "      - a = 1",
        "      + a = 2",
        "      No input was found on which it differs. If there is one, add a case;",
        "      if there is none, say why in L1.toml:",
        '        before = "a = 1"',
        '        reason = ""',
    ]


def test_details():
    """Which case rejects which misconception, and which cases reject nothing more."""
    proof = GOOD._replace(idle=(("one row", "many rows"),))
    assert [line.plain for line in proofs.details(proof)] == [
        "  rejected first by",
        "    sums  one row",
        "  cases that reject nothing more than another one",
        "    one row",
        "      many rows",
    ]


def test_summary():
    """The last line says what is proved, or how much is left to do."""
    assert proofs.summary([GOOD]) == (
        "1 exercise: every stub is not started, every solution passes with 20 seeds, "
        "every misconception is rejected and recognised, every mutant is rejected "
        "(24, 1 marked as equivalent)."
    )
    assert proofs.summary([GOOD, BAD]) == "1 of 2 exercises needs work."
    assert proofs.summary([BAD, BAD]) == "2 of 2 exercises need work."

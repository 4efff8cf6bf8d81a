"""What stands behind `%%check`."""

import pytest

from grader.kernel.asking import Refused
from grader.kernel.magics import Options, parse


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("", Options()),
        ("softmax", Options(("softmax",))),
        ("softmax L2  # again", Options(("softmax", "L2"))),
        ("--seed 7 softmax", Options(("softmax",), 7)),
        ("softmax --seed=0 --reveal", Options(("softmax",), 0, reveal=True)),
    ],
)
def test_options(line, options):
    """Names and options come in any order."""
    assert parse(line) == options


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--sed 7", "%check has no option `--sed`."),
        ("--seed", "That is no seed."),
        ("--seed=x", "That is no seed."),
        ("--seed -1", "That is no seed."),
        ("--seed 4294967296", "That is no seed."),
        ("--seed " + "9" * 5000, "That is no seed."),
        ("name=softmax", "%check has no option `name`."),
        ("'softmax", "%check: No closing quotation."),
    ],
)
def test_what_they_cannot_be(line, said):
    """What is not understood is said, with what is."""
    with pytest.raises(Refused) as caught:
        parse(line)
    message, help_ = caught.value.args
    assert message == said
    assert "--seed N" in help_ or "from 0 to 4294967295" in help_

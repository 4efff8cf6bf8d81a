"""Counts of several calls tell what grows, how fast, and in which words."""

import pytest

from grader.findings.growth import (
    NONE,
    Evidence,
    Growth,
    certain,
    changes,
    grows,
    in_numbers,
    is_certain,
    is_linear,
    rate,
)

PLACE = ("a.py", 2, 4, 2, 9)
OTHER = ("a.py", 3, 4, 3, 9)


def test_growth_of_a_line_is_growth():
    """Where steps do not grow evenly, those of the submission's own lines decide."""
    steps = (3000, 62, 2500)
    assert not grows(growth(steps, lines={("a.py", 2): (9, 9, 9)}))
    assert grows(growth(steps, lines={("a.py", 2): (400, 24, 2400)}))


def growth(counts, unit="row", sizes=(50, 3, 300), **more):
    """Return a growth whose steps are `counts`, with sites of names and counts."""
    fields = {"lines": {}, "sites": {}} | more
    return Growth(unit, sizes, counts, **fields)


def test_rate_is_from_the_least_to_the_most():
    """Whatever the order of the calls, the rate is that of further units."""
    one = growth((1050, 110, 6050))
    assert rate(one, one.steps) == 20
    assert rate(growth((7,), sizes=(3,)), (7,)) == 0


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ((46, 46, 46), False),
        ((428, 285, 285), False),
        ((46, 46, 75), False),
        ((41, 41, 2900), False),
        ((41, 41, 4000), True),
        ((2953, 2627, 2953), False),
        ((3000, 62, 2500), False),
        ((96, 49, 346), True),
        ((1042, 62, 6242), True),
    ],
)
def test_a_step_for_each_unit_is_growth(steps, found):
    """A longer first call, or some more steps for many rows, is none."""
    assert grows(growth(steps)) is found


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((50, 3, 300), True),
        ((1, 1, 5), True),
        ((1, 1, 2), True),
        ((0, 3, 0), True),
        ((50, 0, 0), True),
        ((2, 2, 2), False),
        ((0, 0, 0), False),
        ((2, 1, 2), False),
        ((1, 0, 0), False),
        ((1,), False),
        ((), False),
    ],
)
def test_changes(counts, found):
    """Anything but the same for all is a change, but for one more or less by chance."""
    assert changes(growth(counts), counts) is found


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((12, 3, 20), True),
        ((36, 9, 60), True),
        ((5, 5, 5), True),
        ((66, 3, 190), False),
        ((144, 9, 400), False),
    ],
)
def test_one_loop_is_linear(counts, found):
    """A loop within a loop over the same is not as one loop is."""
    one = growth(counts, "num_iterations", (12, 3, 20))
    assert is_linear(one, counts) is found


def test_in_numbers():
    """The words are those of the two smallest sizes."""
    one = growth((1042, 62, 6242))
    said = "62 steps for 3 rows, 1,042 for 50: about 21 per row"
    assert in_numbers(one, one.steps, "steps") == said
    slow = growth((2, 1, 5), sizes=(64, 1, 320))
    assert in_numbers(slow, slow.steps, "blocks").endswith("about 0.0 per row")


def test_evidence_of_nothing():
    """Without calls nothing ran and nothing grew."""
    assert not NONE.ran([PLACE])
    assert NONE.grown([PLACE]) is None
    assert NONE.at_load([PLACE]) == 0
    assert not NONE.ran_line("a.py", 2)
    assert list(NONE.seen()) == []


def test_evidence_of_calls():
    """What ran, and what grew with what, is found by its place."""
    rows = growth((1, 1, 1), lines={("a.py", 2): (4, 4, 4)},
                  sites={PLACE: ("loop", (50, 3, 300))})  # fmt: skip
    turns = growth((1, 1, 1), "n", sites={OTHER: ("loop", (50, 3, 300))})
    evidence = Evidence((rows, turns), {}, "n")
    assert evidence.ran([PLACE])
    assert evidence.ran([OTHER])
    assert evidence.grown([PLACE]) == (rows, (50, 3, 300))
    assert evidence.grown([PLACE], over=True) is None
    assert evidence.grown([OTHER]) is None
    assert evidence.grown([OTHER], over=True) == (turns, (50, 3, 300))
    assert evidence.ran_line("a.py", 2)
    assert not evidence.ran_line("a.py", 9)
    assert list(evidence.seen()) == [(PLACE, "loop"), (OTHER, "loop")]


def test_evidence_of_loading():
    """What went on when the file was loaded is kept apart."""
    evidence = Evidence((), {PLACE: ("map", 5000)})
    assert evidence.ran([PLACE])
    assert evidence.at_load([OTHER, PLACE]) == 5000
    assert list(evidence.seen()) == [(PLACE, "map")]


@pytest.mark.parametrize("last", [0, 1, 10, 100_000])
@pytest.mark.parametrize("steps", [(40, 10), (4_000, 100), (101, 100)])
def test_what_is_certain_does_not_depend_on_the_rest(steps, last):
    """Beyond so many steps of the last call its number changes nothing that is said."""
    enough = certain((50, 3), steps, 300)
    cut, whole = growth((*steps, enough)), growth((*steps, enough + last))
    assert grows(cut)
    assert grows(whole)
    assert in_numbers(cut, cut.steps, "step") == in_numbers(whole, whole.steps, "step")


@pytest.mark.parametrize(
    ("sizes", "steps", "size"),
    [((), (), 50), ((50,), (9,), 3), ((50, 3), (9, 9), 300), ((50, 3), (9, 8), 40)],
)
def test_nothing_is_certain_without_growth_before(sizes, steps, size):
    """A call is counted to its end where those before do not show growth already."""
    assert certain(sizes, steps, size) == 0


@pytest.mark.parametrize(
    ("steps", "sites", "certain"),
    [
        ((1_000, 60), ({"a": 50}, {"a": 3}), True),
        ((60, 1_000), ({"a": 6, "b": 1}, {"a": 100, "b": 1}), True),
        ((1_000, 60), ({"a": 40}, {"a": 3}), False),
        ((1_000, 60), ({"a": 50}, {}), False),
        ((1_000, 60), ({}, {}), False),
        ((600, 60), ({"a": 50}, {"a": 3}), False),
        ((60, 60), ({"a": 1}, {"a": 1}), False),
    ],
)
def test_two_calls_are_enough_for_a_loop_over_each_unit(steps, sites, certain):
    """What goes through every single unit needs no third call to be told."""
    sizes = (50, 3) if steps[0] > steps[1] else (3, 50)
    assert is_certain(sizes, steps, sites) is certain


def test_one_call_is_never_enough():
    """A call alone shows nothing of growth, nor do calls of nothing."""
    assert not is_certain((50,), (1_000,), ({"a": 50},))
    assert not is_certain((0, 50), (0, 1_000), ({}, {"a": 50}))

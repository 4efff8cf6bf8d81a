"""The screen, the words and the picture of a race, from made-up figures.

When a screen is meant to change, write it anew and read the difference:

    GRADER_RENEW_GOLDEN=1 pytest tests/grader/render
"""

import io
import os
import re
import sys
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rich.console import Console

from grader.render import plot
from grader.render.race import render
from grader.render.ratio import amount, comparison, number, remark, seconds
from grader.timing import Race, Run, Slow, Who

GOLDEN = Path(__file__).parent / "golden_race"
RENEW = "GRADER_RENEW_GOLDEN"
SIZES = (10, 100, 1000, 10_000, 100_000, 1_000_000)
FAST = Run(Who.REFERENCE, (2e-6, 2.1e-6, 3e-6, 1.2e-5, 1.1e-4, 1.2e-3))
YOURS = Run(Who.YOURS, (2.1e-6, 2e-6, 3e-6, 1.4e-5, 1.2e-4, 1.1e-3))
LOOP = Run(
    Who.LOOP,
    (3e-6, 2.9e-5, 3e-4, 3.1e-3, 1.3),
    "not run: the call before took 1.3 s",
)
STUB = "Not started: `L1` in exercises/numpy_basics/L1.py is still the stub."
RACES = {
    "three": Race("L1", "element", SIZES, (YOURS, LOOP, FAST)),
    "a loop": Race(
        "L1", "element", SIZES, (LOOP._replace(who=Who.YOURS), FAST), loops=True
    ),
    "a fault": Race("L1", "element", SIZES[:2], (LOOP, FAST), fault=STUB),
    "evil": Race(
        "L1",
        "element",
        SIZES[:2],
        (Run(Who.YOURS, (0.0,), "stopped: it raised \x1b[31mE" + "x" * 200), FAST),
        fault="\x1b[2J",
    ),
}


IN_CHINESE = ("three", "a loop")


def draw(race, **options):
    """Return a race's screen as text."""
    out = options.pop("file", None) or io.StringIO()
    settings = {"markup": False, "highlight": False, "emoji": False}
    render(race, Console(file=out, width=80, **settings | options))
    return out.getvalue() if isinstance(out, io.StringIO) else ""


@pytest.mark.parametrize("name", RACES)
@pytest.mark.parametrize("colour", [False, True])
def test_screen(name, colour):
    """Each screen, plain and coloured, is the golden one, and colour adds no words."""
    coloured = {"force_terminal": True, "color_system": "standard", "no_color": False}
    text = draw(RACES[name], **coloured if colour else {})
    path = GOLDEN / f"{name.replace(' ', '_')}{'.ansi' if colour else ''}.txt"
    if os.environ.get(RENEW):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert plain == draw(RACES[name])
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 80


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", IN_CHINESE)
def test_screen_in_chinese(name):
    """A race is told in Chinese; the unit is the course's word."""
    race = RACES[name]._replace(unit="行")
    text = draw(race)
    path = GOLDEN / f"{name.replace(' ', '_')}.zh.txt"
    if os.environ.get(RENEW):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text


@pytest.mark.usefixtures("chinese")
def test_comparisons_in_chinese():
    """Each comparison is one sentence in Chinese, and so is the advice of a check."""
    fast = Race(
        "f", "行", (10,), (Run(Who.YOURS, (1e-6,)), Run(Who.REFERENCE, (9e-6,)))
    )
    assert comparison(fast, Who.YOURS) == (
        "数据为 10 行时，你的版本的速度是参考答案的 9 倍。"
    )
    few = fast._replace(unit="元素")
    assert comparison(few, Who.YOURS).startswith("数据为 10 个元素时，")
    assert amount(2_000, "元素") == "2,000 个元素"
    told = remark(Slow(12.0, 1000, "行"), "grader race f")
    assert told == "对 1,000 行，所用时间大约是参考答案的 12 倍：grader race f"
    more = remark(Slow(12.0, 1000, "行", at_least=True), "grader race f")
    assert more == "对 1,000 行，所用时间超过参考答案的 12 倍：grader race f"


def test_bars_grow_with_the_logarithm():
    """Ten times the time is always as many characters more, as the screen says."""
    told = Race("f", "row", (10, 100, 1000), (Run(Who.REFERENCE, (1e-5, 1e-4, 1e-3)),))
    text = draw(told)
    bars = [line.count("█") for line in text.splitlines() if "█" in line]
    (said,) = re.findall(r"A bar that is (\d+) characters longer", text)
    assert bars[2] - bars[1] == int(said)
    assert bars == sorted(bars)


def test_bars_without_unicode():
    """A terminal without block characters gets number signs."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    draw(RACES["three"], file=file)
    file.flush()
    assert b"####" in raw.getvalue()


@pytest.mark.parametrize(
    ("own", "loops", "said"),
    [
        (310e-3, True, "Your loop takes 310 times as long as the reference"),
        (310e-3, False, "Your version takes 310 times as long as the reference"),
        (5.44e-3, False, "Your version takes 5.4 times as long as the reference"),
        (1.9e-3, False, "Your version is as fast as the reference"),
        (0.6e-3, False, "Your version is as fast as the reference"),
        (0.25e-3, False, "Your version is 4 times as fast as the reference"),
    ],
)
def test_ratio_in_words(own, loops, said):
    """The ratio at the largest size that both ended is told in words."""
    runs = (
        Run(Who.YOURS, (1.0,) * 5 + (own,)),
        Run(Who.REFERENCE, (1.0,) * 5 + (1e-3,)),
    )
    told = Race("L1", "element", SIZES, runs, loops=loops)
    assert comparison(told, Who.YOURS) == f"{said} at a million elements."


def test_ratio_at_the_size_that_both_ended():
    """A contestant that stopped early is compared where it ended last."""
    said = comparison(RACES["three"], Who.LOOP)
    assert said.endswith("12,000 times as long as the reference at a hundred thousand "
                         "elements.")  # fmt: skip


def test_no_ratio_without_a_time():
    """Who ran nothing is compared with nothing."""
    told = Race("L1", "element", (10,), (Run(Who.YOURS, (), "stopped: …"), FAST))
    assert comparison(told, Who.YOURS) == ""
    assert comparison(RACES["a fault"], Who.YOURS) == ""


def test_numbers():
    """Ratios and times have two significant digits."""
    ratios = (1.04, 2.55, 9.94, 9.96, 12.4, 996, 12_345)
    said = ["1", "2.5", "9.9", "10", "12", "1,000", "12,000"]
    assert [number(one) for one in ratios] == said
    times = (1e-9, 2.1e-5, 9.96e-4, 0.0312, 0.9949, 1.25, 0.0)
    said = ["1 ns", "21 µs", "1 ms", "31 ms", "990 ms", "1.2 s", "0 ns"]
    assert [seconds(one) for one in times] == said


def test_remark():
    """The advice of a check says how much slower, for how much, and what shows it."""
    slow = Slow(41.7, 30_000, "row")
    assert remark(slow, "grader race softmax") == (
        "It takes about 42 times as long as the reference for 30,000 rows: "
        "grader race softmax"
    )
    assert "more than 42 times" in remark(slow._replace(at_least=True), "")


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml")]
)
def test_picture(tmp_path, name, start):
    """A race is drawn in the format that the suffix names."""
    file = tmp_path / name
    plot.save(RACES["three"], file)
    assert file.read_bytes().startswith(start)


def test_picture_has_a_line_for_each_contestant(tmp_path):
    """The picture has a line for who ran, with all its points."""
    file = tmp_path / "a.svg"
    plot.save(RACES["three"], file)
    marks = [one.get("id", "") for one in ET.parse(file).iter() if one.get("id")]  # noqa: S314 - ours
    for index in range(len(RACES["three"].runs)):
        assert any(mark == f"line2d_{index + 1}" for mark in marks)


@pytest.mark.usefixtures("chinese")
def test_picture_has_no_sign_that_its_font_lacks(tmp_path):
    """A picture is in English whatever is spoken: no box stands for a word."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plot.save(RACES["three"]._replace(unit="行"), tmp_path / "a.png")
    assert tmp_path.joinpath("a.png").stat().st_size


def test_picture_without_matplotlib(tmp_path, monkeypatch):
    """Without matplotlib there is no picture, and no file."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(ImportError):
        plot.save(RACES["three"], tmp_path / "a.png")
    assert not list(tmp_path.iterdir())


def test_golden_screens_are_all_in_use():
    """Every file in golden_race/ belongs to a screen."""
    names = [name.replace(" ", "_") for name in RACES]
    files = {f"{name}{end}" for name in names for end in (".txt", ".ansi.txt")}
    files |= {f"{name.replace(' ', '_')}.zh.txt" for name in IN_CHINESE}
    assert {path.name for path in GOLDEN.iterdir()} == files

"""A class that is written as it is drawn, and graded by the program itself."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import sampled
from students import IMPORTS, ROOT, exercises, students

SEED = 7
MADE = ("results.jsonl", "gradebook.csv")
"""What is made of a gradebook, beside the pages."""


class Asked(NamedTuple):
    """How classes are to be graded."""

    jobs: int
    cluster: bool
    bare: bool
    slices: int


class Slice(NamedTuple):
    """A part of a run, by how many were recorded: the rate in it, memory at its end."""

    until: int
    rate: float
    grader: int
    others: int


class Run(NamedTuple):
    """A class that was graded."""

    students: int
    cluster: bool
    seconds: float
    start: float
    """Until the first was recorded."""
    judging: float
    """From the first to the last."""
    writing: float
    """What results, the table and the pages take when all is judged."""
    processor: float
    """Seconds of all processes; without control groups guests are left out."""
    whole: bool
    grader_processor: float
    """Of these, what the grader's own process took."""
    grader_judging: float
    """Of these, until the last was recorded."""
    again: float
    """Seconds of the same command once more, when there is nothing to judge."""
    grader_peak: int
    worker_memory: float
    sizes: dict[str, float]
    slices: list[Slice]

    @property
    def rate(self) -> float:
        """Submissions a second while they were judged."""
        return self.students / self.judging


def write_class(folder: Path, count: int, *, bare: bool) -> None:
    """Write what students hand in, one after the other; bare, without an answer."""
    folder.mkdir()
    if bare:
        for number in range(count):
            folder.joinpath(f"student{number:07}.py").write_text(f"x = {number}\n")
        return
    for one in students(count):
        text = "\n\n".join([IMPORTS, *one.answers.values()])
        folder.joinpath(f"{one.id}.py").write_text(text, "utf-8")


def measured(folder: Path, count: int, asked: Asked) -> Run:
    """Write a class and grade it; return what was seen."""
    print(f"{count:,} students: writing …", file=sys.stderr)
    folder.mkdir()
    write_class(folder / "class", count, bare=asked.bare)
    out = folder / "out"
    words = [str(Path(sys.executable).with_name("grader")), "--course", str(ROOT)]
    words += ["grade", str(folder / "class"), "--out", str(out), "--quiet"]
    words += ["--seed", str(SEED), "--jobs", str(asked.jobs)]
    words += ["--cluster", "local"] if asked.cluster else []
    words += [word for name in exercises() for word in ("--only", name)]
    print(f"{count:,} students: grading …", file=sys.stderr)
    ran = sampled.run(words, lambda: sampled.recorded(out))
    if ran.code or sampled.recorded(out) != count:
        raise SystemExit("grader grade failed")
    first = next(one for one in ran.looks if one.done)
    last = next((one for one in ran.looks if one.done == count), ran.looks[-1])
    working = [one for one in ran.looks if 0 < one.done < count] or [first]
    others = max(one.others for one in working)
    sizes = {name: size / count for name, size in _sizes(out).items()}
    shutil.rmtree(out / "report")
    for name in MADE:
        out.joinpath(name).unlink()
    # The same twice: with everything to be made, then with nothing to do.
    anew, again = (sampled.run(words, lambda: 0) for _ in range(2))
    if anew.code or again.code:
        raise SystemExit("grader grade failed")
    return Run(
        students=count,
        cluster=asked.cluster,
        seconds=ran.seconds,
        start=first.second,
        judging=last.second - first.second or ran.seconds,
        writing=max(0.0, anew.seconds - again.seconds),
        processor=ran.processor,
        whole=ran.whole,
        grader_processor=ran.looks[-1].used,
        grader_judging=last.used,
        again=again.seconds,
        grader_peak=max(one.grader for one in ran.looks),
        worker_memory=others / asked.jobs,
        sizes=sizes,
        slices=slices(ran.looks, count, asked.slices),
    )


def _sizes(out: Path) -> dict[str, int]:
    pages = (one for one in (out / "report").rglob("*") if one.is_file())
    return {
        "gradebook": (out / "gradebook.sqlite").stat().st_size,
        "results": (out / "results.jsonl").stat().st_size,
        "table": (out / "gradebook.csv").stat().st_size,
        "pages": sum(one.stat().st_size for one in pages),
    }


def slices(looks: Sequence[sampled.Look], total: int, count: int) -> list[Slice]:
    """Part a run by what was done; slices without a look of their own are left out."""
    found = []
    begun = next(one for one in looks if one.done)
    for number in range(1, count + 1):
        until = total * number // count
        ended = next((one for one in looks if one.done >= until), None)
        if ended is None or ended.second == begun.second:
            continue
        rate = (ended.done - begun.done) / (ended.second - begun.second)
        found.append(Slice(until, rate, ended.grader, ended.others))
        begun = ended
    return found

"""What a large class costs: measured for a class of some size, forecast for any other.

A class is written as it is drawn and graded by the program itself, while memory and
processor time of all processes are looked at. Then each part is measured by itself
(`limits.py`), and a model of these constants (`forecast.py`) is set beside what was
measured and says what classes and clusters of other sizes come to.

    python benchmarks/scale.py [--students N …] [--jobs N] [--cluster] [--bare]
        [--slices N] [--replayed N] [--tasks N] [--no-model] [--json FILE]
    python benchmarks/scale.py --costs FILE

The second forecasts from what the first wrote into a file before.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import forecast
import limits
import sampled
from graded import Asked, Run, measured
from students import exercises

SIZES = (10**3, 10**4, 10**5, 10**6)
WORKERS = (2, 10, 100, 1_000, 10_000)
SEAT = 41_000
"""Bytes by which a scheduler grows for a worker, as it did for three of them."""
KEPT = 1_700
"""Bytes by which a grader grows for a submission, as it did from 4,000 to 10,000."""
MB = 1e6
HEAD = (
    f"{'submissions':>11} {'workers':>7} {'seconds':>10} {'a second':>9} "
    f"{'full first':>10} {'batch':>6} {'grader MB':>10} {'disk GB':>8} "
    f"{'network GB':>10}"
)


def costs(
    runs: Sequence[Run], folder: Path, asked: argparse.Namespace
) -> forecast.Costs:
    """Measure each part by itself; what only whole runs show is taken from them.

    Of two runs it is the difference, so that what a start takes is in neither.
    """
    print("each part by itself …", file=sys.stderr)
    names = exercises()
    replay = folder / "replay"
    replay.mkdir()
    back = limits.recording(folder / "run0/out", names, replay, asked.replayed)
    there = limits.reading(folder / "run0/class", names)
    passing = limits.passing(asked.tasks, asked.jobs)
    watching = limits.watching(1_000, passing.worker)
    return forecast.Costs(
        judge=_each(runs, lambda one: one.processor - one.grader_processor),
        read=there.seconds,
        record=back.seconds,
        write=_each(runs, lambda one: one.writing),
        task=passing.task,
        idle=passing.idle if asked.cluster else 0.0,
        megabyte=passing.megabyte,
        look=watching.look,
        choose=watching.batch,
        start=runs[0].start,
        parcel=there.parcel,
        reply=back.reply,
        **runs[-1].sizes,
        course=passing.crate,
        base=runs[0].slices[0].grader,
        kept=KEPT,
        seat=SEAT,
        worker=runs[-1].worker_memory,
    )


def _each(runs: Sequence[Run], seconds: Callable[[Run], float]) -> float:
    """Return what a submission more costs: from the smallest run to the largest."""
    small = min(runs, key=lambda one: one.students)
    large = max(runs, key=lambda one: one.students)
    if small is large:
        return seconds(large) / large.students
    more = large.students - small.students
    return (seconds(large) - seconds(small)) / more


def table(runs: Sequence[Run], jobs: int) -> str:
    """Return what was measured as a table for people."""
    lines = []
    for run in runs:
        kind = "--cluster local" if run.cluster else "--jobs"
        each = 1e3 * run.grader_judging / run.students
        sizes = ", ".join(f"{name} {size:,.0f}" for name, size in run.sizes.items())
        left_out = "" if run.whole else ", without the guests"
        lines.append(
            f"{run.students:,} students, {kind}, {jobs} workers: {run.seconds:.0f} s"
        )
        lines.append(
            f"  {run.start:.1f} s to begin, {run.writing:.1f} s to write; the same "
            f"once more: {run.again:.1f} s"
        )
        lines.append(
            f"  {run.rate:.1f} submissions a second, "
            f"{run.students / run.processor:.2f} a second of a processor{left_out}"
        )
        lines.append(
            f"  the grader's process: {each:.2f} ms of a processor a submission, "
            f"{run.grader_peak / MB:.0f} MB at most; a worker: "
            f"{run.worker_memory / MB:.0f} MB"
        )
        lines.append(f"  bytes a submission: {sizes}")
        lines += [
            f"    to {one.until:>9,}  {one.rate:7.1f} a second  grader "
            f"{one.grader / MB:6.0f} MB  workers {one.others / MB:6.0f} MB"
            for one in run.slices
        ]
    return "\n".join(lines)


def compared(
    runs: Sequence[Run], known: forecast.Costs, jobs: int
) -> list[dict[str, Any]]:
    """Set the model beside each run: everything on this one machine."""
    found = []
    for run in runs:
        cores = min(jobs, sampled.processors())
        said = forecast.forecast(known, run.students, jobs, cores)
        # What a start takes is not in the model.
        grader = run.students * forecast.handling(known, jobs)
        grader += known.idle * run.judging
        pairs = {
            "seconds": (said.seconds, run.seconds),
            "rate": (said.rate, run.rate),
            "grader_processor": (grader, run.grader_judging),
            "memory": (said.memory, run.grader_peak),
            "disk": (said.disk, run.students * sum(run.sizes.values())),
        }
        found.append({"students": run.students, **pairs})
    return found


def forecasts(known: forecast.Costs) -> str:
    """Return what the model says of other sizes, as a table for people."""
    lines = [HEAD]
    for size in SIZES:
        for workers in WORKERS:
            one = forecast.forecast(known, size, workers)
            lines.append(
                f"{size:>11,} {workers:>7,} {one.seconds:>10,.0f} {one.rate:>9,.1f} "
                f"{one.full:>10} {one.batch:>6.1f} {one.memory / MB:>10,.0f} "
                f"{one.disk / 1e9:>8.2f} {one.network / 1e9:>10.2f}"
            )
    lines.append(f"The grader is full from {forecast.enough(known):,} workers on.")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and forecast."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--students", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cluster", action="store_true")
    parser.add_argument("--bare", action="store_true", help="no answers at all")
    parser.add_argument("--slices", type=int, default=10)
    parser.add_argument("--replayed", type=int, default=5000)
    parser.add_argument("--tasks", type=int, default=800)
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--costs", type=Path)
    asked = parser.parse_args()
    if asked.costs:
        kept = json.loads(asked.costs.read_text("utf-8"))
        print(forecasts(forecast.Costs(**kept["costs"])))
        return
    result: dict[str, Any] = {
        "machine": f"{platform.platform()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "load": os.getloadavg(),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = []
        for number, count in enumerate(asked.students):
            how = Asked(asked.jobs, asked.cluster, asked.bare, asked.slices)
            runs.append(measured(folder / f"run{number}", count, how))
            print(table(runs[-1:], asked.jobs), flush=True)
        result["runs"] = [one._asdict() for one in runs]
        if not asked.no_model:
            known = costs(runs, folder, asked)
            result["costs"] = known._asdict()
            result["compared"] = compared(runs, known, asked.jobs)
            print(json.dumps({"costs": result["costs"]}, indent=2))
            for one in result["compared"]:
                print(one)
            print(forecasts(known))
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()

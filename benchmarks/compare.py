"""The grader beside its peers, plain pytest and a bare fork server, by one command.

    python benchmarks/compare.py [--students N] [--peer-students N] [--again N]
        [--rounds N] [--jobs N] [--cold-rounds N] [--peers NAME …] [--cache DIR]
        [--json FILE] [--plot FILE]

It prints one table of ratios in Markdown, with versions and machine, and how to read
it, and ends with 1 when a goal is missed or a peer judges otherwise. Each peer has a
virtual environment of its own in the cache folder, with pinned versions, made by the
first run.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from batch import Sizes, again, beside_floor, beside_peers, growth
from calls import record
from cold_check import beside_pytest
from machine import machine, versions
from peers import PEERS
from plot import SUFFIXES, save
from program import SEED, write_class
from report import Found, markdown
from students import ASSIGNMENT, students

SIZES = {
    "students": "submissions of the grader and the fork server",
    "peer_students": "submissions of each peer",
    "again": "submissions that are graded again",
    "rounds": "how often neighbours take turns",
    "jobs": "workers of the grader and of the fork server",
    "cold_rounds": "how often a cold check and pytest take turns",
}


def compared(sizes: Sizes, names: Sequence[str], cache: Path) -> Found:
    """Measure everything."""
    recording = record(ASSIGNMENT, SEED)
    some = list(students(sizes.students))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_class(folder / "class", some)
        few = some[: sizes.peer_students]
        peers = [PEERS[one](cache, folder / one, recording, few) for one in names]
        return Found(
            machine=machine(),
            versions=versions(peer.pins[0] for peer in peers),
            sizes=sizes,
            cases={
                "functions": recording.functions,
                "parametrized": recording.items,
                "calls": sum(map(len, recording.cases.values())),
                "of_the_grader_alone": recording.extra,
            },
            cold=beside_pytest(sizes.cold_rounds),
            peers=beside_peers(peers, folder, sizes),
            floor=beside_floor(recording, some, folder, sizes),
            growth=growth(folder, sizes),
            again=again(folder, sizes),
        )


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and return whether a goal was missed."""
    asked = _parser().parse_args(words)
    sizes = Sizes(**{name: getattr(asked, name) for name in SIZES})
    sizes = sizes._replace(peer_students=min(sizes.peer_students, sizes.students))
    names = sorted(PEERS) if asked.peers is None else asked.peers
    found = compared(sizes, names, asked.cache)
    if asked.json:
        asked.json.write_text(json.dumps(found.document(), indent=2) + "\n", "utf-8")
    if asked.plot:
        save(found, asked.plot)
    print(markdown(found))
    return int(any(row.differ or row.met is False for row in found.rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    defaults = Sizes()._asdict()
    for name, told in SIZES.items():
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            type=_count,
            default=defaults[name],
            metavar="N",
            help=f"{told} (%(default)s)",
        )
    parser.add_argument(
        "--peers", nargs="*", choices=sorted(PEERS), metavar="NAME",
        help=f"of {', '.join(sorted(PEERS))}; all of them unless told",
    )  # fmt: skip
    parser.add_argument("--cache", type=Path, default=_cache(), metavar="DIR")
    parser.add_argument("--json", type=_file, metavar="FILE")
    parser.add_argument("--plot", type=_picture, metavar="FILE")
    return parser


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 on")
    return int(text)


def _file(text: str) -> Path:
    """Return a file that can be written: to learn otherwise at the end is too late."""
    path = Path(text)
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise argparse.ArgumentTypeError(f"{text} cannot be written")
    return path


def _picture(text: str) -> Path:
    path = _file(text)
    if path.suffix.lower() not in SUFFIXES:
        raise argparse.ArgumentTypeError(f"{text} is no {' or '.join(SUFFIXES)} file")
    return path


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "grader-benchmarks"


if __name__ == "__main__":
    sys.exit(main())

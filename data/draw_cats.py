"""Draw the course's own pictures of cats and of things that are not cats.

    python data/draw_cats.py [--out DIR] [--seed N]    draw and write the two files
    python data/draw_cats.py --verify [--out DIR]      hold them against checksums.txt

Writes train_cats.h5 and test_cats.h5, and the checksums of their arrays. The same seed
gives the same arrays on any machine, and with the same h5py and HDF5 the same files.
"""

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray
from pen import SIZE, Dice, Pen
from scenes import background, cat, thing

Arrays = dict[str, NDArray[Any]]

SEED = 0
COUNTS = {"train": (72, 137), "test": (33, 17)}  # cats and others in each file
CLASSES = (b"non-cat", b"cat")  # the names of the labels 0 and 1
CHECKSUMS = "checksums.txt"


def picture(label: int, dice: Dice) -> NDArray[np.uint8]:
    """Draw one picture, of a cat if the label is 1."""
    pen = Pen(dice)
    # As in photographs, cats are more often indoors and other things outdoors.
    background(pen, indoors=dice.chance(0.9 if label else 0.1))
    (cat if label else thing)(pen)
    return pen.picture()


def draw(seed: int, split: str) -> Arrays:
    """Return the arrays of one file under the names they have in it."""
    # Each picture has dice of its own: none depends on how another was drawn.
    number = list(COUNTS).index(split)
    labels = [label for label in (1, 0) for _ in range(COUNTS[split][1 - label])]
    Dice(seed, number).shuffle(labels)
    pictures = [
        picture(label, Dice(seed, number, index)) for index, label in enumerate(labels)
    ]
    return {
        "list_classes": np.array(CLASSES),
        f"{split}_set_x": np.stack(pictures),
        f"{split}_set_y": np.array(labels, np.dtype("<i8")),
    }


def checksum(array: NDArray[Any]) -> str:
    """Return the SHA-256 of an array's dtype, shape and bytes, in that order."""
    digest = hashlib.sha256(array.dtype.str.encode())
    digest.update(str(array.shape).encode())
    digest.update(array.tobytes())
    return digest.hexdigest()


def checksums(split: str, arrays: Arrays) -> dict[str, str]:
    """Return the checksum of each array of one file, by file and name."""
    return {f"{split}_cats.h5/{name}": checksum(arrays[name]) for name in arrays}


def write(path: Path, arrays: Arrays) -> None:
    """Write the arrays to an HDF5 file without times or other traces of the moment."""
    with h5py.File(path, "w", libver="earliest") as file:
        for name, array in arrays.items():
            options: dict[str, Any] = {}
            if array.ndim == 4:  # the pictures: (m, height, width, 3)
                # The chunks are fixed, since h5py may come to guess them otherwise.
                chunks = (1, SIZE, SIZE, 3)
                options = {"chunks": chunks, "compression": "gzip"}
                options["compression_opts"] = 9
            file.create_dataset(name, data=array, track_times=False, **options)


def read(path: Path) -> Arrays:
    """Return all arrays of an HDF5 file."""
    with h5py.File(path, "r") as file:
        return {name: dataset[...] for name, dataset in file.items()}


def verify(out: Path, seed: int) -> int:
    """Hold a fresh drawing and the files against checksums.txt; return an exit code."""
    lines = (out / CHECKSUMS).read_text().splitlines()
    expected = {name: digest for digest, name in (line.split() for line in lines)}
    code = 0
    for split in COUNTS:
        drawn = checksums(split, draw(seed, split))
        stored = checksums(split, read(out / f"{split}_cats.h5"))
        for name in sorted(drawn.keys() | stored.keys()):
            for origin, found in (("drawn", drawn), ("stored", stored)):
                same = name in found and found[name] == expected.get(name)
                print(f"{origin:6}  {'same' if same else 'DIFFERENT':9}  {name}")
                code = code if same else 1
    return code


def main() -> int:
    """Draw and write, or verify, as the command line asks."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the course.")
    here = Path(__file__).resolve().parent
    parser.add_argument("--out", type=Path, default=here, help="folder of the files")
    parser.add_argument("--seed", type=int, default=SEED, help="default: %(default)s")
    parser.add_argument("--verify", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    if options.verify:
        try:
            return verify(options.out, options.seed)
        except FileNotFoundError as missing:
            parser.error(f"{missing.filename} is missing: run without --verify first")
    options.out.mkdir(parents=True, exist_ok=True)
    sums: dict[str, str] = {}
    for split, counts in COUNTS.items():
        arrays = draw(options.seed, split)
        path = options.out / f"{split}_cats.h5"
        write(path, arrays)
        sums |= checksums(split, arrays)
        print(f"{path}: {sum(counts)} pictures, {path.stat().st_size} bytes")
    lines = [f"{digest}  {name}\n" for name, digest in sums.items()]
    (options.out / CHECKSUMS).write_text("".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())

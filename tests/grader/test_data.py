"""The project's own pictures: schema, checksums, and what a model learns from them."""

import runpy
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

from grader.course import load
from grader.session.reference import Reference

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


def read(split):
    """Return the arrays of one file by their keys."""
    with h5py.File(DATA / f"{split}_cats.h5") as file:
        return {key: file[key][...] for key in file}


@pytest.mark.parametrize(
    ("split", "count", "cats"), [("train", 209, 72), ("test", 50, 33)]
)
def test_schema(split, count, cats):
    """Each file has the keys, dtypes, shapes and balance of the original data set."""
    arrays = read(split)
    pictures, labels = arrays[f"{split}_set_x"], arrays[f"{split}_set_y"]
    assert set(arrays) == {f"{split}_set_x", f"{split}_set_y", "list_classes"}
    assert (pictures.shape, pictures.dtype) == ((count, 64, 64, 3), np.uint8)
    assert (labels.shape, labels.dtype) == ((count,), np.int64)
    assert labels.sum() == cats
    assert arrays["list_classes"].tolist() == [b"non-cat", b"cat"]


def test_checksums():
    """The files, and pictures drawn again, have the recorded checksums."""
    script = DATA / "draw_cats.py"
    done = subprocess.run(
        [sys.executable, script, "--verify"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("same") == 12


def test_another_seed_draws_other_pictures(monkeypatch):
    """The seed decides what is drawn: the checksums could not hold otherwise."""
    monkeypatch.syspath_prepend(str(DATA))
    draw = runpy.run_path(str(DATA / "draw_cats.py"))["draw"]
    assert not np.array_equal(draw(1, "test")["test_set_x"], read("test")["test_set_x"])


def test_the_reference_learns_from_them():
    """The reference model tells cats from other things after 2000 iterations."""
    train, test = read("train"), read("test")
    sets = []
    for arrays, split in ((train, "train"), (test, "test")):
        pictures, labels = arrays[f"{split}_set_x"], arrays[f"{split}_set_y"]
        sets += [pictures.reshape(len(pictures), -1).T / 255, labels.reshape(1, -1)]
    # The weights begin at zero and move along pictures of the training set alone: as
    # many axes as there are pictures hold all that a model can learn of 12,288 pixels.
    axes = np.linalg.qr(sets[0])[0].T
    sets = [axes @ sets[0], sets[1], axes @ sets[2], sets[3]]
    result = Reference(load(ROOT)).model(*sets, 2000, 0.005)
    right = {
        split: 100 * np.mean(result[f"Y_prediction_{split}"] == labels)
        for split, labels in (("train", sets[1]), ("test", sets[3]))
    }
    assert right["train"] == pytest.approx(99.04, abs=1)
    assert right["test"] == pytest.approx(84, abs=4)
    assert result["costs"][-1] == pytest.approx(0.0792, abs=0.002)

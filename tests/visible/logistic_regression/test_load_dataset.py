"""A worked example of load_dataset, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def write(path, **arrays):
    """Write arrays into an HDF5 file, by their names."""
    # Not above: where h5py is missing, the other exercises are judged all the same.
    import h5py  # noqa: PLC0415

    with h5py.File(path, "w") as file:
        for name, array in arrays.items():
            file[name] = array
    return str(path)


def test_worked_example(load_dataset, files):
    """two images of one pixel to train with, one to test with"""
    classes = np.array([b"non-cat", b"cat"])
    train_x = np.array([[[[10, 20, 30]]], [[[40, 50, 60]]]], dtype=np.uint8)
    test_x = np.array([[[[70, 80, 90]]]], dtype=np.uint8)
    train = write(
        files / "train.h5",
        train_set_x=train_x,
        train_set_y=np.array([0, 1]),
        list_classes=classes,
    )
    test = write(
        files / "test.h5",
        test_set_x=test_x,
        test_set_y=np.array([1]),
        list_classes=classes,
    )
    expected = (train_x, np.array([[0, 1]]), test_x, np.array([[1]]), classes)
    agree(load_dataset(train, test), expected)


@pytest.mark.steps
def test_images_take_no_steps(load_dataset, rng, files):
    """takes no more steps for more images"""
    classes = np.array([b"non-cat", b"cat"])

    def make(n):
        images = rng.integers(256, size=(2, n, 1, 2, 3), dtype=np.uint8)
        labels = np.arange(n) % 2
        train = write(
            files / f"train_{n}.h5",
            train_set_x=images[0],
            train_set_y=labels,
            list_classes=classes,
        )
        test = write(
            files / f"test_{n}.h5",
            test_set_x=images[1],
            test_set_y=labels,
            list_classes=classes,
        )
        return train, test

    same_work(load_dataset, "image", make)

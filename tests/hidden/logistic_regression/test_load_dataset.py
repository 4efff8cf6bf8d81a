"""Hidden cases of load_dataset: fresh files, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

CLASSES = np.array([b"non-cat", b"cat"])


def write(path, **arrays):
    """Write arrays into an HDF5 file, by their names."""
    # Not above: where h5py is missing, the other exercises are judged all the same.
    import h5py  # noqa: PLC0415

    with h5py.File(path, "w") as file:
        for name, array in arrays.items():
            file[name] = array
    return str(path)


def draw(rng, m, h, w):
    """Draw images, and labels of both kinds."""
    images = rng.integers(0, 256, size=(m, h, w, 3), dtype=np.uint8)
    return images, rng.permutation(np.arange(m) % 2)


def make(rng, files, m_train, m_test, size=(2, 3), classes=CLASSES):
    """Write two files; return their paths."""
    train_x, train_y = draw(rng, m_train, *size)
    test_x, test_y = draw(rng, m_test, *size)
    train = write(
        files / f"train_{m_train}.h5",
        train_set_x=train_x,
        train_set_y=train_y,
        list_classes=classes,
    )
    test = write(
        files / f"test_{m_test}.h5",
        test_set_x=test_x,
        test_set_y=test_y,
        list_classes=classes,
    )
    return train, test


def test_one_image_each(load_dataset, reference, rng, files):
    """one image to train with and one to test with"""
    paths = make(rng, files, 1, 1)
    agree(load_dataset(*paths), reference.load_dataset(*paths))


@pytest.mark.parametrize(
    ("m_train", "m_test", "size"),
    [(2, 3, (2, 2)), (5, 2, (3, 2)), (3, 3, (4, 5)), (4, 7, (1, 6))],
)
def test_sizes(load_dataset, reference, rng, files, m_train, m_test, size):
    """sets of any number of images of any size"""
    paths = make(rng, files, m_train, m_test, size)
    agree(load_dataset(*paths), reference.load_dataset(*paths))


def test_labels_are_rows(load_dataset, rng, files):
    """labels come as rows of shape (1, m), in the order of the images"""
    train_x, train_y = draw(rng, 6, 1, 2)
    test_x, test_y = draw(rng, 4, 1, 2)
    train = write(
        files / "a.h5", train_set_x=train_x, train_set_y=train_y, list_classes=CLASSES
    )
    test = write(
        files / "b.h5", test_set_x=test_x, test_set_y=test_y, list_classes=CLASSES
    )
    rows = train_y.reshape(1, 6), test_y.reshape(1, 4)
    agree(load_dataset(train, test), (train_x, rows[0], test_x, rows[1], CLASSES))


def test_other_classes(load_dataset, reference, rng, files):
    """the names of the classes are those in the files"""
    classes = np.array([b"dog", b"boat", b"house"])[rng.permutation(3)]
    paths = make(rng, files, 3, 2, classes=classes)
    agree(load_dataset(*paths), reference.load_dataset(*paths))


def test_more_in_the_file(load_dataset, rng, files):
    """other arrays in the files do not matter"""
    train_x, train_y = draw(rng, 3, 2, 2)
    test_x, test_y = draw(rng, 2, 2, 2)
    some = {"a_note": np.arange(3), "list_classes": CLASSES, "zebra": np.zeros(2)}
    train = write(files / "a.h5", train_set_x=train_x, train_set_y=train_y, **some)
    test = write(files / "b.h5", test_set_x=test_x, test_set_y=test_y, **some)
    rows = train_y.reshape(1, 3), test_y.reshape(1, 2)
    agree(load_dataset(train, test), (train_x, rows[0], test_x, rows[1], CLASSES))


def test_images_of_the_data_set(load_dataset, reference, rng, files):
    """images of 64 times 64 pixels"""
    paths = make(rng, files, int(rng.integers(5, 9)), 4, (64, 64))
    agree(load_dataset(*paths), reference.load_dataset(*paths))

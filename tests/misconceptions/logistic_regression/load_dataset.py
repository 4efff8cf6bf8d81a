"""Wrong answers to load_dataset, each with the sentence its student reads."""

import h5py


def _read(train_path, test_path):
    """Return the five arrays as they are in the files."""
    with h5py.File(train_path, "r") as train, h5py.File(test_path, "r") as test:
        return (
            train["train_set_x"][...],
            train["train_set_y"][...],
            test["test_set_x"][...],
            test["test_set_y"][...],
            test["list_classes"][...],
        )


def leaves_labels_flat(train_path, test_path):
    """The labels came out as they are in the file, in flat arrays of shape (m,). They
    are asked for as rows of shape (1, m).
    """
    return _read(train_path, test_path)


def stands_labels_up(train_path, test_path):
    """The labels came out as columns of shape (m, 1). One row is asked for, with a
    column for each example: (1, m).
    """
    train_x, train_y, test_x, test_y, classes = _read(train_path, test_path)
    return train_x, train_y.reshape(-1, 1), test_x, test_y.reshape(-1, 1), classes


def forgets_test_labels(train_path, test_path):
    """The labels to train with are a row, but those to test with were left flat. Both
    need the same shape, (1, m).
    """
    train_x, train_y, test_x, test_y, classes = _read(train_path, test_path)
    return train_x, train_y.reshape(1, -1), test_x, test_y, classes


def swaps_sets(train_path, test_path):
    """The two sets have changed places: the images to train with come first, then those
    to test with.
    """
    train_x, train_y, test_x, test_y, classes = _read(train_path, test_path)
    return test_x, test_y.reshape(1, -1), train_x, train_y.reshape(1, -1), classes


def reads_same_file_twice(train_path, test_path):
    """Both sets were looked for in the file to train with, and it has no test_set_x.
    Look at which path is opened the second time.
    """
    with h5py.File(train_path, "r") as file:
        train_x, train_y = file["train_set_x"][...], file["train_set_y"][...]
        test_x, test_y = file["test_set_x"][...], file["test_set_y"][...]
        classes = file["list_classes"][...]
    return train_x, train_y.reshape(1, -1), test_x, test_y.reshape(1, -1), classes


def types_in_path(train_path, test_path):
    """A file name was typed in instead of the paths that were handed over, and there is
    no such file where this runs.
    """
    with h5py.File("datasets/train_catvnoncat.h5", "r") as file:
        return file["train_set_x"][...]


def leaves_classes_out(train_path, test_path):
    """Four arrays came back, and five are asked for: the names of the classes are
    missing.
    """
    train_x, train_y, test_x, test_y, _ = _read(train_path, test_path)
    return train_x, train_y.reshape(1, -1), test_x, test_y.reshape(1, -1)


def divides_images(train_path, test_path):
    """The images were divided by 255 already. Here they are asked for as they are in
    the file; dividing is another exercise.
    """
    train_x, train_y, test_x, test_y, classes = _read(train_path, test_path)
    train_y, test_y = train_y.reshape(1, -1), test_y.reshape(1, -1)
    return train_x / 255, train_y, test_x / 255, test_y, classes


def forgets_to_read(train_path, test_path):
    """What h5py hands out is a handle on an array in the file, not the array. Read it
    with [...] before the file is closed.
    """
    with h5py.File(train_path, "r") as file:
        train_set_y = file["train_set_y"]
    return train_set_y[...]

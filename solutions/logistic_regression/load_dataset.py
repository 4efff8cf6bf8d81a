"""# Load the images

The images of the cat classifier come in two files, one to train with and one to test
with. Their format is HDF5: a file that holds arrays by name, as a dictionary does.
The package h5py reads it:

    with h5py.File(path, "r") as file:
        array = file["name"][...]

The square brackets with dots read the whole array into memory. Without them there is
only a handle, which is of no use once the file is closed.

The file to train with holds `train_set_x`, the images, whole numbers from 0 to 255 in
an array of shape (m, h, w, 3), and `train_set_y`, a label for each image, 1 for a cat
and 0 for anything else, in an array of shape (m,). The file to test with holds
`test_set_x` and `test_set_y`. Both hold `list_classes`, the names of the two labels.

Return five arrays, in this order:

    train_set_x     images to train with               as in the file
    train_set_y     their labels                       shape (1, m_train)
    test_set_x      images to test with                as in the file
    test_set_y      their labels                       shape (1, m_test)
    list_classes    the names of the labels 0 and 1    as in the file

Labels are stored as a flat array of shape (m,). Everything after this works with a
row of shape (1, m), one column for each example, so the labels have to be reshaped.
For three labels [0, 1, 1] of shape (3,) the row is [[0, 1, 1]] of shape (1, 3).

The files of this course are `data/train_cats.h5`, with 209 images of 64 times 64
pixels, and `data/test_cats.h5`, with 50. h5py has to be installed:
pip install h5py.
"""

import h5py
import numpy as np


def load_dataset(train_path, test_path):
    """Return images, labels and class names from two HDF5 files.

    Arguments:
    train_path -- path of the file with train_set_x, train_set_y and list_classes
    test_path -- path of the file with test_set_x, test_set_y and list_classes

    Returns:
    train_set_x -- images, an array of shape (m_train, h, w, 3)
    train_set_y -- labels, an array of shape (1, m_train)
    test_set_x -- images, an array of shape (m_test, h, w, 3)
    test_set_y -- labels, an array of shape (1, m_test)
    list_classes -- names of the labels, an array of byte strings

    >>> loaded = load_dataset("data/train_cats.h5", "data/test_cats.h5")
    >>> [array.shape for array in loaded]
    [(209, 64, 64, 3), (1, 209), (50, 64, 64, 3), (1, 50), (2,)]
    >>> loaded[4].tolist()
    [b'non-cat', b'cat']
    """
    ### BEGIN SOLUTION
    with h5py.File(train_path, "r") as file:
        train_set_x, train_set_y = file["train_set_x"][...], file["train_set_y"][...]
    with h5py.File(test_path, "r") as file:
        test_set_x, test_set_y = file["test_set_x"][...], file["test_set_y"][...]
        list_classes = file["list_classes"][...]
    train_set_y = train_set_y.reshape(1, -1)
    test_set_y = test_set_y.reshape(1, -1)
    return train_set_x, train_set_y, test_set_x, test_set_y, list_classes
    ### END SOLUTION

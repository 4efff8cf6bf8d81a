"""# Images as columns

A colour image is a block of numbers: h rows of w pixels, and for each pixel one
number for red, green and blue. A classifier that weighs every number on its own
has no use for the block: it wants one long column for each example.

`images` holds m images in an array of shape (m, h, w, 3). Turn it into a matrix
with one column for each image and one row for each number of an image:

    (m, h, w, 3)  ->  (h * w * 3, m)

Column i holds the numbers of image i in the order in which they are stored: row
after row, in a row pixel after pixel, and of a pixel red, green, blue.

Two images of a single row with two pixels each, so m = 2, h = 1, w = 2:

    images[0] = [[[1, 2, 3], [4, 5, 6]]]
    images[1] = [[[10, 20, 30], [40, 50, 60]]]

become two columns of 1 * 2 * 3 = 6 numbers:

    [[ 1, 10],
     [ 2, 20],
     [ 3, 30],
     [ 4, 40],
     [ 5, 50],
     [ 6, 60]]

Mind that a matrix of the right shape can still mix up the images: reshape fills
rows first, and here the images have to end up in columns. It works for any number
of images of any size, without a loop.
"""

import numpy as np


def flatten_images(images):
    """Return the images as the columns of a matrix.

    Arguments:
    images -- an array of shape (m, h, w, 3): m colour images of h times w pixels

    Returns:
    an array of shape (h * w * 3, m): column i holds the numbers of image i

    >>> images = np.array([[[[1, 2, 3], [4, 5, 6]]], [[[10, 20, 30], [40, 50, 60]]]])
    >>> flatten_images(images)
    array([[ 1, 10],
           [ 2, 20],
           [ 3, 30],
           [ 4, 40],
           [ 5, 50],
           [ 6, 60]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE

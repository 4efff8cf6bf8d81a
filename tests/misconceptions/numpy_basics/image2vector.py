"""Wrong answers to image2vector, each with the sentence its student reads."""

import numpy as np


def keeps_colours_apart(image):
    """This has shape (l * h, d): one row for each pixel, with its colours side by side.
    All numbers belong in one single column, the colours too.
    """
    rows, columns, depth = image.shape
    return np.reshape(image, (rows * columns, depth))


def makes_a_row(image):
    """This is a row of shape (1, l * h * d). A column has its numbers below each other,
    so look at the order of the two entries of its shape.
    """
    return np.reshape(image, (1, image.size))


def makes_a_flat_array(image):
    """This is a flat array of shape (l * h * d,), with one dimension only. A column is
    an array with two dimensions, and the second one has size 1.
    """
    return np.reshape(image, image.size)


def reads_first_axis_first(image):
    """The shape is right, but the numbers are in column-major order, as order="F" or a
    transposed image gives them. Look at what happens to the image before the reshape.
    """
    return np.reshape(image, (image.size, 1), order="F")


def reads_colour_by_colour(image):
    """The shape is right, but all numbers of the first colour come first, then all of
    the second. The colours of one pixel belong next to each other, as they are in
    the image.
    """
    return np.reshape(np.moveaxis(image, 2, 0), (image.size, 1))


def reshapes_to_fixed_size(image):
    """The new shape has room for another count of numbers than this image holds, so it
    fits some images only. Work it out from image.shape, with each of l, h and d once.
    """
    return np.reshape(image, (18, 1))

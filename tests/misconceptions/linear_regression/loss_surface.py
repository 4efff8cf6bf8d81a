"""Wrong answers to loss_surface, each with the sentence its student reads."""

import numpy as np


def turns_table(ws, bs, x, y):
    """Rows and columns are the other way round: here each row belongs to a height.
    np.meshgrid does that unless it is told indexing="ij".
    """
    heights, slopes = bs[:, np.newaxis, np.newaxis], ws[np.newaxis, :, np.newaxis]
    return np.mean((slopes * x + heights - y) ** 2, axis=2)


def sums_instead_of_mean(ws, bs, x, y):
    """The squared errors of each line were added up but not divided by the number of
    points. Each number of the table is a mean.
    """
    return np.sum((ws[:, None, None] * x + bs[None, :, None] - y) ** 2, axis=2)


def means_over_everything(ws, bs, x, y):
    """One number came out, the mean over all lines and all points. The mean runs over
    the points only: look at the axis argument.
    """
    return np.mean((ws[:, None, None] * x + bs[None, :, None] - y) ** 2)


def keeps_points_apart(ws, bs, x, y):
    """These are the squared errors of every line at every point. The mean over the
    points, along the last axis, is missing.
    """
    return (ws[:, None, None] * x + bs[None, :, None] - y) ** 2


def means_over_slopes(ws, bs, x, y):
    """The mean ran along the first axis, which holds the slopes. The points lie along
    the last one.
    """
    return np.mean((ws[:, None, None] * x + bs[None, :, None] - y) ** 2, axis=0)


def keeps_last_dimension(ws, bs, x, y):
    """The values are right but have a third dimension of size 1, which keepdims leaves
    behind. The table has two dimensions.
    """
    squares = (ws[:, None, None] * x + bs[None, :, None] - y) ** 2
    return np.mean(squares, axis=2, keepdims=True)


def squares_mean(ws, bs, x, y):
    """The errors of each line were averaged before they were squared, so those above
    and below the line cancel. Square each error, then take the mean.
    """
    return np.mean(ws[:, None, None] * x + bs[None, :, None] - y, axis=2) ** 2


def pairs_slopes_with_heights(ws, bs, x, y):
    """Slopes and heights were laid side by side, so they meet in pairs or do not fit.
    Give each of the two a dimension of its own.
    """
    return np.mean((ws[:, None] * x + bs[:, None] - y) ** 2, axis=1)

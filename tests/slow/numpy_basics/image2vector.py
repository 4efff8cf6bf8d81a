"""An image as one column, right and with a loop over its numbers."""

import numpy as np


def image2vector(image):
    """Copy the numbers one by one."""
    rows, columns, depth = image.shape
    column = np.zeros((rows * columns * depth, 1), image.dtype)
    position = 0
    for i in range(rows):
        for j in range(columns):
            for k in range(depth):
                column[position, 0] = image[i, j, k]
                position += 1
    return column

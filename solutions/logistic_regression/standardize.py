"""# Numbers between zero and one

The numbers in an image are whole numbers from 0, dark, to 255, bright. Gradient
descent works best with numbers of size one: with larger ones a step in the weights
changes the scores by hundreds, and no single learning rate suits.

For images the remedy is simple. Divide every number by the largest that there can
be:

    standardized = X / 255

So 0 becomes 0.0, 51 becomes 0.2, 127 becomes 0.498 and 255 becomes 1.0:

    [[0, 51], [127, 255]]  ->  [[0.0, 0.2], [0.498, 1.0]]

It is always 255, also for images in which nothing is that bright: training and test
images have to be measured with the same rule.

Images are stored with the type uint8, which holds nothing but the whole numbers
from 0 to 255. The answer needs fractions: its type is float64, which is what the
division of whole numbers by / gives.
"""

import numpy as np


def standardize(X):
    """Return the brightness values of images as fractions of 255.

    Arguments:
    X -- whole numbers from 0 to 255, an array of any shape

    Returns:
    numbers from 0.0 to 1.0, an array of the shape of X, with dtype float64

    >>> standardize(np.array([[0, 51], [127, 255]], dtype=np.uint8)).round(3)
    array([[0.   , 0.2  ],
           [0.498, 1.   ]])
    """
    ### BEGIN SOLUTION
    return X / 255.0
    ### END SOLUTION

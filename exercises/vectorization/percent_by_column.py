"""# Percentages of every column

A table tells how many calories of four foods come from carbohydrates, protein and fat,
in 100 g of each:

                  apples    beef    eggs   potatoes
    carbohydrates   56.0     0.0     4.4       68.0
    protein          1.2   104.0    52.0        8.0
    fat              1.8   135.0    99.0        0.9

Which share of a food's calories is fat? Divide each number by the sum of its column
and multiply by 100. For a table A with m rows and n columns:

    percent_ij = 100 * A_ij / (A_1j + A_2j + ... + A_mj)

With loops, one to add a column up and one to divide it, this is

    P = np.zeros((m, n))
    for j in range(n):
        total = 0
        for i in range(m):
            total = total + A[i, j]
        for i in range(m):
            P[i, j] = 100 * A[i, j] / total

The column of apples adds up to 59 calories, so carbohydrates are 100 * 56 / 59 = 94.9
percent of them, protein 2.0 and fat 3.1. For beef, the three are 0, 43.5 and 56.5.

Write it for any table, without a loop: sum all columns at once, then divide the whole
table by those n sums. Values are whole or real numbers, none is negative, and no
column adds up to zero. Return a new array.
"""

import numpy as np


def percent_by_column(A):
    """Return each value as a percentage of its column's sum.

    Arguments:
    A -- a table of amounts, an array of shape (m, n); every column has a positive sum

    Returns:
    percentages, an array of shape (m, n); every column adds up to 100

    >>> percent_by_column(np.array([[56.0, 0.0], [1.2, 104.0], [1.8, 135.0]])).round(1)
    array([[94.9,  0. ],
           [ 2. , 43.5],
           [ 3.1, 56.5]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE

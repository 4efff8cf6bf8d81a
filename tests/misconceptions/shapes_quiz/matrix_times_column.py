"""Wrong answers to matrix_times_column, each with the sentence its student reads."""


def lays_column_down():
    """Broadcasting repeats b but does not turn it: b[i] stays in row i. A row of shape
    (1, 3) would multiply the columns.
    """
    return "b"


def thinks_of_matrix_product():
    """This is np.dot(a, b). The star adds nothing up: it multiplies element by element,
    after b has been stretched to the shape of a.
    """
    return "c"


def sees_no_fit():
    """These shapes fit: both have 3 rows, and a dimension of size 1, the one column of
    b, can be repeated.
    """
    return "d"

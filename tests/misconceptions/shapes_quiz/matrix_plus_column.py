"""Wrong answers to matrix_plus_column, each with the sentence its student reads."""


def shrinks_to_column():
    """Broadcasting stretches the smaller array to the larger one and never cuts. All
    six numbers of a are still there after the addition.
    """
    return "a"


def turns_matrix():
    """An addition turns nothing round: b is stretched to the shape of a, and rows stay
    rows.
    """
    return "b"


def sees_no_fit():
    """These shapes fit: both have 2 rows, and the one column of b is repeated for each
    of the three columns of a.
    """
    return "d"

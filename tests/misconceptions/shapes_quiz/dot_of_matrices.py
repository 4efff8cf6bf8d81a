"""Wrong answers to dot_of_matrices, each with the sentence its student reads."""


def keeps_inner_sizes():
    """The two inner sizes, 150 and 150, are the ones that disappear: they are added up.
    What stays are the outer ones.
    """
    return "a"


def keeps_first_shape():
    """A matrix product does not leave the shape of its first factor: each row of a
    meets each column of b, and b has 45 of them.
    """
    return "c"


def sees_no_fit():
    """These shapes fit: np.dot needs as many columns in the first factor as rows in the
    second, and both are 150.
    """
    return "d"

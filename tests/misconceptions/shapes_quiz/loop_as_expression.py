"""Wrong answers to loop_as_expression, each with the sentence its student reads."""


def adds_column_as_it_is():
    """As it is, b has four rows and a has three, and NumPy raises a ValueError. The
    numbers of b belong to the columns of a, so b has to lie down.
    """
    return "a"


def turns_both():
    """If both are turned, shapes (4, 3) and (1, 4) meet, and NumPy raises a ValueError.
    Only one of the two stands the wrong way.
    """
    return "b"


def turns_matrix():
    """This adds the right numbers, but the result has shape (4, 3): it is the c of the
    loop turned on its side.
    """
    return "d"

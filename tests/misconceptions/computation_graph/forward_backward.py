"""Wrong answers to forward_backward, each with the sentence its student reads."""


def keeps_local_derivatives(a, b, c):
    """Only dv is a derivative of J here; the others are those of the next step alone.
    Each has to be multiplied with what comes from behind: db is du times c.
    """
    J = 3 * (a + b * c)
    return J, {"da": 1, "db": c, "dc": b, "du": 1, "dv": 3}


def swaps_b_and_c(a, b, c):
    """The values of db and dc are the other way round. How much b * c moves with b
    depends on c.
    """
    J = 3 * (a + b * c)
    return J, {"da": 3, "db": 3 * b, "dc": 3 * c, "du": 3, "dv": 3}


def passes_through_the_product(a, b, c):
    """The derivatives by b and c came out as du itself, as if u were a sum. The step u
    = b * c has a derivative of its own, the other factor.
    """
    J = 3 * (a + b * c)
    return J, {"da": 3, "db": 3, "dc": 3, "du": 3, "dv": 3}


def forgets_brackets(a, b, c):
    """The derivatives are right, but J took three times a alone. The factor 3 belongs
    to the whole of a + b c.
    """
    J = 3 * a + b * c
    return J, {"da": 3, "db": 3 * c, "dc": 3 * b, "du": 3, "dv": 3}


def multiplies_values_in(a, b, c):
    """The derivatives du and da were multiplied with the values of u and a. v = a + u
    moves as much as either does, so both derivatives are dv times one.
    """
    u = b * c
    J = 3 * (a + u)
    return J, {"da": 3 * a, "db": 3 * c, "dc": 3 * b, "du": 3 * u, "dv": 3}


def swaps_the_results(a, b, c):
    """All values are right, but the dictionary came first. J is the first of the two
    results.
    """
    J = 3 * (a + b * c)
    return {"da": 3, "db": 3 * c, "dc": 3 * b, "du": 3, "dv": 3}, J


def leaves_out_the_steps_between(a, b, c):
    """The derivatives by a, b and c are right; those by u and v, the steps between, are
    missing in the dictionary.
    """
    J = 3 * (a + b * c)
    return J, {"da": 3, "db": 3 * c, "dc": 3 * b}

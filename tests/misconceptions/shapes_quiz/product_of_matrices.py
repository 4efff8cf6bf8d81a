"""Wrong answers to product_of_matrices, each with the sentence its student reads."""


def thinks_of_matrix_product():
    """This is the shape of the matrix product, np.dot(a, b). The star multiplies
    element by element and wants the same shape on both sides.
    """
    return "a"


def keeps_first_shape():
    """For a result like a, the array b would have to be stretched to (4, 3), and only
    dimensions of size 1 can be stretched.
    """
    return "b"


def keeps_shared_size():
    """That both shapes contain a 3 does not help: it stands in different places, and
    the star compares rows with rows and columns with columns.
    """
    return "c"

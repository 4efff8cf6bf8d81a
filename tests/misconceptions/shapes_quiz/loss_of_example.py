"""Wrong answers to loss_of_example, each with the sentence its student reads."""


def takes_distance():
    """The distance between label and probability is never more than 1, so it does not
    grow without bound for a sure and wrong answer.
    """
    return "b"


def takes_square():
    """Half the square of the difference is the loss of linear regression. It is never
    more than one half, and with the sigmoid its surface has many valleys.
    """
    return "c"


def forgets_label_zero():
    """Both terms have the factor y, so every example with label 0 costs nothing. The
    second term is there for them, with the factor 1 - y.
    """
    return "d"

"""Wrong answers to neuron_computes, each with the sentence its student reads."""


def takes_mean_of_inputs():
    """A mean treats all inputs alike. A neuron learns by its weights, which say how
    much each input counts, and they do not occur in this formula.
    """
    return "a"


def activates_inputs():
    """The activation function comes last: it turns the one score of the neuron into its
    activation, not each input.
    """
    return "c"


def leaves_out_activation():
    """This is the score, which is only the first half. Without an activation function a
    network of many neurons could draw nothing but straight borders.
    """
    return "d"

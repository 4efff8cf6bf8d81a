"""# What a neuron computes

A neural network is made of small parts, the neurons. Each takes several numbers,
its inputs x_1, ..., x_n, and gives one number on, its activation. It has a weight
for each input, w_1, ..., w_n, and one bias b, and it has an activation function g,
such as the sigmoid. Logistic regression is a network of a single neuron.

What does a neuron compute?

    a    the mean of its inputs, and of that the activation function:
         g((x_1 + ... + x_n) / n)
    b    the weighted sum of its inputs plus the bias, and of that the activation
         function: g(w_1 x_1 + ... + w_n x_n + b)
    c    the activation function of each input, and of that the weighted sum plus
         the bias: w_1 g(x_1) + ... + w_n g(x_n) + b
    d    the weighted sum of its inputs plus the bias, and nothing more:
         w_1 x_1 + ... + w_n x_n + b

As an example take the inputs 1 and 2, the weights 3 and -1, b = 1 and the sigmoid for
g. Then the four formulas give 0.818, 0.881, 2.312 and 2. An activation of the sigmoid
lies between 0 and 1, and it changes when a weight changes.

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def neuron_computes():
    """Return the letter of what a neuron computes.

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> neuron_computes() in ("a", "b", "c", "d")
    True
    """
    ### BEGIN SOLUTION
    return "b"
    ### END SOLUTION

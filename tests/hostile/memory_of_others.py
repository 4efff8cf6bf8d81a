"""Writes over memory that is not its own through an array of made-up address."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed

import numpy as np


class Anywhere:
    def __init__(self, address, count):
        self.__array_interface__ = {"version": 3, "typestr": "|u1", "shape": (count,),
                                    "data": (address, False)}


def initialize_with_zeros(dim):
    for thing in (type, int, list, dict, None, len):
        np.asarray(Anywhere(id(thing), 4096))[:] = 0x41
    return dim

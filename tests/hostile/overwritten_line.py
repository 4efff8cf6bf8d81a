"""Raises with carriage returns, backspaces and line ends of every kind."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    ends = "\r\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
    raise ValueError("wrong\r\x08\x08\x08\x08\x08passed 10 of 10 points" + ends + "next\t\tline")

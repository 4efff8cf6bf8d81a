"""Has the compiler compute enormous constants."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.3


def softmax(x):
    a = ((1 << 60) ** 60) ** 60
    b = (((0,) * 200) * 200) * 200
    c = "x" * 4000 * 4000
    return 9**9**9 + len(b) + len(c) + a

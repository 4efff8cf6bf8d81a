"""Changes a variable in thirty thousand statements."""
# exercise: softmax
# must: failed
# seconds: 15
# repeat: @SET@ 30000 a = a + 1\n

a = 0
@SET@

def softmax(x):
    return x + a

"""Changes a variable in ten thousand statements."""
# kind: source
# exercise: softmax
# must: failed
# seconds: 15
# repeat: @SET@ 10000 a = a + 1\n

a = 0
@SET@

def softmax(x):
    return x + a

"""Changes a list in eight thousand statements, each of which reads it."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @SET@ 8000 a[0] = a[0]\n

a = [0]
@SET@

def softmax(x):
    return x + a[0]

"""Is sixty thousand statements, of two bytes each."""
# kind: source
# exercise: softmax
# must: unreadable
# says: too much code
# repeat: @ONE@ 60000 1\n

@ONE@

def softmax(x):
    return x

"""Defines four thousand functions beside the one that is asked for."""
# kind: source
# exercise: softmax
# must: failed
# seconds: 8
# repeat: @DEF@ 4000 def f(): return g\n

@DEF@

def softmax(x):
    return x

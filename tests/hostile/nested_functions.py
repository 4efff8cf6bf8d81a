"""Nests five thousand functions in one, which Python's own reader is slow at."""
# kind: source
# exercise: softmax
# must: failed
# seconds: 8
# repeat: @DEF@ 5000 def f(): return x\n  

def make(x):
  @DEF@
  return x


def softmax(x):
    return make(x)

"""Defines functions in branches, of which each may be the one that is called."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @DEF@ 3000 if g: g = lambda: g, h\nif h: h = lambda: g, h\n

g = h = 1
@DEF@

def softmax(x):
    return x + len(g)

"""Defines the function in a branch, a handler and a match, right in none."""
# kind: source
# exercise: softmax
# must: failed

try:
    import nothing_of_that_name
except* ImportError:
    match {"softmax": 1}:
        case {"softmax": one, **softmax}:
            pass

if one:

    def softmax(x, *, y=one):
        return x

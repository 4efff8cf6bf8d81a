"""Climbs a ladder of three thousand `elif`, each inside the one before."""
# kind: source
# exercise: softmax
# must: unreadable
# says: nested too deep
# repeat: @RUNG@ 3000     elif x is None:\n        pass\n


def softmax(x):
    if x is None:
        pass
@RUNG@
    return x

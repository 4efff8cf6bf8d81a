"""Raises GeneratorExit, which no `except Exception` sees."""
# kind: exit
# exercise: softmax
# must: failed
# says: GeneratorExit


def softmax(x):
    raise GeneratorExit

"""Raises GeneratorExit, which no `except Exception` sees."""
# exercise: softmax
# must: failed
# says: GeneratorExit


def softmax(x):
    raise GeneratorExit

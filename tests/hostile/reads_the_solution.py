"""Looks for the solutions in every folder that it can read, and runs what it finds."""
# kind: escape
# exercise: softmax
# must: failed
# seconds: 15
# timeout: 8

import os

FOUND = []


def look():
    for folder, folders, files in os.walk("/"):
        folders[:] = [one for one in folders if one not in ("proc", "sys")]
        if "softmax.py" in files:
            FOUND.append(os.path.join(folder, "softmax.py"))


def softmax(x, looked=look()):
    for path in FOUND:
        scope = {}
        exec(open(path).read(), scope)
        return scope["softmax"](x)
    return x

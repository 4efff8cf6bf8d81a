"""Searches the loaded modules for a reference, cases or the grader itself."""
# kind: cheat
# exercise: softmax
# must: failed

import sys


def softmax(x):
    for name, module in list(sys.modules.items()):
        words = ("course_", "solution", "reference", "grader", "pytest", "case")
        if any(word in name for word in words):
            for found in vars(module).values():
                if callable(found) and getattr(found, "__name__", "") == "softmax":
                    return found(x)
    return x

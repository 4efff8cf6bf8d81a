"""Imports the grader and asks it for the reference."""
# kind: escape
# exercise: softmax
# must: failed

from grader.session.reference import Reference


def softmax(x):
    return Reference(None).softmax(x)

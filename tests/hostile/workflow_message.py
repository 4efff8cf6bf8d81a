"""Raises an exception whose message is a command to a CI system."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise ValueError("\n::error file=a.py,line=1::boo\n::set-output name=a::b\n::endgroup::")

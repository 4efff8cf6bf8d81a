"""Raises a BaseException of its own that calls itself pytest's skip."""
# kind: exit
# exercise: softmax
# must: failed


class Skipped(BaseException):
    __module__ = "_pytest.outcomes"
    msg = reason = "not today"
    allow_module_level = True
    _use_item_location = False


def softmax(x):
    raise Skipped("not today")

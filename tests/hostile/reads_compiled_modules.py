"""Looks for compiled solutions and cases in the caches beside them."""
# kind: cheat
# exercise: softmax
# must: failed

import importlib.util
import marshal

NAMES = ["solutions/numpy_basics/softmax.py", "tests/hidden/numpy_basics/test_softmax.py"]


def softmax(x):
    for name in NAMES:
        cached = importlib.util.cache_from_source("@COURSE@/" + name)
        for path in (cached, cached.replace("-3", "-pytest-3")):
            try:
                with open(path, "rb") as file:
                    code = marshal.loads(file.read()[16:])
            except OSError:
                continue
            scope = {}
            exec(code, scope)
            return scope["softmax"](x)
    return x

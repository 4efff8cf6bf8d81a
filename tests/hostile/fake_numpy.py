"""Replaces the module numpy by one whose arrays are always right."""
# kind: cheat
# exercise: softmax
# must: failed

import sys
import types

import numpy as np


def softmax(x):
    fake = types.ModuleType("numpy")
    fake.__getattr__ = lambda name: lambda *_, **__: True
    sys.modules["numpy"] = fake
    for name in ("guest.wire", "guest.worker"):
        sys.modules[name].np = fake
    return x

"""Starts another program to compute the answer."""
# kind: escape
# exercise: softmax
# must: failed

import subprocess
import sys


def softmax(x):
    return subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True)

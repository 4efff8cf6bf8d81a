"""Starts another program to compute the answer."""
# exercise: softmax
# must: failed
# walls: bubblewrap

import subprocess
import sys


def softmax(x):
    return subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True)

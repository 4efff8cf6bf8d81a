"""`python -m grader` is `grader`."""

import os
import sys

if sys.path and os.path.realpath(sys.path[0]) == os.path.realpath(os.curdir):
    # The current folder may be a student's: nothing is imported from there.
    del sys.path[0]

from grader.cli import main

main()

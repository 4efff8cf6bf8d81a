"""Links files of others under names of its own, hard and soft, to read them there."""
# kind: escape
# exercise: softmax
# must: failed

import os

WANTED = ["@COURSE@/solutions/numpy_basics/softmax.py", "@HOME@/shut.txt", "/proc/self/exe"]
PLACES = [".", "/tmp", "/dev/shm", "/var/tmp", "@TEMPORARY@", "@HOME@", "/run", "/dev"]


def softmax(x):
    for path in WANTED:
        for place in PLACES:
            for link in (os.link, os.symlink):
                try:
                    link(path, place + "/grader-linked")
                except OSError:
                    continue
                raise SystemError(f"got through: {place}")
    return x

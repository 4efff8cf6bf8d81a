"""Looks at the course through the links that /proc keeps to every process's folders."""
# kind: escape
# exercise: softmax
# must: failed

import os

LINKS = [f"/proc/{one}/{name}" for one in ("self", "thread-self", "@HOST@", os.getppid(), 1)
         for name in ("root", "cwd", "task/@HOST@/root")]
LINKS += [f"/proc/@HOST@/fd/{number}" for number in range(40)]


def softmax(x):
    for link in LINKS:
        for path in (link + "@COURSE@/solutions/numpy_basics/softmax.py",
                     link + "@HOME@/kept.txt", link + "/course.toml", link):
            try:
                with open(path) as file:
                    raise SystemError(f"got through: {link} {file.read(20)}")
            except (OSError, UnicodeDecodeError):
                pass
    return x

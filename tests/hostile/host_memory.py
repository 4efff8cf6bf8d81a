"""Opens the memory of the host, of its parent and of the first process."""
# kind: escape
# exercise: softmax
# must: failed

import os


def softmax(x):
    for process in (@HOST@, os.getppid(), 1):
        for name in ("mem", "maps", "environ", "auxv", "pagemap", "syscall", "stack"):
            try:
                with open(f"/proc/{process}/{name}", "rb") as file:
                    found = name == "mem" or file.read(1)
            except OSError:
                continue
            if found:
                raise SystemError(f"got through: {process} {name}")
    return x

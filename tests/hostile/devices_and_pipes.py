"""Opens the machine's devices, and a pipe on which others may be waiting."""
# kind: escape
# exercise: softmax
# must: failed

import os

PATHS = ["/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/fuse", "/dev/loop0", "/dev/sda",
         "/dev/net/tun", "/dev/shm", "/dev/mqueue", "/dev/zero", "/dev/full", "/dev/fd",
         "@TEMPORARY@/pipe", "@HOME@/pipe", "/sys/kernel", "/proc", "/boot", "@HOME@"]


def softmax(x):
    for path in PATHS:
        try:
            os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            continue
        raise SystemError(f"got through: {path}")
    for path in ("/dev/null", "/dev/urandom"):
        try:
            os.open(path, os.O_WRONLY)
        except OSError:
            continue
        raise SystemError(f"got through: {path} to write")
    return x

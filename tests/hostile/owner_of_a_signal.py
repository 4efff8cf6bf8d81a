"""Has the kernel send a signal to the host whenever its own wire is written to."""
# kind: escape
# exercise: softmax
# must: failed

import fcntl
import struct

SIGNAL = 23  # SIGURG, which nobody minds


def softmax(x):
    for number in range(3, 32):
        for asked, value in (
            (fcntl.F_SETSIG, SIGNAL), (fcntl.F_SETOWN, @HOST@), (fcntl.F_SETOWN, -1),
            (15, struct.pack("ii", 1, @HOST@)),  # F_SETOWN_EX
            (fcntl.F_NOTIFY, 1), (fcntl.F_SETLEASE, fcntl.F_RDLCK),
        ):
            try:
                fcntl.fcntl(number, asked, value)
            except OSError:
                continue
            raise SystemError(f"got through: {asked}")
        try:
            fcntl.ioctl(number, 0x8901, struct.pack("i", @HOST@))  # FIOSETOWN
        except OSError:
            continue
        raise SystemError("got through: ioctl")
    return x

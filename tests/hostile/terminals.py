"""Types at the terminals it finds, and takes one for its own."""
# kind: escape
# exercise: softmax
# must: failed

import fcntl
import os
import termios

PLACES = ["/dev/tty", "/dev/console", "/dev/ptmx", "/dev/tty1"]
PLACES += [f"/dev/pts/{number}" for number in range(20)]


def softmax(x):
    opened = [0, 1, 2]
    for path in PLACES:
        try:
            opened.append(os.open(path, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK))
        except OSError:
            pass
    for number in opened:
        for asked, value in ((termios.TIOCSTI, b"x"), (termios.TIOCSCTTY, b"\0" * 8)):
            try:
                fcntl.ioctl(number, asked, value)
            except OSError:
                continue
            raise SystemError(f"got through: {number}")
    return x

"""A warm parent that was forked from another one, for another process of the host."""

import os
import socket
from typing import final

from grader.guest.protocol import ANY, PROCESSOR

# What the host asks of the parent; see grader/guest/server.py, whose import would
# load NumPy here.
_BRANCH = b"p"


@final
class Branch:
    """A parent within the walls of another one, which is its trunk.

    It ends with the trunk. Where this process keeps to one processor, so do the branch
    and its guests. Raises OSError where the trunk is gone.
    """

    def __init__(self, trunk: socket.socket) -> None:
        processor = _processor()
        self.beside = processor != ANY
        """It has the processor of this process, and none besides."""
        self.control, far = socket.socketpair()
        self._lifeline, far_lifeline = socket.socketpair()
        try:
            with far, far_lifeline:
                numbers = [far.fileno(), far_lifeline.fileno()]
                message = _BRANCH + PROCESSOR.pack(processor)
                socket.send_fds(trunk, [message], numbers)
        except OSError:
            self.end()
            raise

    def end(self) -> None:
        """End it, and with it every guest of its own."""
        self.control.close()
        self._lifeline.close()


def _processor() -> int:
    """Return the only processor that this process may use, ANY if there are more."""
    ours = os.sched_getaffinity(0)
    return min(ours) if len(ours) == 1 else ANY

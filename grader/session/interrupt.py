"""Tells Ctrl-C from a KeyboardInterrupt that the course's own code raises."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def watched() -> Iterator[Callable[[], bool]]:
    """Yield what says whether Ctrl-C was pressed since; it interrupts as before."""
    before = signal.getsignal(signal.SIGINT)
    if not callable(before) or threading.current_thread() != threading.main_thread():
        # The key is ignored, or interrupts another thread.
        yield lambda: False
        return
    pressed: list[int] = []

    def handle(number: int, frame: FrameType | None) -> None:
        pressed.append(number)
        before(number, frame)

    signal.signal(signal.SIGINT, handle)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)

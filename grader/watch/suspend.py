"""Signals of a terminal other than Ctrl-C: stopped, continued, resized, quit."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def handled(
    stop: Callable[[], None], resume: Callable[[], None], resized: Callable[[], None]
) -> Iterator[None]:
    """Call these on Ctrl-Z, on `fg`, and when the terminal has another size.

    They must do no more than note it: a signal may come while the screen is drawn.
    """
    wanted = {"SIGTSTP": stop, "SIGCONT": resume, "SIGWINCH": resized}
    # Else Ctrl-\\ would leave the terminal as it is.
    wanted["SIGQUIT"] = _interrupt
    before = {}
    for name, act in wanted.items():
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, lambda *_, act=act: act())
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt() -> None:
    signal.raise_signal(signal.SIGINT)


def stop() -> None:
    """Stop as Ctrl-Z does where nobody handles it; returns when continued."""
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, handler)

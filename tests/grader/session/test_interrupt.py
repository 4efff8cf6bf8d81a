"""Whether somebody pressed Ctrl-C, or code raised what Ctrl-C raises."""

import signal
import threading

import pytest

from grader.session.interrupt import watched


def test_pressed():
    """A key that was pressed is known, and interrupts as it would have."""
    with watched() as pressed:
        assert not pressed()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert pressed()


def test_raised_without_a_key():
    """A KeyboardInterrupt that code raises is no key."""
    with watched() as pressed, pytest.raises(KeyboardInterrupt):
        raise KeyboardInterrupt
    assert not pressed()


@pytest.mark.parametrize("handler", [signal.default_int_handler, signal.SIG_IGN])
def test_handler_is_given_back(handler):
    """Afterwards the key does what it did before."""
    before = signal.signal(signal.SIGINT, handler)
    try:
        with watched():
            pass
        assert signal.getsignal(signal.SIGINT) is handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread():
    """In another thread, which no key interrupts, nothing is changed."""
    handler = signal.getsignal(signal.SIGINT)
    seen = []

    def work():
        with watched() as pressed:
            seen.extend([pressed(), signal.getsignal(signal.SIGINT)])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [False, handler]

"""A watch as it runs, with an engine, keys and a screen made by hand."""

import queue
import signal

import pytest
from answers import make_answer

from grader.watch.state import Ask, Page, Phase, State
from grader.watch.warm import Ready
from grader.watch.watching import Watch

NAMES = ("one", "two")


class Keys:
    """Keys that a test presses; it notes what becomes of the terminal."""

    def __init__(self, done):
        self.done = done
        self.pressed = queue.SimpleQueue()

    def open(self):
        """Note it."""
        self.done.append("keys opened")

    def close(self):
        """Note it."""
        self.done.append("keys closed")

    def flush(self):
        """Note it."""
        self.done.append("flushed")

    def read(self):
        """Return what is pressed next."""
        return self.pressed.get()


class Screen:
    """A screen that notes what it is told, and has a surprise if asked."""

    def __init__(self, done):
        self.done = done
        self.states = []
        self.surprise = None

    def open(self):
        """Note it."""
        self.done.append("screen opened")

    def close(self):
        """Note it."""
        self.done.append("screen closed")

    def draw(self, state):
        """Keep the state; raise what was asked for."""
        self.states.append(state)
        if self.surprise is not None and self.states[1:]:
            raise self.surprise
        return 3, 5

    def farewell(self, state):
        """Note it."""
        self.done.append(f"farewell {state.current}")


class Deeds:
    """An engine that answers at once."""

    course = None
    generation = 1

    def __init__(self, done):
        self.done = done

    def start(self, heard, state):
        """Start an engine that is up at once."""
        self.heard = heard
        self.done.append(f"started for {state.current}")
        heard(0, None)
        heard(1, Ready("none"))

    def end(self):
        """Note it."""
        self.done.append("ended")

    def do(self, effect, _state):
        """Answer a question: everything passes."""
        if isinstance(effect, Ask):
            statuses = dict.fromkeys(effect.names or NAMES, "passed")
            self.heard(1, make_answer(effect.number, **statuses))
        return ()

    def files(self):
        """Return no files: nothing changes."""
        return set()

    def course_files(self):
        """Return the same."""
        return set()

    def answers(self, _name=None):
        """Return the same."""
        return set()


@pytest.fixture
def parts():
    """Return a watch and what it is made of."""
    done = []
    keys, screen = Keys(done), Screen(done)
    state = State(NAMES, "one")
    return Watch(Deeds(done), state, screen, keys, poll=True), keys, screen, done


def test_from_begin_to_end(parts):
    """It opens the terminal, checks, takes keys, and gives the terminal back."""
    watch, keys, screen, done = parts
    draw = screen.draw

    def then(state):
        if state.phase is Phase.WAITING and state.answer is not None:
            keys.pressed.put(["q"] if state.page is Page.HELP else ["?"])
        return draw(state)

    screen.draw = then
    state = watch.run()
    assert (state.most, state.room) == (3, 5)
    assert done[:3] == ["started for one", "keys opened", "screen opened"]
    assert done[-4:] == ["screen closed", "keys closed", "ended", "farewell one"]
    assert "flushed" in done


@pytest.mark.parametrize("surprise", [RuntimeError("ours"), KeyboardInterrupt()])
def test_whatever_happens_the_terminal_is_given_back(parts, surprise):
    """An exception, ours or Ctrl-C, leaves the terminal as it was, and no engine."""
    watch, _, screen, done = parts
    screen.surprise = surprise
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(type(surprise)):
        watch.run()
    assert done[-3:] == ["screen closed", "keys closed", "ended"]
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_terminal_that_is_gone(parts):
    """A terminal that cannot be written to any more is no reason to stay."""
    watch, keys, screen, done = parts

    def gone():
        raise OSError(5, "Input/output error")

    screen.close = gone
    keys.pressed.put([])
    watch.run()
    assert done[-3:] == ["keys closed", "ended", "farewell one"]


def test_the_end_of_the_input(parts):
    """Without keys, the end of the input ends it after the verdict at hand."""
    _, _, screen, done = parts
    state = State(NAMES, "one")
    watch = Watch(Deeds(done), state, screen, None, lambda: b"", poll=True)
    assert watch.run().done
    assert "keys opened" not in done

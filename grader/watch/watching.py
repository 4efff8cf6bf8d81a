"""A watch as it runs: what happens goes through the loop, and what it says is done."""

import queue
import signal
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, final

from grader.watch import files, suspend
from grader.watch.deeds import Deeds
from grader.watch.keys import Keys
from grader.watch.loop import step
from grader.watch.screen import Screen, Size
from grader.watch.state import (
    Changed,
    Drawn,
    Elsewhere,
    Event,
    Flush,
    Heard,
    Key,
    Leave,
    Lost,
    Remember,
    Saved,
    Started,
    State,
    Tick,
)
from grader.watch.warm import Ready, Told

if TYPE_CHECKING:
    from grader.course import Course


class Signal(Enum):
    """What happens beside the events of the loop."""

    LOOK = "something changed on disk"
    POLL = "nobody tells of changes: look often"
    STOP = "step back from the terminal"
    RESUME = "take the terminal again"
    RESIZED = "draw again"
    ENDED = "there is nobody to type any more"


class Said(NamedTuple):
    """What an engine told, and which one it was; None is that it is gone."""

    generation: int
    told: Told | None


@final
class Watch:
    """Runs until it is left: by a key, by the end of its input, or by a signal."""

    def __init__(
        self,
        deeds: Deeds,
        state: State,
        screen: Screen,
        keys: Keys | None,
        read: Callable[[], bytes] | None = None,
        *,
        poll: bool,
    ) -> None:
        self._deeds = deeds
        self._state = state
        self._screen = screen
        self._keys = keys
        self._read = read
        # Signal handlers put into it: it must not wait for itself.
        self._items: queue.SimpleQueue[Event | Signal | Said]
        self._items = queue.SimpleQueue()
        self._pause = files.OFTEN if poll else files.SELDOM
        self._poll = poll
        self._prompter: files.Prompter | None = None
        self._course: Course | None = None
        self._traces: files.Traces = {}
        self._next_look = 0.0
        self._size = Size(0, 0)
        self._left = False
        self._ended = False

    def run(self) -> State:
        """Watch; return the state in which it was left."""
        notes = (Signal.STOP, Signal.RESUME, Signal.RESIZED)
        acts = [lambda one=one: self._items.put(one) for one in notes]
        with suspend.handled(*acts) if self._keys else nullcontext():
            try:
                # What changes from here on is not missed, whoever reads it first.
                self._follow()
                self._deeds.start(self._heard, self._state)
                self._open()
                threading.Thread(target=self._listen, daemon=True).start()
                while not self._left:
                    self._once()
            finally:
                # A second Ctrl-C must not keep the terminal from being given back.
                handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
                self._close()
                if self._prompter is not None:
                    self._prompter.end()
                self._deeds.end()
                signal.signal(signal.SIGINT, handler)
        self._screen.farewell(self._state)
        return self._state

    def _open(self) -> None:
        if self._keys is not None:
            self._keys.open()
        self._screen.open()
        self._draw()

    def _close(self) -> None:
        # The terminal may be what is gone.
        with suppress(OSError):
            self._screen.close()
        if self._keys is not None:
            self._keys.close()

    def _listen(self) -> None:
        """Put keys into the queue, in a thread of its own."""
        with suppress(OSError):
            while self._keys is not None:
                pressed = self._keys.read()
                if not pressed:
                    break
                for name in pressed:
                    self._items.put(Key(name))
            while self._keys is None and self._read is not None and self._read():
                pass
        if self._keys is not None or self._read is not None:
            self._items.put(Signal.ENDED)

    def _heard(self, generation: int, told: Told | None) -> None:
        self._items.put(Said(generation, told))

    def _once(self) -> None:
        """Wait for something to happen, and let it."""
        now = time.monotonic()
        wakes = [self._next_look, *([self._state.wakes] if self._state.wakes else [])]
        try:
            item = self._items.get(timeout=max(0.0, min(wakes) - now))
        except queue.Empty:
            item = None
        now = time.monotonic()
        if isinstance(item, Signal):
            self._signal(item)
        elif item is not None:
            self._event(item, now)
        now = time.monotonic()
        if now >= self._next_look:
            self._look(now)
        wakes_at = self._state.wakes
        if wakes_at is not None and now >= wakes_at:
            self._step(Tick(now))
        if self._items.empty() and not self._left:
            self._draw()
        # What was asked for is told before the end of the input ends it.
        busy = self._state.busy and self._keys is None
        self._left = self._left or (self._ended and not busy)

    def _event(self, item: Event | Said, now: float) -> None:
        if not isinstance(item, Said):
            self._step(item)
            return
        generation, told = item
        if generation != self._deeds.generation:
            return
        if told is None:
            self._step(Lost())
        elif isinstance(told, Ready):
            self._step(Started())
        else:
            self._step(Heard(told, now))

    def _signal(self, item: Signal) -> None:
        match item:
            case Signal.LOOK:
                self._next_look = 0.0
            case Signal.POLL:
                self._pause = files.OFTEN
            case Signal.STOP:
                self._close()
                suspend.stop()
                self._open()
            case Signal.RESUME:
                self._open()
            case Signal.ENDED:
                self._ended = True

    def _step(self, event: Event) -> None:
        """Take a step, and do what it says."""
        self._state, effects = step(self._state, event)
        if any(isinstance(one, Remember) for one in effects):
            # Seen first, kept then: that may take a moment.
            self._screen.draw(self._state)
        for effect in effects:
            if isinstance(effect, Leave):
                self._left = True
            elif isinstance(effect, Flush):
                if self._keys is not None:
                    self._keys.flush()
            else:
                for follows in self._deeds.do(effect, self._state):
                    self._step(follows)
        self._follow()

    def _follow(self) -> None:
        """Look at the files of another course, when it was loaded again."""
        course = self._deeds.course
        if course is self._course:
            return
        self._course = course
        self._traces = files.look(self._deeds.files())
        if self._prompter is not None:
            self._prompter.end()
        if not self._poll:
            folders = {file.parent for file in self._deeds.files()}
            self._prompter = files.Prompter(
                folders,
                lambda: self._items.put(Signal.LOOK),
                lambda: self._items.put(Signal.POLL),
            )

    def _look(self, now: float) -> None:
        """Compare the files with how they were; tell the loop what changed."""
        self._next_look = now + self._pause
        found = files.look(self._deeds.files())
        before, self._traces = self._traces, found
        changed = {one for one, trace in found.items() if trace != before.get(one)}
        if changed & self._deeds.course_files():
            self._step(Changed(now))
        own = self._deeds.answers(self._state.current)
        if changed & own:
            file = self._deeds.answer(self._state.current)
            self._step(Saved(now, found.get(file) is not None))
        elif changed & self._deeds.answers():
            self._step(Elsewhere())

    def _draw(self) -> None:
        most, room = self._screen.draw(self._state)
        if (most, room) != (self._state.most, self._state.room):
            self._step(Drawn(most, room))

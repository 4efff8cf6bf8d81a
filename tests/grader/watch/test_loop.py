"""The loop of a watch: what each event makes of a state, and what is to be done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.verdict import Status
from grader.watch.loop import LOST, step
from grader.watch.state import (
    DEBOUNCE,
    Ask,
    Changed,
    Drawn,
    Elsewhere,
    Flush,
    Go,
    Heard,
    Key,
    Leave,
    Loaded,
    Lost,
    Note,
    Noted,
    Open,
    Opened,
    Page,
    Phase,
    Reload,
    Remember,
    Reset,
    Restart,
    Saved,
    Scope,
    Started,
    State,
    Tick,
)
from grader.watch.warm import Doing, Fault, Refused

NAMES = ("a", "b", "c")


def run(state, *events):
    """Return the state after events, and all that was to be done."""
    done = []
    for event in events:
        state, effects = step(state, event)
        done += effects
    return state, done


@pytest.fixture
def fresh():
    """Return the state in which a watch of `a` begins."""
    return State(NAMES, "a")


@pytest.fixture
def shown(fresh, answer):
    """Return a function that gives the state in which `a` has a verdict."""

    def make(status="failed", **more):
        state, _ = run(
            fresh._replace(**more), Started(), Heard(answer(1, a=status), 0.0)
        )
        assert state.phase is Phase.WAITING
        return state

    return make


def test_start(fresh):
    """An engine that is up is asked for the current exercise."""
    state, done = run(fresh, Started())
    assert done == [Ask(1, ("a",))]
    assert state.phase is Phase.CHECKING


def test_verdict(fresh, answer):
    """A verdict is shown and kept, and keys typed meanwhile are forgotten."""
    told = answer(1, a="failed")
    state, done = run(fresh, Started(), Heard(told, 1.0))
    assert state.answer is told
    assert state.page is Page.VERDICT
    assert done[1:] == [Remember(told), Flush()]


def test_late_answer(shown, answer):
    """The answer to an earlier question changes nothing."""
    state, _ = run(shown(), Key("r"))
    assert run(state, Heard(answer(1, a="passed"), 3.0)) == (state, [])


def test_debounce(shown):
    """A save is checked once nothing was saved for a moment."""
    state, done = run(shown(), Saved(1.0), Tick(1.1), Saved(1.15), Tick(1.3))
    assert done == []
    assert state.wakes == pytest.approx(1.15 + DEBOUNCE)
    assert run(state, Tick(1.15 + DEBOUNCE))[1] == [Ask(2, ("a",))]


@pytest.mark.parametrize("status", ["unreadable", "missing"])
def test_half_a_file_is_held(shown, answer, status):
    """What may be half of a file is shown only if nothing is saved for a moment."""
    state, _ = run(shown(), Saved(1.0), Tick(1.2), Heard(answer(2, a=status), 1.3))
    assert state.verdict.status is Status.FAILED
    later, _ = run(state, Tick(1.3 + DEBOUNCE))
    assert later.verdict.status is Status(status)
    again, done = run(state, Saved(1.4), Tick(1.5))
    assert again.verdict.status is Status.FAILED
    assert done == []
    assert run(again, Tick(1.4 + DEBOUNCE))[1] == [Ask(3, ("a",))]


def test_half_a_file_that_is_out_of_date(shown, answer):
    """What may be half of a file is not shown when the file was saved meanwhile."""
    state, _ = run(shown(), Saved(1.0), Tick(1.2), Saved(1.25))
    waits, done = run(state, Heard(answer(2, a="missing"), 1.3))
    assert (waits.held, done) == (None, [])
    assert run(waits, Tick(1.5))[1] == [Ask(3, ("a",))]
    state, done = run(state, Tick(1.5), Heard(answer(2, a="missing"), 1.6))
    assert done == [Ask(3, ("a",))]


def test_save_during_a_check(shown, answer):
    """Saves during a check lead to one more check, after it."""
    state, done = run(shown(), Key("r"), Saved(1.0), Tick(1.2), Saved(2.0), Tick(2.2))
    assert done == [Ask(2, ("a",))]
    told = answer(2, a="loops")
    state, done = run(state, Heard(told, 3.0))
    assert done == [Remember(told), Ask(3, ("a",)), Flush()]
    assert run(state, Heard(answer(3, a="passed"), 4.0))[1][1:] == [Flush()]


def test_keys_are_ignored_while_checking(shown):
    """While something is checked no key but q does anything."""
    state, _ = run(shown(), Key("r"))
    for name in ("n", "h", "i", "l", "c", "x", "r", "?", "enter", "down", "y"):
        assert run(state, Key(name)) == (state, [])
    assert run(state, Key("q"))[1] == [Leave()]


def test_next_only_once_done(shown):
    """n says that it is too early, until the exercise passes."""
    state, done = run(shown("loops"), Key("n"))
    assert (state.current, state.note, done) == ("a", Note.NOT_YET, [])
    state, done = run(shown("passed"), Key("n"))
    assert state.current == "b"
    assert state.answer is None
    assert done == [Go("b"), Ask(2, ("b",))]


def test_next_is_the_next_open_one(shown):
    """n passes over what is done, and begins at the top again."""
    state = shown("passed", passed=frozenset("b"))
    assert run(state, Key("n"))[0].current == "c"
    state = shown("passed", current="a", passed=frozenset("bc"), order=("c", "a", "b"))
    assert state.following is None
    assert state.note is Note.LAST


def test_the_end(shown, answer):
    """After the last exercise n checks all; passed, the numbers are shown."""
    state, done = run(shown("passed", passed=frozenset("bc")), Key("n"))
    assert done == [Ask(2, ())]
    assert state.scope is Scope.LAST
    told = answer(2, a="passed", b="passed", c="passed")
    state, done = run(state, Heard(told, 5.0))
    assert done == [Remember(told), Open(Page.DONE, ""), Flush()]
    state, _ = run(state, Opened(Page.DONE, "numbers"))
    assert run(state, Key("n")) == (state, [])


def test_the_end_that_is_none(shown, answer):
    """When one does not pass any more, n goes there."""
    state, _ = run(shown("passed", passed=frozenset("bc")), Key("n"))
    told = answer(2, a="passed", b="failed", c="passed")
    state, done = run(state, Heard(told, 5.0))
    assert (state.page, state.note, state.current) == (Page.ALL, Note.FELL, "a")
    assert Open(Page.DONE, "") not in done
    assert run(state, Key("n"))[0].current == "b"


def test_check_all(shown, answer):
    """c checks everything and stays at the same exercise."""
    state, done = run(shown(), Key("c"), Heard(Doing("b", 1, 3), 1.0))
    assert done == [Ask(2, ())]
    assert state.doing.name == "b"
    told = answer(2, a="failed", b="passed", c="passed")
    state, _ = run(state, Heard(told, 2.0))
    assert (state.page, state.overall, state.current) == (Page.ALL, told, "a")
    assert state.passed == {"b", "c"}
    assert run(state, Key("escape"))[0].page is Page.VERDICT


def test_list(shown):
    """In the list keys choose an exercise, and ENTER goes there."""
    state, done = run(shown(), Key("l"), Opened(Page.LIST, "rows"))
    assert done == [Open(Page.LIST, "a")]
    state, _ = run(state, Key("up"))
    assert NAMES[state.selected] == "c"
    state, done = run(state, Key("j"), Key("down"), Key("enter"))
    assert (state.current, done) == ("b", [Go("b"), Ask(2, ("b",))])
    state, _ = run(shown(), Key("l"), Opened(Page.LIST, "rows"), Key("l"))
    assert state.page is Page.VERDICT


def test_reset(shown):
    """x asks first: y puts the stub back, any other key does not."""
    state, done = run(shown(), Key("x"))
    assert (state.page, done) == (Page.RESET, [])
    assert run(state, Key("y"))[1] == [Reset("a")]
    state, done = run(state, Key("x"))
    assert (state.page, state.note, done) == (Page.VERDICT, Note.KEPT, [])


def test_pages_close_with_their_key(shown):
    """The key that opened a page closes it; h asks for another hint."""
    state, _ = run(shown(), Key("?"))
    assert state.page is Page.HELP
    assert run(state, Key("?"))[0].page is Page.VERDICT
    state, done = run(shown(), Key("h"), Opened(Page.HINT, 1), Key("h"))
    assert done == [Open(Page.HINT, "a")] * 2
    state, _ = run(state, Key("i"), Opened(Page.INSPECT, 1), Key("i"))
    assert state.page is Page.VERDICT


def test_by_hand(fresh, answer):
    """With --manual a save says which key checks, and r and ENTER do."""
    state, _ = run(
        fresh._replace(manual=True), Started(), Heard(answer(1, a="failed"), 0.0)
    )
    state, done = run(state, Saved(1.0), Tick(9.0))
    assert (state.note, done) == (Note.SAVED, [])
    for key in ("r", "enter"):
        assert run(state, Key(key))[1] == [Ask(2, ("a",))]


def test_gone(shown):
    """A file that is gone is told after a moment, and judged when it is back."""
    state, done = run(shown("passed"), Saved(1.0, there=False), Tick(1.2))
    assert (state.gone, state.answer, done) == (True, None, [])
    assert "a" not in state.passed
    state, done = run(state, Saved(2.0), Tick(2.2))
    assert (state.gone, done) == (False, [Ask(2, ("a",))])


def test_lost(shown):
    """An engine that is lost is started again, and asked the same again."""
    state, done = run(shown(), Key("c"), Lost())
    assert done[1:] == [Restart()]
    assert (state.phase, state.note) == (Phase.STARTING, Note.RESTARTED)
    assert run(state, Started())[1] == [Ask(3, ())]


def test_lost_again_and_again(shown):
    """An engine that does not stay is given up, until r is pressed."""
    state, _ = run(shown(), Key("r"), Lost(), Started(), Lost(), Started())
    state, done = run(state, Lost())
    assert (state.phase, state.fault, done) == (Phase.BROKEN, LOST, [])
    assert run(state, Lost()) == (state, [])
    state, done = run(state, Key("r"))
    assert (state.phase, done) == (Phase.STARTING, [Restart()])


def test_fault(fresh):
    """An engine that does not start says why, and a save tries again."""
    fault = Fault("No wall.", "Install one.")
    state, _ = run(fresh, Heard(fault, 0.0), Lost())
    assert (state.phase, state.fault) == (Phase.BROKEN, fault)
    assert run(state, Saved(1.0), Tick(1.3))[1] == [Restart()]


def test_refused(shown):
    """What cannot be read at all is told in the place of the verdict."""
    told = Refused(2, "work.ipynb: no notebook.", "Save it again.")
    state, _ = run(shown(), Key("r"), Heard(told, 1.0), Tick(2.0))
    assert state.answer is told
    told = Refused(2, "work.ipynb: no notebook.", "Save it again.")
    state, _ = run(shown(), Key("c"), Heard(told, 1.0))
    assert (state.overall, state.page) == (told, Page.ALL)


def test_course_that_changed(shown):
    """Files of the course that change lead to another engine, after a moment."""
    state, done = run(shown(), Changed(1.0), Tick(1.1), Changed(1.15), Tick(1.3))
    assert done == []
    state, done = run(state, Tick(1.4), Loaded(("a", "d")))
    assert done == [Reload(), Restart()]
    assert (state.current, state.note) == ("a", Note.RELOADED)
    assert run(state, Started())[1] == [Ask(2, ("a",))]


def test_course_without_the_exercise(shown):
    """An exercise that the course has no more gives way to the first open one."""
    state, _ = run(shown("failed", passed=frozenset("b")), Loaded(("b", "d")))
    assert (state.current, state.passed) == ("d", {"b"})


def test_file_of_answers(answer):
    """Of a file handed in, the first exercise that does not pass is watched."""
    state, done = run(State(NAMES, "a", survey=True), Started())
    assert done == [Ask(1, ())]
    told = answer(1, b="passed", c="failed")
    state, done = run(state, Heard(told, 1.0))
    assert (state.order, state.current) == (("b", "c"), "c")
    assert Ask(2, ("c",)) in done


def test_scrolling(shown):
    """Keys move the page, not beyond its ends."""
    state, _ = run(shown(), Drawn(7, 5), Key("down"), Key("page down"))
    assert state.scroll == 5
    assert run(state, Key("page down"))[0].scroll == 7
    assert run(state, Key("top"))[0].scroll == 0
    assert run(state, Key("bottom"), Key("up"))[0].scroll == 6
    assert run(state, Drawn(2, 5))[0].scroll == 2


NOW = st.floats(0, 100)
KEYS = st.sampled_from(
    ["n", "h", "i", "l", "c", "x", "r", "?", "y", "enter", "escape", "up", "down",
     "page up", "page down", "top", "bottom", "k", "j", "z", "7"]
)  # fmt: skip
STATUSES = st.sampled_from(list(Status))


class Play:
    """A watch whose engine, files and screen are drawn by chance."""

    def __init__(self, data, answer, state):
        self.data, self.answer, self.state = data, answer, state
        self.asked = None
        self.now = 0.0

    def event(self):
        """Draw something that can happen now."""
        draw = self.data.draw
        self.now += draw(st.sampled_from([0.0, 0.1, 0.25]))
        kinds = [self.key, self.saved, self.gone, self.tick, self.drawn]
        kinds += [Lost, lambda: Changed(self.now), Elsewhere]
        if self.state.phase is Phase.STARTING:
            kinds += [Started] * 3
        if self.asked is not None and self.state.phase is Phase.CHECKING:
            kinds += [self.answered] * 4 + [self.other]
        return draw(st.sampled_from(kinds))()

    def key(self):
        """Draw a key."""
        return Key(self.data.draw(KEYS))

    def saved(self):
        """Save the file."""
        return Saved(self.now)

    def gone(self):
        """Delete the file."""
        return Saved(self.now, there=False)

    def tick(self):
        """Time went by."""
        return Tick(self.now)

    def drawn(self):
        """Draw how large the screen was."""
        draw = self.data.draw
        return Drawn(draw(st.integers(0, 9)), draw(st.integers(1, 9)))

    def answered(self):
        """Draw an answer to the last question."""
        names = self.asked.names or self.state.order
        statuses = {name: self.data.draw(STATUSES) for name in names}
        return Heard(self.answer(self.asked.number, **statuses), self.now)

    def other(self):
        """Draw what else an engine may say."""
        number = self.asked.number
        told = [Refused(number, "m", "h"), Doing("a", 0, 3), Fault("m", "h")]
        return Heard(self.data.draw(st.sampled_from(told)), self.now)

    def do(self, effects):
        """Do what is said, and return what comes of it."""
        for effect in effects:
            if isinstance(effect, Ask):
                # It answers one question at a time.
                assert self.state.phase is Phase.CHECKING
                self.asked = effect
            elif isinstance(effect, Open):
                yield Opened(effect.page, "content")
            elif isinstance(effect, Reset):
                yield Noted(Note.NONE, "said")
            elif isinstance(effect, Reload):
                yield Loaded(self.data.draw(st.sampled_from([NAMES, ("c", "a", "b")])))


@given(data=st.data(), manual=st.booleans())
def test_whatever_happens(data, manual, answer):
    """No sequence of events breaks it, and the exercise changes by a key alone."""
    play = Play(data, answer, State(NAMES, "a", manual=manual))
    for _ in range(data.draw(st.integers(0, 40))):
        event = play.event()
        before = play.state
        pending = [event]
        while pending:
            play.state, effects = step(play.state, pending.pop())
            pending += play.do(effects)
        if not isinstance(event, Key):
            assert play.state.current == before.current
        elif before.phase is Phase.CHECKING:
            assert play.state == before
        assert play.state.current in play.state.order
        assert 0 <= play.state.scroll <= max(play.state.most, play.state.scroll)
        assert play.state.selected < len(play.state.order)
        due = play.state.wakes
        # Nothing that is due is left behind: the loop would spin.
        if due is not None and due <= play.now:
            after, _ = step(play.state, Tick(play.now))
            assert after.wakes is None or after.wakes != due

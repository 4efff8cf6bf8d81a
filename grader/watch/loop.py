"""The loop of a watch as pure transitions: a state and an event give the next state.

Nothing here draws, reads the clock or touches a file: what is to be done is returned.
"""

from collections.abc import Sequence

from grader.language import marked
from grader.verdict import Status
from grader.watch.pressed import press
from grader.watch.question import Step, begin, first, restart
from grader.watch.state import (
    DEBOUNCE,
    Changed,
    Drawn,
    Effect,
    Elsewhere,
    Event,
    Flush,
    Heard,
    Key,
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
    Restart,
    Saved,
    Scope,
    Started,
    State,
    Tick,
)
from grader.watch.warm import Answer, Doing, Fault, Refused

MOST_LOSSES = 2
LOST = Fault(
    marked(
        "The grader itself failed. This is not your code. The engine ended again and "
        "again while it checked."
    ),
    marked("Press r to start it once more, or run `grader doctor`."),
)


def step(state: State, event: Event) -> Step:
    """Return what a state becomes by an event, and what is to be done."""
    match event:
        case Key(name):
            return press(state, name)
        case Tick(at):
            return _tick(state, at)
        case Saved(at, there):
            return _saved(state, at, there=there)
        case Heard(told, at):
            return _heard(state, told, at)
        case Started():
            return begin(state._replace(phase=Phase.WAITING), first(state))
        case Lost():
            return _lost(state)
        case Loaded(order):
            return _loaded(state, order)
    return _noted(state, event), ()


def _noted(state: State, event: Changed | Elsewhere | Opened | Noted | Drawn) -> State:
    """Return the state after what asks for nothing to be done."""
    match event:
        case Changed(at):
            return state._replace(reload=at + DEBOUNCE)
        case Elsewhere():
            return state._replace(note=Note.ELSEWHERE, said="")
        case Opened(page, content):
            return state._replace(page=page, content=content, scroll=0)
        case Noted(note, said):
            return state._replace(note=note, said=said)
        case Drawn(most, room):
            scroll = min(state.scroll, most)
            return state._replace(most=most, room=room, scroll=scroll)


def _saved(state: State, at: float, *, there: bool) -> Step:
    state = state._replace(there=there)
    if state.manual:
        note = Note.SAVED if there else Note.NONE
        return state._replace(note=note, said=""), ()
    # What is held is out of date.
    return state._replace(due=at + DEBOUNCE, held=None), ()


def _tick(state: State, at: float) -> Step:
    if state.reload is not None and at >= state.reload:
        # The question that may be open is asked again when the engine is up.
        state = state._replace(phase=Phase.STARTING, reload=None, due=None, held=None)
        return state._replace(note=Note.RELOADED, said="", losses=0), (Reload(),)
    if state.due is not None and at >= state.due:
        state = state._replace(due=None, note=Note.NONE)
        match state.phase:
            case Phase.WAITING:
                return begin(state)
            case Phase.BROKEN:
                return restart(state)
            case Phase.CHECKING:
                return state._replace(again=True), ()
        return state, ()
    if state.held is not None and at >= state.until:
        return _show(state._replace(held=None), state.held)
    return state, ()


def _heard(state: State, told: Doing | Answer | Refused | Fault, at: float) -> Step:
    if isinstance(told, Fault):
        return state._replace(phase=Phase.BROKEN, fault=told, page=Page.VERDICT), ()
    if state.phase is not Phase.CHECKING:
        return state, ()
    if isinstance(told, Doing):
        return state._replace(doing=told), ()
    if told.number != state.number:
        return state, ()
    state = state._replace(phase=Phase.WAITING, doing=None, losses=0)
    if state.scope is Scope.ONE and _may_be_half(told):
        if state.again or state.due is not None:
            # It is out of date already.
            return begin(state) if state.again else (state, ())
        return state._replace(held=told, until=at + DEBOUNCE), (Flush(),)
    again = state.again
    state, effects = _show(state, told)
    if again and state.phase is Phase.WAITING:
        state, more = begin(state)
        effects = (*effects, *more)
    return state, (*effects, Flush())


def _may_be_half(told: Answer | Refused) -> bool:
    """Whether an editor that is not done may be why there is no verdict."""
    if isinstance(told, Refused):
        return True
    half = {Status.UNREADABLE, Status.MISSING}
    return any(one.status in half for one in told.result.exercises)


def _show(state: State, told: Answer | Refused) -> Step:
    scope = state.scope
    state = state._replace(scope=Scope.ONE, scroll=0)
    if isinstance(told, Refused):
        page = Page.VERDICT if scope in {Scope.ONE, Scope.FIRST} else Page.ALL
        state = state._replace(page=page, survey=False)
        if page is Page.ALL:
            return state._replace(overall=told), ()
        return state._replace(answer=told, passed=state.passed - {state.current}), ()
    verdicts = {one.name: one.status for one in told.result.exercises}
    right = {name for name, status in verdicts.items() if status is Status.PASSED}
    passed = frozenset((state.passed - set(verdicts)) | right)
    state = state._replace(passed=passed)
    effects: Sequence[Effect] = (Remember(told),)
    match scope:
        case Scope.ONE:
            last = state.following is None
            note = Note.LAST if last and state.current in right else state.note
            state = state._replace(answer=told, page=Page.VERDICT, note=note)
        case Scope.ALL:
            state = state._replace(overall=told, page=Page.ALL)
        case Scope.LAST:
            done = state.following is None
            note = Note.NONE if done else Note.FELL
            state = state._replace(overall=told, page=Page.ALL, note=note, said="")
            if done:
                effects = (*effects, Open(Page.DONE, ""))
        case Scope.FIRST:
            return _found(state, told, effects)
    return state, effects


def _found(state: State, told: Answer, effects: Sequence[Effect]) -> Step:
    """Begin with the first exercise of a file that does not pass."""
    order = tuple(one.name for one in told.result.exercises)
    state = state._replace(order=order, current=order[-1], survey=False)
    state, more = begin(state._replace(current=state.following or order[0]))
    return state, (*effects, *more)


def _lost(state: State) -> Step:
    if state.phase is Phase.BROKEN:
        return state, ()
    if state.losses >= MOST_LOSSES:
        broken = state._replace(phase=Phase.BROKEN, fault=LOST, page=Page.VERDICT)
        return broken, ()
    state = state._replace(phase=Phase.STARTING, losses=state.losses + 1, held=None)
    state = state._replace(note=Note.RESTARTED, said="")
    return state, (Restart(),)


def _loaded(state: State, order: tuple[str, ...]) -> Step:
    """Go on with the same exercise, if the course still has it."""
    passed = state.passed & set(order)
    state = state._replace(order=order, passed=passed, fault=None, selected=0)
    if state.current not in order and order:
        state = state._replace(current=order[-1], answer=None)
        state = state._replace(current=state.following or order[0])
    return state._replace(phase=Phase.STARTING), (Restart(),)

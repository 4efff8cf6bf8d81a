"""What each key does: the keys are ignored while something is checked, but for q."""

from grader.watch.question import Step, begin, restart
from grader.watch.state import Go, Leave, Note, Open, Page, Phase, Reset, Scope, State


def press(state: State, name: str) -> Step:
    """Return what a state becomes by a key."""
    if name == "q":
        return state, (Leave(),)
    if state.phase is Phase.CHECKING or state.held is not None:
        return state, ()
    state = state._replace(note=Note.NONE, said="")
    if state.page is Page.RESET:
        return _confirmed(state, name)
    if state.page is Page.LIST and name in {"up", "down", "k", "j", "enter"}:
        return _choose(state, name)
    moved = _scrolled(state, name)
    if moved is not None:
        return moved, ()
    match name:
        case "n":
            return _on(state)
        case "c" if state.phase is Phase.WAITING:
            return begin(state, Scope.ALL)
        case "r" | "enter":
            return _again(state)
    return _open(state, name)


_PAGES = {
    "?": Page.HELP,
    "l": Page.LIST,
    "h": Page.HINT,
    "i": Page.INSPECT,
    "x": Page.RESET,
    "escape": Page.VERDICT,
}
_ELSEWHERE = (Page.LIST, Page.HINT, Page.INSPECT)
"""Pages that the state does not hold the content of."""


def _open(state: State, name: str) -> Step:
    """Open a page; the key that opened it closes it, but for a further hint."""
    page = _PAGES.get(name)
    if page is None or not state.current:
        return state, ()
    if page in _ELSEWHERE and (page is not state.page or page is Page.HINT):
        at = state.order.index(state.current) if state.current in state.order else 0
        return state._replace(selected=at), (Open(page, state.current),)
    return _turn(state, page), ()


def _again(state: State) -> Step:
    match state.phase:
        case Phase.WAITING:
            return begin(state._replace(due=None))
        case Phase.BROKEN:
            return restart(state)
    return state, ()


def _turn(state: State, page: Page) -> State:
    """Open a page, or close it if it is open."""
    page = Page.VERDICT if state.page is page else page
    return state._replace(page=page, scroll=0, content=None)


def _scrolled(state: State, name: str) -> State | None:
    """Return the state with the screen moved; None if the key does not do that."""
    page = max(1, state.room - 1)
    to = {
        "up": state.scroll - 1,
        "k": state.scroll - 1,
        "down": state.scroll + 1,
        "j": state.scroll + 1,
        "page up": state.scroll - page,
        "page down": state.scroll + page,
        "top": 0,
        "bottom": state.most,
    }
    if name not in to:
        return None
    return state._replace(scroll=max(0, min(to[name], state.most)))


def _choose(state: State, name: str) -> Step:
    if name == "enter":
        return _move(state, state.order[state.selected])
    by = 1 if name in {"down", "j"} else -1
    return state._replace(selected=(state.selected + by) % len(state.order)), ()


def _on(state: State) -> Step:
    """Go to the next exercise, or check all of them when each has passed."""
    if state.phase is not Phase.WAITING or state.page is Page.DONE:
        return state, ()
    if state.page is not Page.ALL and not state.done:
        return state._replace(note=Note.NOT_YET), ()
    if state.following is None:
        return begin(state, Scope.LAST)
    return _move(state, state.following)


def _move(state: State, name: str) -> Step:
    state = state._replace(
        current=name, answer=None, page=Page.VERDICT, there=True, gone=False, due=None
    )
    state, effects = begin(state) if state.phase is Phase.WAITING else (state, ())
    return state, (Go(name), *effects)


def _confirmed(state: State, name: str) -> Step:
    state = _turn(state, Page.VERDICT)
    if name == "y":
        return state, (Reset(state.current),)
    return state._replace(note=Note.KEPT), ()

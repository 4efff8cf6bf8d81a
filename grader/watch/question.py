"""What the engine is asked for, and that it is started again."""

from collections.abc import Sequence

from grader.watch.state import Ask, Effect, Page, Phase, Restart, Scope, State

Step = tuple[State, Sequence[Effect]]
"""The next state, and what is to be done."""


def first(state: State) -> Scope:
    """Return what an engine that is up is asked for first."""
    if state.survey:
        return Scope.FIRST
    # One that was lost left a question open.
    return Scope.ONE if state.scope is Scope.FIRST else state.scope


def begin(state: State, scope: Scope = Scope.ONE) -> Step:
    """Have the engine check, unless there is nothing."""
    if scope is Scope.ONE and not state.there:
        gone = state._replace(gone=True, answer=None, held=None, page=Page.VERDICT)
        passed = state.passed - {state.current}
        return gone._replace(scope=Scope.ONE, passed=passed), ()
    number = state.number + 1
    names = (state.current,) if scope is Scope.ONE else ()
    state = state._replace(
        phase=Phase.CHECKING,
        scope=scope,
        number=number,
        doing=None,
        held=None,
        again=False,
        gone=False,
    )
    return state, (Ask(number, names),)


def restart(state: State) -> Step:
    """Start an engine that is broken once more."""
    return state._replace(phase=Phase.STARTING, fault=None, losses=0), (Restart(),)

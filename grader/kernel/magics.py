"""`%%check` and `%check`: magics that have the functions of cells checked."""

import shlex
from typing import Any, NamedTuple, final

from grader.kernel import engine
from grader.kernel.asking import Refused, as_seed, ask, find, show
from grader.kernel.executed import BLANK, Cell, as_python, executed
from grader.language import marked, say, speak

USAGE = "%%check [NAME]… [--seed N] [--reveal]"
HELP = marked("""\
As the first line of a cell: run the cell, then check the exercises NAME that it
defines, or all that it defines. `%check NAME` checks what an earlier cell defines.
The cases, the sandbox and the verdict are those of `grader check`.
""")


@final
class StoppedError(Exception):
    """Ends a cell, and what would run after it, with one line instead of a trace."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class Options(NamedTuple):
    """What stands behind the magic."""

    names: tuple[str, ...] = ()
    seed: int | None = None
    reveal: bool = False


def load(shell: Any) -> None:
    """Give IPython the magics."""

    def check(line: str, cell: str | None = None) -> None:
        _stoppable(shell, line, cell)

    speak()
    check.__doc__ = f"{USAGE}\n\n{say(HELP)}"
    shell.register_magic_function(check, "line_cell", "check")


def _stoppable(shell: Any, line: str, cell: str | None) -> None:
    try:
        _check(shell, line, cell)
    except KeyboardInterrupt:
        raise StoppedError(say("Interrupted: nothing was judged.")) from None


def _check(shell: Any, line: str, cell: str | None) -> None:
    try:
        options = parse(line)
    except Refused as refused:
        show(engine.problem(*refused.args))
        return
    if cell is None:
        _named(shell, options)
        return
    raised = _run(shell, line, cell)
    if isinstance(raised, KeyboardInterrupt):
        raise raised
    cells, target = _with_own(shell, cell)
    ask(
        cells,
        names=options.names,
        target=target,
        here=True,
        seed=options.seed,
        reveal=options.reveal,
    )
    if raised is not None:
        told = say("{error}, told above: the cell did not run to its end.")
        raise StoppedError(told.format(error=type(raised).__name__))


def _named(shell: Any, options: Options) -> None:
    if not options.names:
        show(engine.problem(say("%check needs the name of an exercise."), USAGE))
        return
    cells = executed(shell)
    try:
        for name in options.names:
            find(name, shell.user_ns, cells)
    except Refused as refused:
        show(engine.problem(*refused.args))
        return
    ask(cells, names=options.names, seed=options.seed, reveal=options.reveal)


def parse(line: str) -> Options:
    """Return what stands behind the magic; raises Refused for what it cannot mean."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError as error:
        raise Refused(f"%check: {error}.", USAGE) from None
    names: list[str] = []
    seed, reveal = None, False
    while words:
        word, sign, value = words.pop(0).partition("=")
        if word == "--reveal" and not sign:
            reveal = True
        elif word == "--seed":
            value = value if sign else (words.pop(0) if words else "")
            seed = as_seed(value)
        elif word.startswith("-") or sign:
            told = say("%check has no option `{option}`.")
            raise Refused(told.format(option=word), USAGE)
        else:
            names.append(word)
    return Options(tuple(names), seed, reveal)


def _run(shell: Any, line: str, cell: str) -> BaseException | None:
    """Run a cell as IPython does; return what it raised, which is shown by now."""
    text = cell
    if not cell.lstrip().startswith("%%"):
        # Tracebacks count the line of the magic, too.
        text = f"{BLANK} %%check {line}\n{cell}"
    number = shell.execution_count
    # Some count on before a cell runs: a traceback would name the next one.
    shell.execution_count = len(shell.history_manager.input_hist_raw) - 1
    try:
        done = shell.run_cell(text, store_history=False)
    finally:
        shell.execution_count = number
    error: BaseException | None = done.error_before_exec or done.error_in_exec
    return error


def _with_own(shell: Any, cell: str) -> tuple[list[Cell], int]:
    """Return what was run, this cell last, and the number of this cell."""
    cells = executed(shell)
    text = as_python(shell, f"%%check\n{cell}") or ""
    number = shell.execution_count
    if not (cells and cells[-1].text.endswith(text.partition("\n")[2])):
        # It is in no history: somebody runs cells by program.
        cells = [one for one in cells if one.number != number]
        cells.append(Cell(number, text))
    return cells, cells[-1].number

"""What a workflow of GitHub offers: its summary, and a token for what is no command."""

import os
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.render import classroom50, github, markdown
from grader.render.action import Where
from grader.verdict import Exercise, Result

SUMMARY = "GITHUB_STEP_SUMMARY"
WORKSPACE = "GITHUB_WORKSPACE"


def below_workspace(folder: Path, path: str) -> str:
    """Return a path from a folder as marks have it: from the repository's root.

    Outside of a workflow, and for what lies elsewhere, it stays as it is.
    """
    root = os.environ.get(WORKSPACE)
    if not root:
        return path
    # Links in the path are a student's: they are not followed.
    whole = Path(os.path.normpath(folder.resolve() / path))
    top = Path(root).resolve()
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else path


def located(result: Result, folder: Path) -> Result:
    """Return a result whose findings have paths as marks have them."""
    replace = msgspec.structs.replace

    def moved(one: Exercise) -> Exercise:
        findings = tuple(
            replace(it, path=below_workspace(folder, it.path)) for it in one.findings
        )
        return replace(one, findings=findings)

    return replace(result, exercises=tuple(map(moved, result.exercises)))


def commands(results: Iterable[Result], where: Where | None = None) -> Iterable[str]:
    """Return the lines that mark what was found."""
    return github.render(results, secrets.token_hex(16), where)


def summarize(results: Callable[[], Iterable[Result]]) -> None:
    """Add the results to the summary of the job, if there is one."""
    name = os.environ.get(SUMMARY)
    if not name:
        return
    file = Path(name)
    try:
        room = markdown.MAX_BYTES - (file.stat().st_size if file.exists() else 0)
        text = markdown.render(results(), max(room, 0))
        with file.open("a", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(
            f"Cannot write {file}: {error.strerror}.", f"It is what {SUMMARY} names."
        ) from None


def classroom() -> Callable[[Result], str]:
    """Return what writes the document of Classroom 50, from the environment."""
    lacking = classroom50.missing(os.environ)
    if lacking:
        raise UsageError(
            f"classroom50 takes {', '.join(lacking)} from the environment, "
            f"and {'it is' if len(lacking) == 1 else 'they are'} not set.",
            "Its runner sets them; to try it, set them yourself.",
        )
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return lambda one: classroom50.render(one, os.environ, now)


def needs_ids() -> list[str]:
    """Return the variables that are the same for all, and must not be."""
    names = ("COMMIT_URL", "RELEASE_URL")
    return [name for name in names if classroom50.ID not in os.environ[name]]

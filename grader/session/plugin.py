"""What `pytest tests/hidden --submission PATH` needs: the cases under plain pytest.

Installed as a pytest plugin, so it loads with every pytest in the environment: it
imports nothing until cases of a course are asked for.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, final

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

    from grader.course import Course
    from grader.session.submitted import Entry

FOLDERS = ("hidden", "visible")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that say what is judged."""
    group = parser.getgroup("grader", "cases of an exercise course")
    group.addoption(
        "--submission",
        type=Path,
        default=None,
        help="the .py file to judge; without it, the files in exercises/",
    )
    group.addoption(
        "--case-seed",
        type=int,
        default=None,
        help="repeat the inputs of an earlier run",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the bench if the session is about a course's cases."""
    root = _course_root(config)
    if root is None:
        if config.getoption("submission"):
            raise pytest.UsageError(
                "--submission is for the cases of a course: pytest tests/hidden "
                "--submission FILE"
            )
        return
    from grader import course  # noqa: PLC0415 - only for cases
    from grader.errors import GraderError, UsageError  # noqa: PLC0415

    try:
        plugin = Cases(config, course.load(root))
    except (UsageError, GraderError) as error:
        raise pytest.UsageError(f"{error.message} {error.help}") from None
    config.pluginmanager.register(plugin, "grader-cases")
    # Visible and hidden cases have files of one name.
    config.option.importmode = "importlib"


def _course_root(config: pytest.Config) -> Path | None:
    """Return the course whose visible or hidden cases were asked for."""
    for argument in config.args:
        path = Path(argument.partition("::")[0]).resolve()
        for folder in (path, *path.parents):
            known = folder.name in FOLDERS and folder.parent.name == "tests"
            if known and (folder.parent.parent / "exercises/course.toml").is_file():
                return folder.parent.parent
    return None


@final
class Cases:
    """Judges one submission with pytest's own loop and report."""

    def __init__(self, config: pytest.Config, course: "Course") -> None:
        from grader.sandbox.grants import needed  # noqa: PLC0415
        from grader.sandbox.launcher import Sandbox  # noqa: PLC0415
        from grader.session.bench import Bench  # noqa: PLC0415

        file = config.getoption("submission")
        seed = config.getoption("case_seed")
        self._course = course
        self._sandbox = Sandbox(grants=needed(place.exercise for place in course))
        self._entries = _read(course, file)
        if seed is None:
            import secrets  # noqa: PLC0415

            seed = secrets.randbelow(1_000_000)
        self._seed = seed
        self._bench: Bench = Bench(course, seed)
        self._bench.sandbox = self._sandbox
        self._bench.register(config)
        self._current: str | None = None

    def pytest_report_header(self) -> str:
        """Say how to get the same inputs again."""
        return f"grader: seed {self._seed} (--case-seed), wall: {self._sandbox.wall}"

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Leave out the exercises that the submission does not define."""
        kept: list[pytest.Item] = []
        left: list[pytest.Item] = []
        for item in items:
            place = self._bench.place_of(item)
            known = place is None or place.exercise.name in self._entries
            (kept if known else left).append(item)
        if left:
            config.hook.pytest_deselected(items=left)
            items[:] = kept

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Put the submission's function on the bench."""
        from grader.session.proxy import Submitted  # noqa: PLC0415
        from grader.session.subject import Unanswered  # noqa: PLC0415

        place = self._bench.place_of(item)
        if place is None:
            return
        name = place.exercise.name
        entry = self._entries.get(name)
        if entry is None:
            return
        if self._current != name:
            self._close()
            self._current = name
            if entry.status is not None:
                self._bench.subject = Unanswered(entry.message)
            else:
                self._bench.subject = Submitted(
                    self._sandbox,
                    self._course,
                    place,
                    entry.unit(),
                    entry.text,
                    self._seed,
                    where=entry.where,
                    names=entry.names,
                )
        if self._bench.subject is not None:
            self._bench.subject.calls = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> "Generator[None, Any, Any]":
        """Show the student's failure in words instead of the case's traceback."""
        from grader.compare.failure import Failure  # noqa: PLC0415

        report = yield
        if call.excinfo is not None and isinstance(call.excinfo.value, Failure):
            report.outcome = "failed"
            report.longrepr = self._words(item, call.excinfo.value)
            if item.get_closest_marker("advice"):
                # It costs nothing: pytest's nearest word is an expected failure.
                report.outcome = "skipped"
                report.wasxfail = "advice only"
        return report

    def pytest_unconfigure(self) -> None:
        """End the guests."""
        self._close()
        self._sandbox.close()

    def _words(self, item: pytest.Item, failure: Any) -> str:
        from grader.feedback.message import compose, inputs  # noqa: PLC0415
        from grader.session.bench import case_name, visibility  # noqa: PLC0415

        place = self._bench.place_of(item)
        entry = self._entries.get(place.exercise.name) if place else None
        calls = self._bench.subject.calls if self._bench.subject else []
        last = calls[-1] if calls else None
        given = (
            inputs(last.args, last.kwargs, entry.parameters) if last and entry else []
        )
        seen = visibility(item, self._course)
        return f"{case_name(item)}\n\n" + compose(failure, given, seen, reveal=True)

    def _close(self) -> None:
        if self._bench.subject is not None:
            self._bench.subject.close()
            self._bench.subject = None


def _read(course: "Course", file: Path | None) -> "dict[str, Entry]":
    from grader.session import submitted  # noqa: PLC0415
    from grader.session.supplied import waiting  # noqa: PLC0415

    if file is None:
        _, entries = submitted.read_course(course, list(course))
    else:
        _, entries = submitted.read_file(course, (), file)
    entries = [waiting(course, entry) for entry in entries]
    return {entry.place.exercise.name: entry for entry in entries}

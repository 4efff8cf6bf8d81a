"""Runs cases with pytest, in this process, against one function after the other."""

import io
import os
import sys
import time
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from functools import partial
from itertools import zip_longest
from typing import NamedTuple, final

import pytest
from _pytest.runner import runtestprotocol

from grader.course import Course, Place
from grader.errors import GraderError
from grader.session.bench import Bench, case_name
from grader.session.interrupt import watched
from grader.session.plain import Plain, plain
from grader.session.plain import run as call
from grader.session.reference import ExerciseError
from grader.session.subject import Call, Subject

# What pytest brings along and cases have no use for; it would be loaded each time.
_UNUSED = (
    "cacheprovider", "capture", "debugging", "doctest", "faulthandler", "junitxml",
    "legacypath", "logging", "monkeypatch", "pastebin", "pytester", "recwarn",
    "reports", "setuponly", "setupplan", "stepwise", "subtests", "terminal",
    "threadexception", "tmpdir", "unittest", "unraisableexception", "warnings",
)  # fmt: skip

# No value of a student's makes a case raise these.
_ENDS_SESSION = (SystemExit, KeyboardInterrupt, pytest.exit.Exception)


class Ran(NamedTuple):
    """What came of one case: None for `raised` is a promise kept."""

    item: pytest.Item
    raised: BaseException | None
    calls: tuple[Call, ...]
    seconds: float


Judge = Callable[["Runner"], None]


@final
class Runner:
    """A pytest session whose loop is ours: cases are collected once, run often."""

    def __init__(self, bench: Bench, places: Sequence[Place], judge: Judge) -> None:
        self.bench = bench
        self._places = places
        self._judge = judge
        self._items: dict[str, list[pytest.Item]] = {}
        self._whole: set[str] = set()
        self._plain: dict[pytest.Item, Plain | None] = {}
        self._complaints: dict[str, str] = {}
        self._raised: BaseException | None = None
        self._failure: BaseException | None = None
        self._pressed: Callable[[], bool] = lambda: False

    def cases(self, place: Place) -> list[pytest.Item]:
        """Return the cases of an exercise; raises ExerciseError if there are none."""
        name = place.exercise.name
        if name in self._complaints:
            raise ExerciseError(self._complaints[name])
        items = self._items.get(name, [])
        if name in self._whole:
            return items
        files = [file for file in (place.visible, place.hidden) if file.is_file()]
        for file in files:
            if not any(item.path == file for item in items):
                shown = file.relative_to(place.base).as_posix()
                raise ExerciseError(f"{shown} has no cases.")
        self._whole.add(name)
        return items

    def plain(self, item: pytest.Item) -> Plain | None:
        """Return a case as a function, None if only pytest can run it."""
        return self._plain.get(item)

    def run(self, items: Sequence[pytest.Item], subject: Subject) -> Iterator[Ran]:
        """Run cases against `subject`, in order."""
        self.bench.subject = subject
        # What pytest sets up for one of its own it takes down before the next of them.
        its = [item for item in items if self._plain.get(item) is None]
        following = dict(zip_longest(its, its[1:]))
        for item in items:
            subject.calls = []
            case = self._plain.get(item)
            started = time.perf_counter()
            if case is None:
                raised = self._protocol(item, following[item])
            else:
                raised = self._called(item, case)
            seconds = time.perf_counter() - started
            yield Ran(item, raised, tuple(subject.calls), seconds)
        self.bench.subject = None

    def _called(self, item: pytest.Item, case: Plain) -> BaseException | None:
        """Call a case; return what it raised."""
        try:
            with self._kept_going(item):
                call(case, partial(self.bench.value, item))
        except _ENDS_SESSION:
            raise
        except BaseException as error:  # noqa: BLE001 - a case may raise anything
            return error
        return None

    def _protocol(
        self, item: pytest.Item, following: pytest.Item | None
    ) -> BaseException | None:
        """Have pytest run a case; return what it raised."""
        self._raised = None
        reports = runtestprotocol(item, log=False, nextitem=following)
        if self._raised is None and [report.when for report in reports] != [
            "setup", "call", "teardown",
        ]:  # fmt: skip
            return ExerciseError("the case did not run")
        return self._raised

    def start(self) -> None:
        """Collect the cases and hand over to the judge."""
        root = self.bench.course.base
        files = [
            str(file)
            for place in self._places
            for file in (place.visible, place.hidden)
            if file.is_file()
        ]
        words = ["-c", os.devnull, "--rootdir", str(root), "--noconftest"]
        # Or pytest lists every folder above the course, of everybody's files.
        words += ["--confcutdir", str(root)]
        words += ["--import-mode=importlib", "--strict-markers"]
        for name in _UNUSED:
            words += ["-p", f"no:{name}"]
        # stdout is for the verdict: a reference may print its costs.
        with (
            _own_environment(),
            _own_modules(),
            watched() as self._pressed,
            redirect_stdout(io.StringIO()),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            code = pytest.main([*words, *files], plugins=[self])
        if self._failure is not None:
            raise self._failure
        if code == pytest.ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
        if code != pytest.ExitCode.OK:
            raise GraderError(f"pytest did not run the cases ({code!r}).")

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the fixtures and markers known."""
        self.bench.register(config)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Take a file of cases that would end the session for one that is broken."""
        try:
            return (yield)
        except _ENDS_SESSION as error:
            if self._pressed():
                raise
            said = f"it raised {_said(error)}"
            return pytest.CollectReport(collector.nodeid, "failed", said, [])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None]:
        """Keep what a case sets up from ending the session."""
        with self._kept_going(item):
            yield

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None]:
        """Keep a case from ending the session."""
        with self._kept_going(item):
            yield

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None]:
        """Keep what a case takes down from ending the session."""
        with self._kept_going(item):
            try:
                yield
            except _ENDS_SESSION:
                _take_down(item)
                raise

    @contextmanager
    def _kept_going(self, item: pytest.Item) -> Iterator[None]:
        try:
            yield
        except _ENDS_SESSION as error:
            if self._pressed():
                raise
            raise ExerciseError(
                f"The case “{case_name(item)}” ends the session: {_said(error)}"
            ) from None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what is wrong with a file of cases for its exercise."""
        if not report.failed:
            return
        for place in self._places:
            if report.nodeid.rpartition("/")[2] == place.hidden.name:
                lines = str(report.longrepr).strip().splitlines() or [""]
                said = lines[-1].removeprefix("E").strip()
                self._complaints[place.exercise.name] = (
                    f"{report.nodeid} does not load: {said}"
                )

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge instead of running every case once."""
        for item in session.items:
            place = self.bench.place_of(item)
            if place is not None:
                self._items.setdefault(place.exercise.name, []).append(item)
                self._plain[item] = plain(item, self.bench.fixtures)
        session.testsfailed = 0
        try:
            self._judge(self)
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - raised later
            # pytest would print it and go on: it is raised again by `start`.
            self._failure = error
        return True

    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Keep what a case raised; pytest's own formatting is not needed."""
        if call.excinfo is not None and self._raised is None:
            self._raised = call.excinfo.value
        outcome = "failed" if call.excinfo else "passed"
        return pytest.TestReport(
            nodeid=item.nodeid,
            location=item.location,
            keywords={},
            outcome=outcome,  # type: ignore[arg-type]
            longrepr=None,
            when=call.when,  # type: ignore[arg-type]
        )


def _take_down(item: pytest.Item) -> None:
    """Take down what is left: pytest stops at what ends a session, half way."""
    state = item.session._setupstate  # noqa: SLF001 - pytest has no other way to it
    while state.stack:
        with suppress(Exception, *_ENDS_SESSION):
            state.teardown_exact(None)


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")


@contextmanager
def _own_environment() -> Iterator[None]:
    """Keep the user's pytest settings and plugins out of the session."""
    saved = dict(os.environ)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):
        os.environ.pop(name, None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(saved)


@contextmanager
def _own_modules() -> Iterator[None]:
    """Forget files of cases afterwards: pytest would take another course's for them.

    It names a module by its path within the course, and looks the name up first.
    """
    before = set(sys.modules)
    try:
        yield
    finally:
        for name in set(sys.modules) - before:
            if name.startswith("tests."):
                del sys.modules[name]


def run(course: Course, seed: int, places: Sequence[Place], judge: Judge) -> None:
    """Collect the cases of `places` and call `judge` with the runner."""
    Runner(Bench(course, seed), places, judge).start()

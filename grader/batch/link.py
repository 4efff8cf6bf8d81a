"""The line to a Dask scheduler: what goes over it, and what is heard of it.

Nothing but this and `batch.schedulers` knows of Dask. What comes back is put into one
queue, so that whoever listens has one thread.
"""

import asyncio
import queue
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, NamedTuple, final

from distributed import Client, KilledWorker, LocalCluster

from grader.batch import desk, versions
from grader.errors import GraderError

ANSWER = 30
"""Seconds after which a scheduler that says nothing is taken for gone."""
LOOK = 0.5
ENDING = 5
LOCAL = "local"


class Seen(NamedTuple):
    """A worker as the scheduler knows it; the `beat` changes while it is heard of."""

    address: str
    host: str
    threads: int
    status: str
    beat: float


class Workers(NamedTuple):
    """All the workers that there are, by their addresses."""

    seen: dict[str, Seen]


class Answer(NamedTuple):
    """What came of a request: bytes, or what became of it in words.

    A request that is `lost` had a worker that ended, `killed` as far as is known. One
    that `differs` was not made.
    """

    number: int
    told: bytes = b""
    lost: bool = False
    killed: bool = False
    differs: str = ""
    failed: str = ""


class Gone(NamedTuple):
    """The scheduler is not there any more."""


Event = Workers | Answer | Gone


@final
class Link:
    """The client of a scheduler, with a coroutine for each request."""

    def __init__(
        self, client: Client, address: str, cluster: LocalCluster | None = None
    ) -> None:
        self._client = client
        self._cluster = cluster
        # The types of Dask's clients know less than its documentation.
        line: Any = client
        self._scheduler: Any = line.scheduler
        self._loop: asyncio.AbstractEventLoop = line.loop.asyncio_loop
        self._heard: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._running: dict[int, Future[Answer]] = {}
        self._here = versions.here()
        self.address = address
        self._watching = self._begin(self._watch())

    @property
    def dashboard(self) -> str:
        """The address of the page that shows what the workers do."""
        return str(self._client.dashboard_link or "")

    def gone(self) -> GraderError:
        """Return what to say when the scheduler is not there any more."""
        where = "on this machine" if self.address == LOCAL else f"at {self.address}"
        return GraderError(
            f"The Dask scheduler {where} is gone. What was judged is in the gradebook.",
            "When there is one again, run the same command: it goes on from there.",
        )

    def open(self, number: int, address: str, told: bytes) -> None:
        """Ask a worker for its versions; if they are ours, have it get ready."""
        self._request(number, self._open(number, address, told))

    def judge(self, number: int, address: str, told: bytes) -> None:
        """Have a worker judge a batch."""
        self._request(number, self._submit(number, desk.judge, address, told))

    def forget(self, number: int) -> None:
        """Take a request back; nothing is heard of it any more."""
        running = self._running.pop(number, None)
        if running is not None:
            running.cancel()

    def next(self, seconds: float) -> Event | None:
        """Return what is heard next; None if that is nothing for so long."""
        try:
            event = self._heard.get(timeout=seconds)
        except queue.Empty:
            return None
        if isinstance(event, Answer) and self._running.pop(event.number, None) is None:
            return None
        return event

    def end(self, token: str) -> None:
        """Take everything back, close the desks of a run and hang up."""
        self._watching.cancel()
        for number in list(self._running):
            self.forget(number)
        with suppress(Exception):
            # Of a scheduler or worker that is gone nothing is to be closed.
            self._begin(self._close(token)).result(ENDING)
        with suppress(Exception):
            self._client.close(timeout=ENDING)
        if self._cluster is not None:
            with suppress(Exception):
                self._cluster.close(timeout=2 * ENDING)

    def _begin(self, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _request(self, number: int, work: Coroutine[Any, Any, Answer]) -> None:
        running = self._begin(work)
        self._running[number] = running
        running.add_done_callback(self._answered)

    def _answered(self, running: Future[Answer]) -> None:
        if running.cancelled():
            # It was taken back.
            return
        answer = running.result()
        # Without a scheduler all requests are lost, and that is not all to say.
        gone = answer.lost and self._client.status != "running"
        self._heard.put(Gone() if gone else answer)

    async def _open(self, number: int, address: str, told: bytes) -> Answer:
        # Dask's own question: it needs nothing of ours on the other side.
        asked = {"op": "versions", "packages": list(versions.ASKED)}
        try:
            found = await self._scheduler.broadcast(
                msg=asked, workers=[address], on_error="ignore"
            )
        except OSError:
            found = {}
        if address not in found:
            return Answer(number, lost=True)
        theirs = versions.there(found[address]["packages"])
        if differs := versions.difference(self._here, theirs):
            return Answer(number, differs=differs)
        return await self._submit(number, desk.open_desk, address, told)

    async def _submit(
        self, number: int, call: Callable[[bytes], bytes], address: str, told: bytes
    ) -> Answer:
        """Run a function of ours on a worker, and on no other."""
        future = None
        try:
            future = self._client.submit(
                call,
                told,
                key=f"{call.__name__}-{self._client.id}-{number}",
                workers=[address],
                allow_other_workers=False,
                retries=0,
                pure=False,
            )
            # Dask fetches several results at once. If who began that were cancelled, no
            # other result would ever be fetched.
            fetching = asyncio.ensure_future(_fetched(future))
            fetching.add_done_callback(_seen_to)
            return Answer(number, await asyncio.shield(fetching))
        except asyncio.CancelledError:
            # By us, or because the scheduler forgot it.
            if future is None or future.status != "cancelled":
                raise
            return Answer(number, lost=True)
        except KilledWorker:
            return Answer(number, lost=True, killed=True)
        except Exception as error:  # noqa: BLE001 - whatever a worker came to
            if self._client.status != "running" or (future and future.cancelled()):
                return Answer(number, lost=True)
            said = f"{type(error).__name__}: {error}".removesuffix(": ")
            return Answer(number, failed=said)
        finally:
            if future is not None:
                future.release()

    async def _watch(self) -> None:
        """Tell again and again which workers there are, until nobody knows."""
        known = ""
        while True:
            try:
                told = await asyncio.wait_for(self._identity(), ANSWER)
            except Exception:  # noqa: BLE001 - whatever it says, it is of no use any more
                break
            if known not in ("", told["id"]) or self._client.status != "running":
                break
            known = told["id"]
            self._heard.put(Workers({one: _seen(one, told["workers"][one])
                                     for one in told["workers"]}))  # fmt: skip
            await asyncio.sleep(LOOK)
        self._heard.put(Gone())

    async def _identity(self) -> dict[str, Any]:
        try:
            # Newer versions tell of a few workers only, unless asked for all.
            found: dict[str, Any] = await self._scheduler.identity(n_workers=-1)
        except TypeError:
            found = await self._scheduler.identity()
        return found

    async def _close(self, token: str) -> None:
        await self._client.run(desk.close_desk, token, on_error="ignore")


async def _fetched(future: Any) -> bytes:
    told: bytes = await future
    return told


def _seen_to(fetching: "asyncio.Task[bytes]") -> None:
    """Say that whatever it came to is known, also when nobody waits for it any more."""
    if not fetching.cancelled():
        fetching.exception()


def _seen(address: str, told: dict[str, Any]) -> Seen:
    return Seen(
        address,
        str(told.get("host", "")),
        int(told["nthreads"]),
        str(told.get("status", "running")),
        float(told.get("last_seen", 0)),
    )

"""The line to a Dask scheduler, with a scheduler and a worker in this process."""

import asyncio
import time

import msgspec
import pytest
from distributed import Client, LocalCluster

from grader.batch.link import Answer, Link, Workers
from grader.batch.messages import Batch, Reply

GATHERS = 5
"""How many fetch results at a time: Dask's own number."""
NOTHING = msgspec.msgpack.encode(Batch("nobody", ()))


@pytest.fixture
def client():
    """Return the client of a scheduler with one worker."""
    with (
        LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=":0"
        ) as cluster,
        Client(cluster, set_as_default=False) as one,
    ):
        yield one


@pytest.fixture
def link(client):
    """Return the line."""
    line = Link(client, "here")
    yield line
    line.end("nobody")


def until(link, kind):
    """Return the next event of a kind."""
    while True:
        event = link.next(30)
        assert event is not None
        if isinstance(event, kind):
            return event


@pytest.fixture
def address(link):
    """Return the worker's address."""
    return next(iter(until(link, Workers).seen))


def test_taken_back_while_it_is_fetched(client, link, address):
    """A request that is taken back while its result is fetched takes no other along."""
    gathers = client._gather_semaphore

    def run(work):
        return asyncio.run_coroutine_threadsafe(work, client.loop.asyncio_loop).result()

    async def busy():
        for _ in range(GATHERS):
            await gathers.acquire()

    async def free():
        for _ in range(GATHERS):
            gathers.release()

    run(busy())
    for number in (1, 2):
        link.judge(number, address, NOTHING)
        while len(client._gather_keys or ()) < number:
            time.sleep(0.01)
    link.forget(1)
    run(free())
    link.judge(3, address, NOTHING)
    answers = [until(link, Answer) for _ in range(2)]
    assert sorted(one.number for one in answers) == [2, 3]
    for one in answers:
        assert msgspec.msgpack.decode(one.told, type=Reply).unknown

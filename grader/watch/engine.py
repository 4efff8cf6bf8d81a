"""The engine as the loop knows it: started, asked, listened to, ended."""

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from typing import final

import msgspec

from grader.watch.warm import Ask, Job, Told, main

END_SECONDS = 2


@final
class Engine:
    """A process that checks; `heard` gets what it tells, and None when it is gone.

    It is called in a thread of its own.
    """

    def __init__(self, job: Job, heard: Callable[[Told | None], None]) -> None:
        # A fresh interpreter, on all systems: threads are running here.
        context = multiprocessing.get_context("spawn")
        self._connection, far = context.Pipe()
        self._process = context.Process(
            target=main, args=(far, msgspec.json.encode(job)), daemon=True
        )
        self._process.start()
        far.close()
        self._heard = heard
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def ask(self, ask: Ask) -> None:
        """Ask for a verdict; one that is gone by now is heard of."""
        with contextlib.suppress(OSError):
            self._connection.send_bytes(msgspec.json.encode(ask))

    def end(self) -> None:
        """End the process, whatever it is doing; its guests end with it."""
        self._heard = lambda _: None
        self._process.terminate()
        self._process.join(END_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _listen(self) -> None:
        while True:
            try:
                told = msgspec.json.decode(self._connection.recv_bytes(), type=Told)
            except (EOFError, OSError):
                self._heard(None)
                return
            self._heard(told)

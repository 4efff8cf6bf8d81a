"""The process that checks for a kernel: how it fails, and how it ends."""

import os
import time

import pytest
from jupyter_client.manager import start_new_kernel
from kin import below

from grader.kernel import engine

ASKED = {"folder": os.sep, "cells": [[1, "x = 1"]], "names": ["x"]}
ENDLESS = "%%check softmax\ndef softmax(x):\n    while True:\n        pass"
SECONDS = 60


def test_the_process_says_what_is_wrong(tmp_path):
    """What a student can put right comes back as a block."""
    blocks = engine.check(ASKED | {"folder": str(tmp_path)})
    assert blocks.text.startswith(f"No course here: neither {tmp_path} nor a folder ")
    assert "No course here" in blocks.html


def test_what_is_no_text(tmp_path):
    """A cell with half a character is sent all the same."""
    blocks = engine.check(ASKED | {"folder": str(tmp_path), "cells": [[1, "\ud800"]]})
    assert blocks.text.startswith("No course here")


def test_a_process_that_breaks():
    """A process that ends without an answer is the grader's fault, with its words."""
    blocks = engine.check(ASKED | {"what": "no kernel sends"})
    assert blocks.text.startswith(
        "The grader itself failed. This is not your code.\nTraceback"
    )
    assert blocks.text.endswith("Object contains unknown field `what`")


def test_a_process_that_does_not_start(monkeypatch):
    """Without a Python to start, that is said."""
    monkeypatch.setattr(engine, "PYTHON", "/no/python")
    assert engine.check(ASKED).text == (
        "The grader itself failed. This is not your code.\n"
        "Python could not be started: No such file or directory."
    )


@pytest.fixture
def kernel(course):
    """Yield a kernel's manager and client; it stands in the course."""
    manager, client = start_new_kernel(cwd=str(course / "exercises"))
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def engines(pid):
    """Return the processes below a kernel's that check."""
    return below(pid, "grader.cli.asked", recursive=True)


def outputs(client, request):
    """Return what a cell put out, when it has come to its end."""
    found = []
    while True:
        message = client.get_iopub_msg(timeout=SECONDS)
        if message["parent_header"].get("msg_id") != request:
            continue
        content = message["content"]
        if content.get("execution_state") == "idle":
            return found
        found.append((message["msg_type"], content))


def wait_for(condition):
    """Wait until something is so."""
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_an_interrupt_ends_the_check(kernel):
    """An interrupt ends the process, says so in one line, and the kernel goes on."""
    manager, client = kernel
    outputs(client, client.execute("%load_ext grader\nimport os; print(os.getpid())"))
    pid = manager.provisioner.pid
    request = client.execute(ENDLESS)
    wait_for(lambda: engines(pid))
    manager.interrupt_kernel()
    said = [
        one["traceback"] for kind, one in outputs(client, request) if kind == "error"
    ]
    assert said == [["Interrupted: nothing was judged."]]
    # Where Python was only starting it, its stdin is closed a moment later.
    wait_for(lambda: not engines(pid))
    after = outputs(client, client.execute("print(1 + 1)"))
    # What is printed at once may come in parts.
    assert "".join(one["text"] for kind, one in after if kind == "stream") == "2\n"


def test_the_check_ends_with_its_kernel(kernel):
    """A kernel that is killed leaves no process behind."""
    manager, client = kernel
    outputs(client, client.execute("%load_ext grader"))
    client.execute(ENDLESS)
    pid = manager.provisioner.pid
    wait_for(lambda: engines(pid))
    behind = below(pid, recursive=True)
    manager.shutdown_kernel(now=True)
    wait_for(lambda: not any(one.is_running() for one in behind))

"""`grader grade --cluster` on machines that lose the network: namespaces and cables."""

import subprocess
import sys
from pathlib import Path

import pytest
from clusters import APART, kill, recorded, same, until

PROGRAM = str(Path(sys.executable).with_name("grader"))
SETUP = """
mount -t tmpfs none /run
ip link set lo up
for one in 1 2; do
    ip netns add machine$one
    ip link add cable$one type veth peer name eth0 netns machine$one
    ip addr add 10.9.$one.1/24 dev cable$one
    ip link set cable$one up
    ip -n machine$one addr add 10.9.$one.2/24 dev eth0
    ip -n machine$one link set eth0 up
    ip -n machine$one link set lo up
done
echo up
exec cat
"""
PORT = 8786
SILENCE = 3
QUICKLY = f"""\
import sys
if "grade" in sys.orig_argv:
    from grader.batch import seats
    seats.SILENCE = {SILENCE}
"""
"""Dask itself takes half a minute to find out."""


@pytest.fixture
def hub():
    """Return the words that run a program where the cables of two machines end."""
    with subprocess.Popen(
        [*APART, "sh", "-ec", SETUP],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout.readline() == "up\n"
        enter = ["nsenter", "--target", str(holder.pid), "--user", "--net", "--mount"]
        yield [*enter, "--preserve-credentials"]
        holder.stdin.close()


@pytest.fixture
def cable(hub):
    """Return a function that plugs or unplugs the cable of a machine."""

    def put(machine, state):
        words = [*hub, "ip", "link", "set", f"cable{machine}", state]
        subprocess.run(words, check=True)

    return put


@pytest.fixture
def machine(hub, dask):
    """Return a function that starts a worker on a machine of its own."""

    def start(number):
        words = ["worker", f"tcp://10.9.{number}.1:{PORT}", "--no-nanny"]
        words += ["--no-dashboard", "--nthreads", 1, "--host", f"10.9.{number}.2"]
        return dask(*words, within=[*hub, "ip", "netns", "exec", f"machine{number}"])

    return start


@pytest.fixture
def grade(hub, grading, course, env, tmp_path):
    """Return a function that starts a run which takes silence for an end soon."""
    site = tmp_path / "quickly"
    site.mkdir()
    site.joinpath("sitecustomize.py").write_text(QUICKLY)

    def start(*more):
        return subprocess.Popen(
            [*hub, PROGRAM, "--course", str(course), *map(str, grading("out", *more))],
            env={**env, "PYTHONPATH": str(site)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start


def test_a_worker_loses_the_network(
    hub, cable, dask, machine, grade, run, grading, more, tmp_path
):
    """Others judge what it had, and with the network it joins in again."""
    more(150)
    dask("scheduler", "--port", PORT, "--no-dashboard", within=hub)
    workers = machine(1), machine(2)
    with grade("--cluster", f"tcp://127.0.0.1:{PORT}") as program:
        until(lambda: len(recorded(tmp_path / "out")) > 9)
        cable(1, "down")
        worker = "Worker tcp://10.9.1.2:"
        lost = next(line for line in program.stdout if line.startswith(worker))
        before = len(recorded(tmp_path / "out"))
        cable(1, "up")
        # Now nobody else is left.
        kill(workers[1])
        said = program.stdout.read()
    assert lost.endswith(" was lost.\n")
    assert before < 156
    assert "Worker tcp://10.9.2.2:" in said
    assert "156 submissions graded." in said
    assert program.returncode == 0
    assert run(*grading("local", "--jobs", 2)).returncode == 0
    same(tmp_path / "local", tmp_path / "out")

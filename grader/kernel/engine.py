"""The process that checks for a kernel: one for each check, and it ends with it."""

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

from grader.language import marked, say

PROGRAM = """
import sys
sys.path.append(sys.argv[1])
from grader.cli.asked import main
main()
"""
PYTHON = sys.executable
"""As it was when this was loaded: cells may change anything later."""
SECONDS_TO_END = 5
FAILED = marked("The grader itself failed. This is not your code.")
SAID = 2_000


class Blocks(NamedTuple):
    """What a check says, as text and as HTML."""

    text: str
    html: str


def check(asked: dict[str, Any]) -> Blocks:
    """Return what a process of its own says to what is asked.

    An interrupt ends the process and is raised.
    """
    home = str(Path(__file__).resolve().parents[2])
    with tempfile.TemporaryFile() as complaints:
        try:
            process = _start(home, complaints)
        except OSError as error:
            told = say("Python could not be started: {reason}.")
            return problem(say(FAILED), told.format(reason=error.strerror))
        try:
            said = _ask(process, _line(asked))
        finally:
            _end(process)
        try:
            answer = json.loads(said)
            return Blocks(answer["text"], answer["html"])
        except (ValueError, KeyError):
            complaints.seek(0)
            why = complaints.read()[-SAID:].decode("utf-8", "replace").strip()
            ended = say("It ended with code {code}.").format(code=process.returncode)
            return problem(say(FAILED), why or ended)


def problem(message: str, help: str) -> Blocks:  # noqa: A002 - the word
    """Return what says what is wrong, and what to do about it."""
    from grader.render import html  # noqa: PLC0415 - only with a problem

    return Blocks("\n".join(filter(None, (message, help))), html.problem(message, help))


def _start(home: str, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    # Not from the current folder: it is the student's. And an interrupt of the
    # kernel's group is not the process's: it ends when stdin does.
    return subprocess.Popen(  # noqa: S603 - this Python
        [PYTHON, "-P", "-c", PROGRAM, home],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _line(asked: dict[str, Any]) -> bytes:
    # What is no text is replaced: Python could not run it either.
    text = json.dumps(asked, ensure_ascii=False)
    return text.encode("utf-8", "replace") + b"\n"


def _ask(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    to, answer = _pipes(process)
    # It may have failed at once: it says why.
    with suppress(BrokenPipeError):
        to.write(question)
        to.flush()
    return answer.read()


def _end(process: subprocess.Popen[bytes]) -> None:
    to, answer = _pipes(process)
    with suppress(BrokenPipeError):
        to.close()
    try:
        process.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    answer.close()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None  # noqa: S101 - asked for
    assert process.stdout is not None  # noqa: S101 - as above
    return process.stdin, process.stdout

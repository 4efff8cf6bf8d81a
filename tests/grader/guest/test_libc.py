"""The C library that walls call: not there for submissions."""

from grader.guest import libc
from grader.sandbox.launcher import Isolation, Sandbox

LOOKS = """
import sys

def f():
    module = sys.modules["guest.libc"]
    held = module.libc.cache_info().currsize
    try:
        module.libc()
    except PermissionError as error:
        return held, str(error)
    return held, "found"
"""


def test_it_is_looked_up_once() -> None:
    """The library is the same one until it is forgotten."""
    first = libc.libc()
    assert libc.libc() is first
    libc.forget()
    assert libc.libc.cache_info().currsize == 0


def test_submission_does_not_find_it(unit) -> None:
    """A guest has forgotten the library, and its fence refuses to look it up."""
    with Sandbox(Isolation.AUTO) as sandbox:
        guest = sandbox.guest()
        guest.define([unit(LOOKS)], (), 0, 30)
        held, said = guest.call(0, (), {}, 30).outcome.value
        guest.end()
    assert held == 0
    assert said == "a submission may not reach into memory with ctypes"

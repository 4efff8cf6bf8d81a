"""Processes below another, some of which may end while they are looked at."""

import contextlib

import psutil

NURSERY = "grader.batch.nursery"


def below(pid=None, word="", *, recursive=False):
    """Return the processes below one, or this one, that have a word in their command.

    One that ended, or that nobody waited for, has no command and is left out.
    """
    found = []
    with contextlib.suppress(psutil.NoSuchProcess):
        for one in psutil.Process(pid).children(recursive=recursive):
            with contextlib.suppress(psutil.NoSuchProcess):
                if word in " ".join(one.cmdline()):
                    found.append(one)
    return found


def workers(pid):
    """Return the workers of a run of `grade`: forked, or interpreters of their own."""
    nursery = below(pid, NURSERY)
    forked = [one for its in nursery for one in below(its.pid, NURSERY)]
    return forked or below(pid, "spawn_main")


def runs(process):
    """Whether a process, by itself or by its number, is still at work."""
    with contextlib.suppress(psutil.NoSuchProcess):
        one = psutil.Process(process) if isinstance(process, int) else process
        return one.is_running() and one.status() != psutil.STATUS_ZOMBIE
    return False

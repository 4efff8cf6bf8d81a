"""Cells run as a kernel runs them: one namespace, and sources that can be looked up."""

import linecache
from itertools import count

import pytest


@pytest.fixture
def run():
    """Return a function that runs a cell; its attribute `names` is the namespace."""
    numbers = count(1)
    files = []

    def start(text):
        files.append(f"<cell {next(numbers)} of {id(numbers)}>")
        text = text.lstrip("\n")
        linecache.cache[files[-1]] = (len(text), None, text.splitlines(True), files[-1])
        exec(compile(text, files[-1], "exec"), start.names)  # noqa: S102 - as a kernel

    start.names = {"__name__": "__main__"}
    yield start
    for file in files:
        linecache.cache.pop(file)

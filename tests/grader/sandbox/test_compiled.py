"""Modules of the guest are compiled where nothing behind a wall can do it."""

import os
import py_compile
import sys

import pytest

from grader.sandbox.compiled import keep_compiled


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a folder with two modules."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    for name in ("one", "two"):
        tmp_path.joinpath(f"{name}.py").write_text(f"VALUE = {name!r}\n")
    return tmp_path


def compiled(package):
    """Return the compiled files with the times at which they were written."""
    found = package.glob("__pycache__/*.pyc")
    return {one.name.partition(".")[0]: one.stat().st_mtime_ns for one in found}


def test_what_is_not(package):
    """What is not compiled is, once."""
    keep_compiled(package)
    before = compiled(package)
    assert set(before) == {"one", "two"}
    keep_compiled(package)
    assert compiled(package) == before


def test_what_changed(package):
    """What changed since is compiled again, and nothing else."""
    keep_compiled(package)
    before = compiled(package)
    package.joinpath("one.py").write_text("VALUE = 'another'\n")
    keep_compiled(package)
    after = compiled(package)
    assert after["one"] > before["one"]
    assert after["two"] == before["two"]


def test_by_content(package):
    """What its installer compiled to be told by its content stays."""
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    for name in ("one", "two"):
        py_compile.compile(str(package / f"{name}.py"), invalidation_mode=mode)
    before = compiled(package)
    os.utime(package / "one.py", (1, 1))
    keep_compiled(package)
    assert compiled(package) == before


def test_what_is_broken(package):
    """A file that is cut off is written again; a source that is broken is left."""
    keep_compiled(package)
    for one in package.glob("__pycache__/one.*"):
        one.write_bytes(b"")
    package.joinpath("two.py").write_text("VALUE =\n")
    keep_compiled(package)
    (one,) = package.glob("__pycache__/one.*")
    assert one.stat().st_size


@pytest.mark.parametrize(
    ("name", "value"), [("dont_write_bytecode", True), ("pycache_prefix", "/x")]
)
def test_not_wanted(package, monkeypatch, name, value):
    """Nothing is written where Python itself was told to write nothing there."""
    monkeypatch.setattr(sys, name, value)
    keep_compiled(package)
    assert not compiled(package)


def test_where_nothing_can_be_written(package, monkeypatch):
    """Nothing is compiled that could not be kept."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    keep_compiled(package)
    assert not compiled(package)

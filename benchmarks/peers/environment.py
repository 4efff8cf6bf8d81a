"""Virtual environments of peers: each its own, with pinned versions, made once."""

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Environment(NamedTuple):
    """A virtual environment with what was asked for in it."""

    folder: Path
    pins: tuple[str, ...]

    def program(self, name: str) -> str:
        """Return the path of a program of it."""
        return str(self.folder / ("Scripts" if os.name == "nt" else "bin") / name)

    def run(self, *words: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        """Run a program of it to its end, whatever comes of it."""
        variables = dict(os.environ, JUPYTER_PLATFORM_DIRS="1", HOME=str(cwd))
        # Kernels are looked for here first, and one of the host's would be another.
        variables["PATH"] = os.pathsep.join(
            [str(Path(self.program("python")).parent), variables.get("PATH", "")]
        )
        return subprocess.run(
            [self.program(words[0]), *words[1:]],
            cwd=cwd,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
        )


def make(cache: Path, name: str, pins: Sequence[str]) -> Environment:
    """Return the environment of a peer, made in the `cache` if it is not there."""
    environment = Environment(cache / name, tuple(pins))
    done = environment.folder / "pins.txt"
    wanted = "\n".join(pins)
    if done.is_file() and done.read_text("utf-8") == wanted:
        return environment
    print(f"Installing {' '.join(pins)} …", file=sys.stderr)
    venv.create(environment.folder, with_pip=True, clear=True)
    words = [environment.program("python"), "-m", "pip", "install", "-q", *pins]
    subprocess.run(words, check=True)
    done.write_text(wanted, "utf-8")
    return environment

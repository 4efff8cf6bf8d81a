"""Runs what a workflow or a pipeline says, with stand-ins for what it installs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

BASH = shutil.which("bash")
PROGRAMS = Path(sys.executable).parent
RECORDING = '#!/bin/sh\necho "$(basename "$0") $*" >> "$RECORD"\n'
STANDINS = {
    "apt-get": RECORDING,
    "pip": RECORDING,
    "sysctl": RECORDING,
    "sudo": '#!/bin/sh\nexec "$@"\n',
}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SECONDS = 120


class Machine:
    """What runs steps: a folder, stand-ins for programs, and an environment."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.record = folder / "record.txt"
        stands = self.stands = folder / "stand-ins"
        for place in (folder, stands, folder / "home", folder / "temp"):
            place.mkdir(exist_ok=True)
        for name, text in STANDINS.items():
            stands.joinpath(name).write_text(text)
            stands.joinpath(name).chmod(0o755)
        self.temp = folder / "temp"
        self.environment = {
            "PATH": f"{stands}:{PROGRAMS}:{os.environ['PATH']}",
            "HOME": str(folder / "home"),
            "TMPDIR": str(self.temp),
            "RECORD": str(self.record),
            **environment,
        }

    @property
    def installed(self) -> str:
        """What stand-ins were asked for, a line each."""
        return self.record.read_text() if self.record.exists() else ""

    def run(self, script, cwd, *options, **environment):
        """Run a script as bash would be given it; its streams are one."""
        return subprocess.run(
            [BASH, "--noprofile", "--norc", *options, "-c", script],
            cwd=cwd,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )


def github(text, job, machine, workspace, values):
    """Run the steps of a job until one fails, and then those that run in any case.

    Return what each step with a `run` printed and its exit code, by its name.
    """
    flow = yaml.safe_load(text)
    done = {}
    failed = False
    for step in flow["jobs"][job]["steps"]:
        if "run" not in step or (failed and "cancelled" not in step.get("if", "")):
            continue
        given = {
            key: EXPRESSION.sub(lambda found: values[found[1]], value)
            for key, value in step.get("env", {}).items()
        }
        folder = workspace / flow["defaults"]["run"]["working-directory"]
        ran = machine.run(step["run"], folder, "-eo", "pipefail", **given)
        failed = failed or ran.returncode != 0
        done[step["name"]] = (ran.stdout, ran.returncode)
    return done


def gitlab(text, job, machine, workspace):
    """Run the scripts of a job; return what they printed and the exit code."""
    flow = yaml.safe_load(text)
    said = flow[job]
    base = flow.get(said.get("extends"), {})
    lines = said.get("before_script", base.get("before_script", []))
    script = "\n".join([*lines, *said["script"]])
    ran = machine.run(script, workspace, "-eo", "pipefail")
    return ran.stdout, ran.returncode

"""What an editor reads in a student kit: the checks as tasks of VS Code."""

import json
from typing import Any

PATH = ".vscode/tasks.json"

# As `--format github` writes what is marked in a file.
_MARK = (
    r"^::(error|warning|notice) file=([^,]*),line=(\d+)"
    r"(?:,endLine=(\d+))?(?:,col=(\d+))?(?:,endColumn=\d+)?,title=([^:]*)::(.*)$"
)
_MATCHER = {
    "owner": "grader",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": {
        "regexp": _MARK,
        "severity": 1,
        "file": 2,
        "line": 3,
        "endLine": 4,
        "column": 5,
        "code": 6,
        "message": 7,
    },
}
_SHOWN = {"clear": True, "panel": "dedicated"}
_PROGRAM = {"command": "grader"}
_OWN_PROGRAM = {
    "command": "${workspaceFolder}/.venv/bin/grader",
    "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\grader.exe"},
}


def tasks(*, installed: bool) -> str:
    """Return the file of tasks: check this exercise, mark what is found, watch.

    The program is the one of the kit's own environment, or the `installed` one.
    """
    here = "${fileBasenameNoExtension}"
    made: list[dict[str, Any]] = [
        {"label": "grader: check this exercise", "args": ["check", here]},
        {
            "label": "grader: mark what is found",
            "args": ["check", "--format", "github", here],
        },
        {"label": "grader: watch", "args": ["watch"]},
    ]
    same = {"type": "process", "problemMatcher": [], "presentation": _SHOWN}
    for task in made:
        task.update(same, **(_PROGRAM if installed else _OWN_PROGRAM))
    made[0]["group"] = "test"
    made[1]["problemMatcher"] = _MATCHER
    made[2]["isBackground"] = True
    table = {"version": "2.0.0", "tasks": made}
    return json.dumps(table, indent=2) + "\n"

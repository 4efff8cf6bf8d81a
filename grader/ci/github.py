"""The workflow of GitHub for the repository of a course, or of a student."""

from typing import Final

from grader.ci import template
from grader.course import Course

FILE: Final = ".github/workflows/grader.yml"
WHEELS: Final = ".github/grader"
"""Where the wheel lies that a workflow installs."""

# By commit, with the version that it was tagged as.
_ACTIONS: Final = {
    "checkout": "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "python": "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0",
    "upload": (
        "actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0"
    ),
    "download": (
        "actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0"
    ),
}
_WARNING = 'echo "::warning title=Not fetched::$id: $repository could not be fetched"'
_REPOSITORY = "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"


def workflow(course: Course, folder: str, wheel: str, *, student: bool) -> str:
    """Return the file's text; the course lies in `folder` of the repository.

    `wheel` is the name of the wheel below WHEELS that is installed; without one it is
    the released grader.
    """
    grader = f'"$GITHUB_WORKSPACE/{WHEELS}/{wheel}"' if wheel else template.released()
    values = {
        **_ACTIONS,
        "folder": template.quoted(folder),
        "install": f"pip install --quiet {template.install(course, grader)}",
        "wall": template.block("github-wall.sh", 10),
    }
    if student:
        return template.fill("github-student.yml", **values)
    collect = template.block(
        "collect.sh", 10, user="x-access-token", path=_REPOSITORY, warn=_WARNING
    )
    place = f"{' ' * 10}PLACE=$RUNNER_TEMP\n"
    return template.fill("github-course.yml", **values, collect=place + collect)

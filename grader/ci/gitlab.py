"""The pipeline of GitLab for the project of a course, or of a student."""

import shlex
from typing import Final

from grader.ci import template
from grader.course import Course

FILE: Final = ".gitlab-ci.yml"
WHEELS: Final = ".gitlab/grader"
"""Where the wheel lies that a pipeline installs."""

_WARNING = 'echo "$id: $repository could not be fetched" >&2'
# Groups may lie in groups.
_PROJECT = "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+"


def pipeline(course: Course, folder: str, wheel: str, *, student: bool) -> str:
    """Return the file's text; the course lies in `folder` of the project.

    `wheel` is the name of the wheel below WHEELS that is installed; without one it is
    the released grader.
    """
    grader = f'"$CI_PROJECT_DIR/{WHEELS}/{wheel}"' if wheel else template.released()
    # Quoted twice: for the shell, and for YAML.
    go = template.quoted(f"cd {shlex.quote(folder)}")
    prepare = [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends bubblewrap",
        f"pip install --quiet {template.install(course, grader)}",
        go,
    ]
    values = {"prepare": template.lines(prepare, 4)}
    if student:
        return template.fill("gitlab-student.yml", **values)
    collect = template.block(
        "collect.sh", 6, user="oauth2", path=_PROJECT, warn=_WARNING
    )
    return template.fill("gitlab-course.yml", **values, go=go, collect=collect)

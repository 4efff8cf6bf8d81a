"""Writes what a notebook gives into a course, a new one or one that is there."""

import warnings
from pathlib import Path
from typing import NamedTuple

from grader import course as courses
from grader.author import course_folder, names
from grader.author.new import put, refuse_kit
from grader.author.notebooks import cells
from grader.author.notebooks.importing import Result, assignment_name, convert
from grader.author.written import written
from grader.course import COURSE_FILE, Course
from grader.errors import UsageError


class Taken(NamedTuple):
    """The course with the exercises of a notebook in it, and what they were made of."""

    course: Course
    assignment: str
    result: Result


def take(notebook: Path, folder: Path | None) -> Taken:
    """Write the exercises of a notebook into `folder`, by default one of its name.

    A folder that holds a course gets one assignment more. Raises UsageError, having
    written nothing, for anything that cannot be.
    """
    with warnings.catch_warnings():
        # What Python thinks of the notebook's strings is not for this screen.
        warnings.simplefilter("ignore")
        return _take(notebook, folder)


def _take(notebook: Path, folder: Path | None) -> Taken:
    read = cells.read(notebook)
    name = assignment_name(notebook)
    root = (folder or Path(name)).resolve()
    there = (root / COURSE_FILE).is_file()
    if there:
        course = courses.load(root)
        refuse_kit(course)
        names.check_assignment(name, course)
        if any(one.name == name for one in course.assignments):
            raise UsageError(
                f"The course has an assignment `{name}` already. Nothing was written.",
                "Rename the notebook: its name is that of the assignment.",
            )
    else:
        course_folder.check_free(folder or Path(name))
        course = Course(root, "", (), 0.5)
    result = convert(read, course, name)
    title = result.title or course_folder.title_of(Path(name))
    with written(root) as files:
        if not there:
            course_folder.lay_out(files, root)
            for path, text in course_folder.texts(title, ((name, title),)).items():
                files.file(path, text)
        wanted = [one.wanted for one in result.exercises]
        course = put(files, course, name, title, wanted)
    return Taken(course, name, result)

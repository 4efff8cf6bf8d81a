"""What a student may see of a case, whatever document it goes into."""

from grader.language import joined, marked, say
from grader.render.text import printable
from grader.verdict import Case, CaseStatus, Exercise, Visibility

PRIVATE = marked("a private case")


def title(case: Case) -> str:
    """Return the name of a case; a private one has none."""
    return say(PRIVATE) if _private(case) else printable(case.name)


def details(case: Case) -> str:
    """Return what is told of a case that did not pass; nothing of others."""
    if case.status is CaseStatus.PASSED:
        return ""
    private = say("A private case did not pass.")
    return private if _private(case) else printable(case.message)


def printed(case: Case) -> str:
    """Return what the student's code printed, if that may be seen."""
    return "" if _private(case) else printable(case.stdout)


def told(exercise: Exercise) -> str:
    """Return the sentences on an exercise: the verdict, and the mistake if known."""
    said = [exercise.message]
    if exercise.misconception is not None:
        said.append(exercise.misconception.message)
    return printable(joined(*said))


def judged_apart(exercise: Exercise) -> bool:
    """Whether the verdict is about more than a case: missing, say, or with loops."""
    failed = [one for one in exercise.cases if one.status is not CaseStatus.PASSED]
    return exercise.status != "passed" and not failed


def _private(case: Case) -> bool:
    return case.visibility is Visibility.PRIVATE

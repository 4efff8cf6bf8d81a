"""Classes as fixed records, some of them hostile: what pages are made of."""

from grader.batch.roll import Roll
from grader.verdict import (
    Alike,
    Case,
    CaseStatus,
    Evidence,
    Exercise,
    Finding,
    Misconception,
    Result,
    Status,
    Submission,
    Visibility,
)

NAMES = ("sigmoid", "softmax", "mse")
TITLES = {"basics": "Basics", "lines": "Lines"}
ASSIGNMENTS = {"sigmoid": "basics", "softmax": "basics", "mse": "lines"}
WRITTEN = (
    "</title></style></script></pre><script>alert(1)</script>"
    "<img src=x onerror=alert(2)>\" onfocus=alert(3) autofocus ' "
    "javascript:alert(4) {{ 7 * 7 }} {% raw %} \u202e\x00\x1b[2J"
)
"""What a gradebook can hold."""
HOSTILE = WRITTEN + "\udcff"
"""What no gradebook can hold: half a character."""


def case(name, status="passed", **more):
    """Return a case that weighs one point."""
    fields = {
        "id": f"hidden/basics/softmax::test_{name}",
        "visibility": Visibility.SHOWN,
        "points": 0.0,
        "max_points": 1.0,
        "message": f"The value of {name} differs.",
        "seconds": 0.0,
        "stdout": "",
    }
    return Case(name=name, status=CaseStatus(status), **fields | more)


def exercise(name, status, cases=(), **more):
    """Return a verdict on an exercise of ten points."""
    points = {"passed": 10.0, "loops": 5.0}.get(status, 0.0)
    fields = {
        "assignment": ASSIGNMENTS[name],
        "points": points,
        "max_points": 10.0,
        "message": f"A sentence on {name}.",
        "misconception": None,
        "findings": (),
    }
    status = Status(status)
    return Exercise(name=name, status=status, cases=tuple(cases), **fields | more)


def result(one, *exercises, course="A course"):
    """Return the record of a student."""
    return Result(
        grader="0.1.0",
        course=course,
        seed=7,
        isolation="landlock",
        submission=Submission(id=one, path=one, sha256="0" * 64),
        points=sum(it.points for it in exercises),
        max_points=sum(it.max_points for it in exercises),
        exercises=exercises,
    )


def student(one, *statuses):
    """Return the record of a student with these verdicts, in order."""
    some = zip(NAMES, statuses, strict=True)
    return result(one, *(exercise(*it) for it in some))


def hostile(text=HOSTILE):
    """Return the record of a student who writes all that could hurt a page."""
    wrong = case(
        text,
        "crashed",
        message=f"{text}\n\n{text}\n\n3 | x\ncalled as {text}\nPython says: {text}",
        stdout=text,
    )
    found = Finding(
        rule=text,
        message=text,
        path=text,
        line=3,
        column=1,
        end_line=3,
        evidence=Evidence.STATIC,
        help=text,
    )
    mistake = Misconception(name=text, message=text)
    return result(
        text,
        exercise(
            "sigmoid",
            "failed",
            [wrong, wrong],
            message=text,
            misconception=mistake,
            findings=(found,) * 7,
        ),
        exercise("softmax", "unreadable", message=text),
        exercise("mse", "loops", message=text, findings=(found,)),
        course=text,
    )


def roll(*results, course="A course", titles=TITLES):
    """Return the roll of a class of these students."""
    ids = tuple(one.submission.id for one in results)
    return Roll(course, 7, NAMES, titles, ids)


def alike(exercise_, statements, *ids):
    """Return the record of answers that are alike."""
    return Alike(exercise=exercise_, statements=statements, submissions=ids)

"""Names that are read before anything has bound them, when the file runs in order.

What the body of a function reads may come later; a default argument, a decorator and
an assignment need it at once.
"""

from collections.abc import Collection

from grader.language import say
from grader.submission.extract import Extract
from grader.submission.statement import describe

MAX_NAME = 60


def late(extract: Extract, given: Collection[str]) -> dict[str, str]:
    """Return what to say of each name that is bound too late; `given` are there."""
    source = extract.source
    statements = describe(source)
    body = source.tree.body
    bound = set(given)
    found: dict[str, str] = {}
    for at in extract.keep:
        for name in sorted(statements[at].reads - bound):
            binder = next(
                (one for one in range(at + 1, len(body))
                 if name in statements[one].binds), None
            )  # fmt: skip
            if binder is not None and name not in found:
                here = source.place(body[at].lineno).said
                there = source.place(body[binder].lineno).said
                found[name] = say(
                    "`{name}` comes too late: {here} needs it to define what stands "
                    "there, and {there}, which binds it, runs after that."
                ).format(name=name[:MAX_NAME], here=here, there=there)
        bound |= statements[at].binds
    return found

"""Python on what a check does not allow an answer."""

from grader.feedback.raised.rule import Rule
from grader.language import marked

RULES: tuple[Rule, ...] = (
    Rule(
        "PermissionError",
        r".*",
        marked("The sandbox does not allow this: answers need no processes or files."),
    ),
    Rule(
        "FileNotFoundError",
        r".*",
        marked("There is no such file: an answer works on its arguments alone."),
    ),
    Rule(
        "RuntimeError",
        r"can't start new thread",
        marked("The sandbox does not allow threads: array expressions need none."),
    ),
    Rule(
        "MemoryError", r".*", marked("It asked for more memory than a check may use.")
    ),
    Rule("RecursionError", r".*", marked("The function calls itself without an end.")),
    Rule(
        "SystemExit",
        r".*",
        marked("It calls exit(): a function gives its value back with `return`."),
    ),
)

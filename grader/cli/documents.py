"""One result as a document, by the name of its format."""

from grader.verdict import Result


def of(result: Result, format: str) -> str:  # noqa: A002 - the word
    """Return the document with its last line end; the other formats are screens."""
    if format == "junit":
        from grader.render import junit  # noqa: PLC0415 - each format loads its own

        return "".join(junit.render([result]))
    if format == "gradescope":
        from grader.render import gradescope  # noqa: PLC0415

        return gradescope.render(result) + "\n"
    if format == "classroom50":
        from grader.cli.workflow import classroom  # noqa: PLC0415

        return classroom()(result) + "\n"
    from grader.render import json  # noqa: PLC0415

    return json.render(result) + "\n"

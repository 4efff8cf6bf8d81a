"""`grader author translate`: what is left to translate, as pairs to fill in."""

import re
from pathlib import Path

from grader import language
from grader.author import translating
from grader.author.written import written
from grader.cli import here
from grader.cli.author import count, refuse_kit
from grader.cli.check import load
from grader.cli.console import console
from grader.errors import Exit, UsageError
from grader.render.text import printable
from grader.translation import pairs


def translate(folder: Path | None, tongue: str) -> Exit:
    """Add an empty pair for each text that has none, and list where some are."""
    course = load(folder)
    refuse_kit(course, "author translate")
    _refuse(tongue)
    wanted = list(translating.files(course, tongue))
    new = [(file, translating.missing(file, tongue, texts)) for file, texts in wanted]
    with written(course.root) as files:
        for file, missing in new:
            if missing:
                added = translating.blank(tongue, missing)
                if file.is_file():
                    before = file.read_bytes().rstrip(b"\n") + b"\n\n"
                    files.replace(file, before + added.encode())
                else:
                    name = file.relative_to(course.root).as_posix()
                    files.file(name, added)
    out = console()
    total = 0
    for file, texts in wanted:
        known = pairs(file, tongue)
        empty = sum(not known.get(one.text, "").strip() for one in texts)
        total += empty
        if empty:
            said = f"{count(empty, 'text')} to translate in {here.path(file)}"
            out.print(printable(said), soft_wrap=True)
    if not total:
        out.print(f"Every text has its `{tongue}`.")
    out.print()
    if tongue not in course.languages:
        out.print(
            f'Next: add languages = ["{tongue}"] to exercises/course.toml, so that '
            "author check holds every text translated."
        )
    else:
        out.print(f"Next: {here.command(folder)('author', 'check')}")
    return Exit.PASSED


def _refuse(tongue: str) -> None:
    known = [one for one in language.LANGUAGES if one != language.ENGLISH]
    if tongue not in known:
        shown = tongue if re.fullmatch(r"[\w-]{1,20}", tongue) else "that"
        raise UsageError(
            f"grader does not speak {shown}.",
            f"Its own screens are in English and: {', '.join(known)}.",
        )

"""Writes grader/words/zh.po and zh.mo from the texts in grader; a test holds them so.

Each text that is said is listed in the .po; what it is in Chinese is filled in there by
hand. Run it again after that: what the program reads is the .mo.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "grader" / "words"
KEYWORDS = {"say": None, "several": (1, 2)}
MAPPING = [("**.py", "python")]
THEN = datetime(2026, 1, 1, tzinfo=UTC)
# Nothing that differs from one run to the next.
HEAD = ("Language", "Plural-Forms", "MIME-Version", "Content-Type")


def said() -> Catalog:
    """Return a catalogue of what the program says, with nothing translated."""
    catalogue = Catalog()
    found = extract_from_dir(
        ROOT / "grader", MAPPING, keywords=KEYWORDS, comment_tags=()
    )
    for file, _, text, _, context in sorted(found, key=lambda one: one[:2]):
        catalogue.add(text, locations=[(f"grader/{file}", 0)], context=context)
    return catalogue


def catalogue(language: str) -> Catalog:
    """Return what is said with what was translated of it; no guesses, no leftovers."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        known = read_po(file, locale=language)
    known.update(said(), no_fuzzy_matching=True, update_creation_date=False)
    known.obsolete.clear()
    return known


def source(known: Catalog) -> bytes:
    """Return a catalogue as its .po holds it."""
    written = io.BytesIO()
    write_po(
        written, known, width=88, sort_output=True, omit_header=False,
        include_lineno=False, ignore_obsolete=True,
    )  # fmt: skip
    head, gap, body = written.getvalue().decode().lstrip("\n").partition("\n\n")
    lines = [
        line
        for line in head.split("\n")
        if not line.startswith('"')
        or line.startswith(tuple(f'"{name}:' for name in HEAD))
    ]
    return ("\n".join(lines) + gap + body).encode()


def compiled(known: Catalog) -> bytes:
    """Return a catalogue as its .mo holds it."""
    written = io.BytesIO()
    stored = read_po(io.BytesIO(source(known)), locale=known.locale)
    stored.creation_date = stored.revision_date = THEN
    write_mo(written, stored)
    return written.getvalue()


if __name__ == "__main__":
    known = catalogue("zh")
    (FOLDER / "zh.po").write_bytes(source(known))
    (FOLDER / "zh.mo").write_bytes(compiled(known))
    left = sum(not one.string or not all(one.string) for one in known if one.id)
    sys.stdout.write(f"{len(known)} texts, {left} to translate in grader/words/zh.po\n")

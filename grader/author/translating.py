"""Translations of a course: what is missing, what is left over, what does not match."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from grader.author import texts
from grader.author.texts import Text
from grader.course import Course, Place
from grader.translation import TEXT, file_of, file_of_course, pairs

_CODE = re.compile(r"`[^`\n]+`")
_EXAMPLE = re.compile(r"^ *(?:>>>|\.\.\.) .*$", re.MULTILINE)
_BRIEF = 40


def files(course: Course, tongue: str) -> Iterator[tuple[Path, list[Text]]]:
    """Yield the files of a language, and the texts that belong there."""
    yield file_of_course(course, tongue), texts.of_course(course)
    for place in course:
        yield file_of(place, tongue), texts.of(course, place)


def complaints(course: Course, place: Place) -> Iterator[str]:
    """Yield what is wrong with the translations of an exercise."""
    for tongue in course.languages:
        file = file_of(place, tongue)
        yield from _complaints(file, tongue, texts.of(course, place))


def complaints_of_course(course: Course) -> Iterator[str]:
    """Yield what is wrong with the translations of its titles."""
    for tongue in course.languages:
        file = file_of_course(course, tongue)
        yield from _complaints(file, tongue, texts.of_course(course))


def missing(file: Path, tongue: str, wanted: Iterable[Text]) -> list[str]:
    """Return the texts that a file has no pair for, not even an empty one."""
    known = pairs(file, tongue)
    return [one.text for one in wanted if one.text not in known]


def blank(tongue: str, wanted: Iterable[str]) -> str:
    """Return pairs as a file holds them, with nothing yet for their translations."""
    return filled(tongue, dict.fromkeys(wanted, ""))


def filled(tongue: str, known: Mapping[str, str]) -> str:
    """Return pairs as a file holds them, each text with its translation."""
    return "\n".join(
        f"[[texts]]\n{TEXT} = {_quoted(text)}\n{tongue} = {_quoted(said)}\n"
        for text, said in known.items()
    )


def _quoted(text: str) -> str:
    """Return a text as TOML; one of several lines stands as it is, if it can."""
    if "\n" in text and "'''" not in text and not text.endswith("'"):
        return f"'''\n{text}'''"
    return json.dumps(text, ensure_ascii=False)


def _complaints(file: Path, tongue: str, wanted: list[Text]) -> Iterator[str]:
    shown = f"{tongue}/{file.name}" if file.parent.name == tongue else file.name
    known = pairs(file, tongue)
    lacking = [one.text for one in wanted if not known.get(one.text, "").strip()]
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        yield (
            f"{shown} has no translation of {_brief(lacking[0])}{more}: "
            f"grader author translate {tongue} writes what to fill in"
        )
    texts_here = {one.text for one in wanted}
    left = [text for text in known if text not in texts_here]
    if left:
        yield f"{shown} translates {_brief(left[0])}, which is no text of it any more"
    for text in texts_here & known.keys():
        if known[text].strip():
            yield from _differs(shown, text, known[text])


def _differs(shown: str, text: str, said: str) -> Iterator[str]:
    """Hold that a translation has the same code in it."""
    if _EXAMPLE.findall(text) != _EXAMPLE.findall(said):
        yield f"{shown}: the examples in {_brief(text)} are not as in it"
    lost = Counter(_CODE.findall(text)).keys() - Counter(_CODE.findall(said)).keys()
    if lost:
        yield f"{shown}: {min(lost)} is lost in the translation of {_brief(text)}"


def _brief(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return f"“{line[:_BRIEF]}…”" if len(line) > _BRIEF else f"“{line}”"

"""The language of what a person reads: chosen once a run, from a few."""

import gettext
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from string import Formatter
from typing import final

ENGLISH = "en"
LANGUAGES = (ENGLISH, "zh")
VARIABLE = "GRADER_LANG"
"""Says the language to this program and to those that it starts."""

# As gettext orders them: the first that is set decides.
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
# After these no blank is due: they are as wide as one.
_CLOSING = ("。", "！", "？", "：", "；", "，", "、", "）", "”")

# Chinese counts with a measure word, 10 个元素; some nouns have their own, or are one.
_MEASURE = "个"
_MEASURES = {"图像": "张", "图片": "张", "迭代": "次"}
_COUNTING = frozenset("列层批次步组行轮项页")


@final
class _Spoken:
    """The language at hand, and its catalogue."""

    language = ENGLISH
    catalogue = gettext.NullTranslations()


def chosen(environment: Mapping[str, str]) -> str:
    """Return the language that an environment asks for; English without a wish."""
    for name in (VARIABLE, *_LOCALE):
        wish = environment.get(name, "")
        if wish:
            code = wish.partition("_")[0].partition(".")[0].partition("-")[0].lower()
            return code if code in LANGUAGES else ENGLISH
    return ENGLISH


def use(language: str) -> None:
    """Speak a language of `LANGUAGES` from now on, here and in what is started."""
    os.environ[VARIABLE] = language
    if language == _Spoken.language:
        return
    catalogue = gettext.NullTranslations()
    if language != ENGLISH:
        file = resources.files("grader") / "words" / f"{language}.mo"
        with file.open("rb") as compiled:
            catalogue = gettext.GNUTranslations(compiled)
    _Spoken.language, _Spoken.catalogue = language, catalogue


def speak(language: str | None = None) -> None:
    """Speak a language where no command line chose one, or what the environment asks.

    What a file asks for that was written for a later version is no reason to stop.
    """
    use(language if language in LANGUAGES else chosen(os.environ))


def spoken() -> str:
    """Return the language at hand."""
    return _Spoken.language


def say(text: str) -> str:
    """Return a text of the program in the language at hand."""
    return _Spoken.catalogue.gettext(text)


def marked(text: str) -> str:
    """Return a text as it is: it is listed for translation, and said later."""
    return text


def listed(parts: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"; there is at least one."""
    *first, last = parts
    if not first:
        return last
    return say("{several} and {last}").format(several=say(", ").join(first), last=last)


def several(one: str, many: str, number: int) -> str:
    """Return the form of a text that suits a number."""
    return _Spoken.catalogue.ngettext(one, many, number)


def counted(noun: str) -> str:
    """Return a noun as it stands after a number: a Chinese one after a measure word."""
    if noun in _COUNTING or not _wide(noun[:1]):
        return noun
    return _MEASURES.get(noun, _MEASURE) + noun


def joined(*parts: str) -> str:
    """Return lines or sentences one after the other, without those that are empty.

    Chinese has no blank between its signs, nor after its stops.
    """
    text = ""
    for one in filter(None, parts):
        close = text.endswith(_CLOSING) or (_wide(text[-1:]) and _wide(one[0]))
        text += one if not text or close else f" {one}"
    return text


def filled(text: str, **parts: object) -> str:
    """Return a text with its parts; no blank stands between two Chinese signs.

    For parts that may be Chinese or not: a file, or "this cell".
    """
    said = ""
    for literal, name, spec, _ in Formatter().parse(text):
        said = _beside(said, literal)
        if name is not None:
            said = _beside(said, format(parts[name], spec or ""))
    return said


def _beside(before: str, after: str) -> str:
    if before.endswith(" ") and _wide(before[-2:-1]) and _wide(after[:1]):
        return before[:-1] + after
    if after.startswith(" ") and _wide(before[-1:]) and _wide(after[1:2]):
        return before + after[1:]
    return before + after


def _wide(sign: str) -> bool:
    return bool(sign) and unicodedata.east_asian_width(sign) in "WF"


def begun(text: str) -> str:
    """Return words as they begin a sentence: in English with a capital letter."""
    if _Spoken.language != ENGLISH:
        return text
    return text[:1].upper() + text[1:]


def continued(sentence: str) -> str:
    """Return a sentence as it goes on after a colon: in English without a capital."""
    if _Spoken.language != ENGLISH:
        return sentence
    return sentence[:1].lower() + sentence[1:]


def heard(text: str, message: str) -> dict[str, str] | None:
    """Return what a message has in the places of a text, None if it does not say it.

    It may say it in the language at hand or in English: a result may be older.
    """
    here = say(text)
    for said in (here,) if here == text else (here, text):
        found = _pattern(said).fullmatch(message)
        if found is not None:
            return found.groupdict()
    return None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Return a pattern that finds what is in the named places of a text."""
    pattern, known = "", set[str]()
    for literal, name, _, _ in Formatter().parse(text):
        pattern += re.escape(literal)
        if name is not None:
            pattern += f"(?P={name})" if name in known else f"(?P<{name}>.*?)"
            known.add(name)
    return re.compile(pattern, re.DOTALL)

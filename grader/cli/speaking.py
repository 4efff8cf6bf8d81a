"""The language of a run, found before anything is said: `--lang`, else the locale."""

from collections.abc import Mapping, Sequence

from grader import language
from grader.errors import UsageError
from grader.language import say

OPTION = "--lang"
FOR_TEACHERS = frozenset({"author", "ci", "grade", "release", "report"})
"""Commands whose output must not depend on where they run: the locale says nothing."""


def speak(words: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Choose the language; return the words of the command line without the option.

    It may stand anywhere before `--`. Raises UsageError for a language that there is
    not.
    """
    left: list[str] = []
    asked: str | None = None
    pending = list(words)
    while pending:
        word = pending.pop(0)
        if word == "--":
            left += [word, *pending]
            break
        if word == OPTION:
            asked = pending.pop(0) if pending else ""
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
        else:
            left.append(word)
    if FOR_TEACHERS.intersection(left[:1]):
        wished = environment.get(language.VARIABLE, "")
        environment = {language.VARIABLE: wished or language.ENGLISH}
    if asked is not None and asked not in language.LANGUAGES:
        language.use(language.chosen(environment))
        raise UsageError(
            say("No language `{name}`.").format(name=asked)
            if asked
            else say("{option} takes a language.").format(option=OPTION),
            say("There are: {names}.").format(names=say(", ").join(language.LANGUAGES)),
        )
    language.use(asked or language.chosen(environment))
    return left

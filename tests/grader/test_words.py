"""What the program says, in every language that it speaks."""

import gettext
import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "grader" / "words"
LANGUAGES = ["zh"]
PLACE = re.compile(r"\{\w*(?:[:!][^}]*)?\}")
CODE = re.compile(r"`[^`\n]+`")


def script():
    """Return the script that writes the catalogues."""
    spec = importlib.util.spec_from_file_location("words", ROOT / "docs" / "words.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def catalogue(language):
    """Return a catalogue as its source has it."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(message):
    """Return the texts and the translations of a message, as tuples."""
    if message.pluralizable:
        return tuple(message.id), tuple(message.string)
    return (message.id,), (message.string,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_said_is_translated(language):
    """No text is without a translation, and none is translated that nobody says."""
    known = {one.id: one for one in catalogue(language) if one.id}
    said = {one.id for one in script().said() if one.id}
    assert set(known) == said
    assert [one.id for one in known.values() if not all(forms(one)[1])] == []
    assert [one.id for one in known.values() if one.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_places_and_code(language):
    """What is put into a text, and the code in it, is in its translation as well."""
    for one in catalogue(language):
        texts, translations = forms(one)
        for said in translations if one.id else ():
            assert set(PLACE.findall(said)) == set(PLACE.findall(texts[-1])), one.id
            assert set(CODE.findall(said)) >= set(CODE.findall(texts[-1])), one.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_stands_after_the_same_words(language):
    """Each next action that does not fit is broken before these, after a comma."""
    every = [one for one in catalogue(language) if isinstance(one.id, str)]
    known = {one.id: one.string for one in every}
    run = [one for one in known if re.match(r"Next: .*run: \{command\}", one)]
    assert run
    for one in run:
        assert re.search(
            rf"[，：]({known['then run: ']}|{known['run: ']})\{{", known[one]
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_reads_is_in_step(language):
    """The compiled catalogue says what its source says."""
    with (FOLDER / f"{language}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for one in catalogue(language):
        texts, translations = forms(one)
        if one.pluralizable:
            assert compiled.ngettext(*texts, 2) == translations[-1]
        elif one.id:
            assert compiled.gettext(texts[0]) == translations[0]
    assert (FOLDER / f"{language}.po").read_bytes() == script().source(
        script().catalogue(language)
    )

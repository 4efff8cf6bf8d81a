"""The document: what the records hold, and a schema that says so."""

import json

import jsonschema
import msgspec
import pytest

from grader.render.json import (
    CLASS,
    Class,
    class_schema,
    render,
    schema,
    together,
)
from grader.verdict import Result


def test_document_follows_the_schema(screen):
    """The document of every kind of result is what the schema says."""
    jsonschema.validate(json.loads(render(screen[1])), schema())


def test_schema_is_one(screen):
    """The schema is valid by the draft that it names."""
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["title"] == screen[1].schema == "grader.result/1"


def test_document_comes_back(screen):
    """A document is read back as the records that it was made of."""
    assert msgspec.json.decode(render(screen[1]), type=Result) == screen[1]


BROKEN = {
    "another schema": ("schema", "grader.result/2"),
    "points that are text": ("points", "ten"),
    "no exercises": ("exercises", None),
    "an unknown status": ("exercises", [{"status": "great"}]),
}


@pytest.mark.parametrize("what", BROKEN)
def test_schema_refuses(make, what):
    """The schema refuses what is no such document."""
    document = json.loads(render(make("passed")))
    key, value = BROKEN[what]
    document[key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema())


@pytest.mark.parametrize("where", ["", "exercises", "cases", "findings"])
def test_every_field_is_required(make, where):
    """The schema asks for every field but those with a default."""
    document = json.loads(render(make("loops")))
    record = document
    if where:
        record = document["exercises"][0]
        record = record if where == "exercises" else record[where][0]
    for key in list(record):
        value = record.pop(key)
        # A field with a default may be left out by who writes, never by us.
        if key not in {"schema", "cell", "width", "help"}:
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(document, schema())
        record[key] = value


def test_document_is_readable(make):
    """The document is indented by two and keeps letters as they are."""
    text = render(make("several"))
    assert text.startswith('{\n  "schema": "grader.result/1",\n')
    assert "\\u" not in text


def test_control_characters_are_escaped(make):
    """No control character of a student's stands in the document as it is."""
    text = render(make("escapes"))
    assert "\x1b" not in text
    assert "\\u001b" in text


def test_a_class_follows_its_schema(make):
    """The document of a class, also of an empty one, is what its schema says."""
    jsonschema.Draft202012Validator.check_schema(class_schema())
    for results in ([], [make("passed")], [make("passed"), make("loops")]):
        text = "".join(together("Course", ["softmax"], results))
        jsonschema.validate(json.loads(text), class_schema())
        expected = Class(
            course="Course", exercises=("softmax",), results=tuple(results)
        )
        assert msgspec.json.decode(text, type=Class) == expected


@pytest.mark.parametrize("key", ["schema", "course", "exercises", "results"])
def test_the_schema_of_a_class_refuses(make, key):
    """It refuses what is no such document."""
    text = "".join(together("Course", ["softmax"], [make("passed")]))
    document = json.loads(text)
    assert document["schema"] == CLASS
    for value in (7, [{"schema": "grader.result/1"}], "grader.class/2"):
        if (key, value) != ("course", "grader.class/2"):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(document | {key: value}, class_schema())

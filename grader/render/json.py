"""The result, or those of a class, as one JSON document, and the schemas of both."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from grader.verdict import SCHEMA, Record, Result

CLASS = "grader.class/1"


class Class(Record, frozen=True, kw_only=True):
    """The results of a class; `exercises` are the names of those graded, in order."""

    schema: str = CLASS
    course: str
    exercises: tuple[str, ...]
    results: tuple[Result, ...]


def render(result: Result) -> str:
    """Return the result as JSON, indented by two."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode()


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a result, generated from the records' types."""
    made = _schema(Result, SCHEMA)
    made["$defs"]["Result"]["properties"]["schema"] = {"const": SCHEMA}
    return made


def class_schema() -> dict[str, Any]:
    """Return the JSON Schema of the results of a class."""
    made = _schema(Class, CLASS)
    made["$defs"]["Class"]["properties"]["schema"] = {"const": CLASS}
    made["$defs"]["Result"]["properties"]["schema"] = {"const": SCHEMA}
    return made


def _schema(kind: type[Record], title: str) -> dict[str, Any]:
    made = msgspec.json.schema(kind)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = title
    return made


def together(
    course: str, names: Sequence[str], results: Iterable[Result]
) -> Iterator[str]:
    """Yield one document with the results of a class, a part for each."""
    head = msgspec.json.encode(
        {"schema": CLASS, "course": course, "exercises": list(names)}
    ).decode()
    yield f'{head[:-1]},"results":['
    for index, one in enumerate(results):
        yield (",\n" if index else "\n") + msgspec.json.encode(one).decode()
    yield "\n]}\n"

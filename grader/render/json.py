"""The result as one JSON document, and the schema of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from grader.verdict import SCHEMA, Result

CLASS = "grader.class/1"


def render(result: Result) -> str:
    """Return the result as JSON, indented by two."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode()


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a result, generated from the records' types."""
    made = msgspec.json.schema(Result)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = SCHEMA
    made["$defs"]["Result"]["properties"]["schema"] = {"const": SCHEMA}
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

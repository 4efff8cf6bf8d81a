"""The result as one JSON document, and the schema of it."""

from typing import Any

import msgspec

from grader.verdict import SCHEMA, Result


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

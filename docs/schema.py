"""Writes docs/result.schema.json from the records' types; a test holds it in step."""

import json
from pathlib import Path

from grader.render.json import schema

FILE = Path(__file__).with_name("result.schema.json")


def text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")

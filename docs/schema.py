"""Writes the schemas in docs/ from the records' types; a test holds them in step."""

import json
from pathlib import Path

from grader.render.json import class_schema, schema

FOLDER = Path(__file__).parent


def texts() -> dict[str, str]:
    """Return the schemas as their files hold them, by name."""
    schemas = {
        "result.schema.json": schema(),
        "class.schema.json": class_schema(),
    }
    return {
        name: json.dumps(one, indent=2, ensure_ascii=False) + "\n"
        for name, one in schemas.items()
    }


if __name__ == "__main__":
    for name, text in texts().items():
        (FOLDER / name).write_text(text, "utf-8")

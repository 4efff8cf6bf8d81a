"""Where course.toml is wrong, in the names that its author wrote."""

import re


def complaint(message: str, table: dict[str, object]) -> str:
    """Return what msgspec says of a table in the names that its author wrote."""
    text, _, path = message.partition(" - at `$")
    path = path.removesuffix("`").removeprefix(".")
    owner = _owner(path, table)
    unknown = re.fullmatch(r"Object contains unknown field `(.*)`", text)
    missing = re.fullmatch(r"Object missing required field `(.*)`", text)
    leaf = path.rpartition(".")[2] if not path.endswith("]") else ""
    if unknown:
        said = f"unknown key `{unknown[1]}`"
    elif missing:
        said = f"the key `{missing[1]}` is missing"
    else:
        said = f"{leaf}: {text}" if leaf else text
    return f"{owner}: {said}." if owner else f"{said}."


def _owner(path: str, table: dict[str, object]) -> str:
    """Return what the table at a path is called; a number stands for a name."""
    here: object = table
    kind = owner = ""
    for key, index in re.findall(r"\.?(\w+)|\[(\d+)\]", path):
        try:
            here = here[key] if key else here[int(index)]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if key:
            kind = key
            continue
        name = here.get("name") if isinstance(here, dict) else None
        named = isinstance(name, str) and name
        if kind == "assignments":
            owner = f"assignment {name if named else int(index) + 1}"
        elif kind == "exercises":
            # A name is of one exercise in the whole course.
            owner = str(name) if named else f"{owner}: exercise {int(index) + 1}"
    return owner

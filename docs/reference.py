"""Writes the pages in docs/reference/ from the program itself; a test holds them so.

What a key or a field means stands in docs/meanings.toml, an entry for each.
"""

import inspect
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from typer.main import get_command

from grader.cli.app import app
from grader.course import COURSE_FILE, load
from grader.errors import Exit
from grader.render.json import class_schema

FOLDER = Path(__file__).parent
MEANINGS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    FOLDER.joinpath("meanings.toml").read_text("utf-8")
)
SHOWN = "optimize"
"""The exercise that shows most keys."""
MADE = "This page is made by `python docs/reference.py`."
COMMANDS = f"""\
# Commands

Every command has `--help`, and the options of `grader` itself go before its name:
`grader --course FOLDER check softmax`. {MADE}
"""
KEYS = f"""\
# course.toml

`exercises/course.toml` says what a course consists of. A key that is not listed here,
and a value that does not fit, is refused with the name of the key. {MADE}
"""
JSON = f"""\
# JSON

`grader check --format json` prints one **Result**. `grade` writes one a line into
`results.jsonl`, by the name of the submission. `grader report --format json` prints
one **Class**. The schemas are published beside this page, of
[a result](../result.schema.json) and of [a class](../class.schema.json). {MADE}

Two runs with the same seed give the same bytes, but for `seconds`.
"""
# What is asked for where an option has no word of its own.
WORDS = {"text": "TEXT", "str": "TEXT", "path": "PATH", "int": "NUMBER",
         "integer": "NUMBER", "float": "NUMBER"}  # fmt: skip


class Told(NamedTuple):
    """An argument or option: how it is written, what it does without, what for."""

    name: str
    default: str
    help: str


def texts() -> dict[str, str]:
    """Return the pages as their files hold them, by name."""
    return {
        "commands.md": _page(COMMANDS, _commands()),
        "course-toml.md": _page(KEYS, _keys()),
        "json.md": _page(JSON, _records()),
    }


def _page(head: str, parts: Iterator[str]) -> str:
    return "\n".join([head, *parts])


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    cells = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def _meaning(of: str, names: list[str]) -> Mapping[str, str]:
    """Return what is said of each name; a name more or less is a mistake."""
    said = MEANINGS[of]
    if set(said) != set(names):
        wrong = sorted(set(said) ^ set(names))
        raise SystemExit(f"docs/meanings.toml, [{of}]: {', '.join(wrong)}")
    return said


def _commands() -> Iterator[str]:
    yield "## Exit codes\n"
    codes = _meaning("exits", [str(int(code)) for code in Exit])
    yield _table(("code", "meaning"), iter(codes.items()))
    yield "A command that is stopped by Ctrl-C ends with 130, as shells have it.\n"
    top = get_command(app)
    found = dict(_walk(top, "grader"))
    _meaning("commands", [name for name in found if name in MEANINGS["commands"]])
    for name, command in found.items():
        yield f"## {name}\n"
        yield from _command(name, command)


def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield a command and those below it that do something, by full name."""
    if name == "grader" or not hasattr(command, "commands"):
        yield name, command
    for key, one in sorted(getattr(command, "commands", {}).items()):
        yield from _walk(one, f"{name} {key}")


def _command(name: str, command: Any) -> Iterator[str]:
    given = [one for one in command.params if one.param_type_name == "argument"]
    words = [name, *(one.metavar for one in given), "[OPTIONS]"]
    if name == "grader":
        words.append("[COMMAND]")
    told = inspect.getdoc(command.callback) or ""
    yield f"```text\n{' '.join(words)}\n```\n"
    yield f"{told}\n"
    rows = [_told(one) for one in command.params]
    if rows:
        yield _table(("argument or option", "default", "meaning"), iter(rows))
    if name in MEANINGS["commands"]:
        yield f"Exit code: {MEANINGS['commands'][name]}\n"


def _told(one: Any) -> Told:
    """Return what is said of an argument or an option."""
    if one.param_type_name == "argument":
        return Told(f"`{one.metavar}`", _default(one), one.help)
    takes = "" if one.is_flag else f" {one.metavar or _kind(one.type)}"
    some = ""
    if "|" in takes:
        some = f" One of: {', '.join(takes.strip().split('|'))}."
        takes = f" {one.opts[0].lstrip('-').upper()}"
    names = ", ".join(f"`{name}{takes}`" for name in one.opts)
    return Told(names, _default(one), one.help + some + _range(one.type))


def _default(one: Any) -> str:
    if one.required:
        return "needed"
    if getattr(one, "is_flag", False) or one.default in {None, ""}:
        return ""
    return f"`{getattr(one.default, 'value', one.default)}`"


def _kind(kind: Any) -> str:
    choices = getattr(kind, "choices", None)
    if choices:
        return "|".join(getattr(one, "value", one) for one in choices)
    return WORDS[str(kind.name).partition(" ")[0]]


def _range(kind: Any) -> str:
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if high is not None:
        return f" From {low:,} to {high:,}."
    return "" if low is None else f" At least {low:,}."


def _keys() -> Iterator[str]:
    """Yield a table for each kind of table that course.toml has."""
    (schema,), parts = msgspec.json.schema_components([_course_file()])
    yield from _part("The course", "course", parts[_named(schema)])
    for title, name, kind in (
        ("`[[assignments]]`", "assignment", "Assignment"),
        ("`[[assignments.exercises]]`", "exercise", "Exercise"),
        ("`tolerance`", "tolerance", "Tolerance"),
    ):
        yield from _part(title, name, parts[kind])
        if name == "tolerance":
            yield "Right is `|yours - expected| <= atol + rtol * |expected|`.\n"
    yield "## An example\n"
    yield f"```toml\n{_example()}```\n"


def _course_file() -> type[msgspec.Struct]:
    """Return the type that course.toml is read as."""
    from grader import course  # noqa: PLC0415 - its name there is private

    kind: type[msgspec.Struct] = course._CourseFile  # noqa: SLF001 - as above
    return kind


def _example() -> str:
    """Return an exercise of the bundled course, with the assignment that it is in."""
    course = load(FOLDER.parent)
    text = course.root.joinpath(COURSE_FILE).read_text("utf-8")
    (own,) = (
        one for one in course.assignments if one.name == course.places[SHOWN].assignment
    )
    (entry,) = re.findall(
        rf'\[\[assignments\.exercises\]\]\nname = "{SHOWN}"\n.*?(?=hints)',
        text,
        re.DOTALL,
    )
    return (
        f'title = "{course.title}"\n\n'
        f'[[assignments]]\nname = "{own.name}"\ntitle = "{own.title}"\n\n'
        f'{entry}hints = ["…", "…", "…"]\n'
    )


def _part(title: str, of: str, part: Mapping[str, Any]) -> Iterator[str]:
    keys = part["properties"]
    said = _meaning(of, list(keys))
    needed = part.get("required", [])
    yield f"## {title}\n"
    yield _table(
        ("key", "default", "meaning"),
        (
            (f"`{key}`", "needed" if key in needed else _toml(one), said[key])
            for key, one in keys.items()
        ),
    )


def _toml(one: Mapping[str, Any]) -> str:
    """Return the default of a key as course.toml would have it."""
    value = one.get("default")
    return "" if value is None else f"`{_written(value)}`"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        pairs = (f"{key} = {_written(one)}" for key, one in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    return str(value).replace("e-0", "e-")


def _records() -> Iterator[str]:
    """Yield a table for each record of a class's document."""
    parts = class_schema()["$defs"]
    for name, part in parts.items():
        yield f"## {name}\n"
        yield f"{_first(part['description'])}\n"
        if "enum" in part:
            values = _meaning(name, part["enum"])
            yield _table(
                ("value", "meaning"),
                ((f"`{one}`", said) for one, said in values.items()),
            )
            continue
        said = _meaning(name, list(part["properties"]))
        yield _table(
            ("field", "type", "meaning"),
            (
                (f"`{key}`", _type(one), said[key])
                for key, one in part["properties"].items()
            ),
        )


def _first(description: str) -> str:
    """Return the first paragraph of what a record says of itself."""
    return " ".join(description.partition("\n\n")[0].split())


def _named(reference: Mapping[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _type(one: Mapping[str, Any]) -> str:
    """Return the type of a field in words, with a link to a record."""
    if "$ref" in one:
        name = _named(one)
        return f"[{name}](#{name.lower()})"
    if "anyOf" in one:
        return " or ".join(_type(kind) for kind in one["anyOf"])
    if "const" in one:
        return f"`{one['const']}`"
    if one["type"] == "array":
        return f"array of {_type(one['items'])}"
    return str(one["type"])


if __name__ == "__main__":
    for name, text in texts().items():
        FOLDER.joinpath("reference", name).write_text(text, "utf-8")

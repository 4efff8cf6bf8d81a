"""Visible cases in the language at hand: what they promise, and what they compare."""

import ast
from functools import partial

from grader import language, translation
from grader.author import texts
from grader.author.excerpt import Excerpt, parse
from grader.course import Place
from grader.submission.spoken import translated


def spoken(file: Excerpt, place: Place) -> Excerpt:
    """Return the cases of an exercise with its texts in the language at hand."""
    if language.spoken() == language.ENGLISH:
        return file
    say = partial(translation.said, place)
    lines = file.text.split("\n")
    # From the end, so that positions hold; they count bytes.
    for word in sorted(texts.words(file), key=_position, reverse=True):
        if word.lineno == word.end_lineno:
            line = lines[word.lineno - 1].encode()
            said = f'"{say(str(word.value))}"'.encode()
            line = line[: word.col_offset] + said + line[word.end_col_offset :]
            lines[word.lineno - 1] = line.decode()
    return parse(translated("\n".join(lines), say), "")


def _position(word: ast.Constant) -> tuple[int, int]:
    return word.lineno, word.col_offset

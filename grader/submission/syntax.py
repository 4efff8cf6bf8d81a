"""What Python's parser has against a text, in plain words."""

import keyword
import re
import unicodedata
from typing import Final

from grader.language import marked, say

_MAX_LINE = 400
_EQUALS = marked("`=` gives a name a value, `==` compares")
# What looks like a sign of Python's and is none; full-width forms are found by NFKC.
_LOOKS_LIKE: Final = {
    "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{LEFT SINGLE QUOTATION MARK}": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{IDEOGRAPHIC COMMA}": ",", "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{LEFT BLACK LENTICULAR BRACKET}": "[",
    "\N{RIGHT BLACK LENTICULAR BRACKET}": "]",
    "\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{EM DASH}": "-",
    "\N{MULTIPLICATION SIGN}": "*", "\N{MIDDLE DOT}": "*", "\N{DIVISION SIGN}": "/",
    "\N{LESS-THAN OR EQUAL TO}": "<=", "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{NOT EQUAL TO}": "!=",
}  # fmt: skip

_RULES: Final = {
    r"unexpected indent": marked("the line begins further right than it may here"),
    r"expected an indented block after .* on line (\d+)": marked(
        "the lines that belong to line {0} must begin further right than it"
    ),
    r"unindent does not match .*": marked(
        "the line begins at no column at which a line above it begins"
    ),
    r"inconsistent use of tabs .*": marked(
        "tabs and spaces are mixed: use spaces alone"
    ),
    r"expected ':'": marked("a colon is missing"),
    r"'(.)' was never closed": marked(
        "the bracket `{0}` that opens here is not closed"
    ),
    r"unmatched '(.)'": marked("the bracket `{0}` closes what was not opened"),
    r"closing parenthesis '(.)' does not match opening parenthesis '(.)'.*": marked(
        "the bracket `{1}` is closed by `{0}`"
    ),
    r"invalid syntax\. Maybe you meant '==' .*": _EQUALS,
    r"expression cannot contain assignment, .*": _EQUALS,
    r"cannot assign to .* Maybe you meant '==' .*": _EQUALS,
    r"cannot assign to (.{1,40})": marked("{0} cannot be given a value"),
    r"unterminated .*": marked("the text that begins here has no closing quote"),
    r"'(return|yield|await)' outside function": marked(
        "`{0}` stands outside of the function: it must begin further right"
    ),
    r"'(break|continue)' (?:outside|not properly in) loop": marked(
        "`{0}` stands outside of a loop"
    ),
    r"Missing parentheses in call to '(\w+)'.*": marked(
        "{0} needs parentheses: `{0}(…)`"
    ),
    r"invalid decimal literal": marked("a name cannot begin with a digit"),
    r"leading zeros in decimal integer .*": marked(
        "a number cannot begin with 0: write `7`, not `07`"
    ),
    r"invalid syntax\. Perhaps you forgot a comma\?": marked("a comma may be missing"),
    r"unexpected character after line continuation character": marked(
        "nothing may follow a backslash `\\` in its line"
    ),
    r"duplicate argument '(\w+)' in .*": marked("two parameters are called `{0}`"),
    r"(?:non-default argument|parameter without a default) follows .*": marked(
        "parameters with a default value come after those without"
    ),
    r"positional argument follows keyword argument.*": marked(
        "in a call, arguments with a name come after those without"
    ),
    r"keyword argument repeated: (\w+)": marked("the argument `{0}` is given twice"),
    r"expected 'except' or 'finally' block": marked("`try` needs an `except` below it"),
    r"\(unicode error\) .*": marked("a backslash in a text is written `\\\\`"),
    r"import \* only allowed at module level": marked(
        "`import *` cannot stand in a function"
    ),
    r"f-string: .*": marked("the braces in an f-string do not hold an expression"),
}
_CHARACTER = re.compile(r"invalid character '(.)' \(U\+([0-9A-F]+)\)")
_UNSEEN = re.compile(r"invalid non-printable character U\+([0-9A-F]+)")
# Where Python says no more than "invalid syntax": how the line begins, and the signs
# at which it was found.
_BEGINNINGS: Final = {
    r"\s*[%!]\w": marked("`%` and `!` commands are for notebooks alone"),
    r"\s*(?:>>>|\.\.\.) ": marked("`>>>` is the prompt of an example, not Python"),
    r"\s*(?:else ?if|elseif)\b": marked("Python's word for `else if` is `elif`"),
}
_SIGNS: Final = {
    "&&": marked("Python's word for `&&` is `and`"),
    "||": marked("Python's word for `||` is `or`"),
    "++": marked("Python has no `++`: write `x += 1`"),
    "--": marked("Python has no `--`: write `x -= 1`"),
    "<>": marked("Python's sign for `<>` is `!=`"),
    "!": marked("Python's word for `!` is `not`"),
    "?": marked("Python has no `?`: write `a if condition else b`"),
    "=": _EQUALS,
}
_NAMING: Final = ("as", "class", "def", "for", "import")
_KEYWORD = marked("`{word}` is a word of Python's own, and can be no name")
_REPLACED = marked("`{character}` is no sign of Python: type `{meant}` in its place")
_UNKNOWN = marked("`{character}` is no sign of Python")
_INVISIBLE = marked(
    "there is a character that cannot be seen (U+{code}): type the space anew"
)


def explain(error: SyntaxError) -> str | None:
    """Return what is wrong, to be put after a colon; None if that is not known."""
    said = (error.msg or "")[:_MAX_LINE]
    if found := _CHARACTER.match(said):
        return _character(found[1])
    if found := _UNSEEN.match(said):
        return say(_INVISIBLE).format(code=found[1])
    if said in ("invalid syntax", "expected ':'"):
        line = (error.text or "")[:_MAX_LINE].rstrip()
        told = _line(line, (error.offset or 1) - 1)
        if told is not None:
            return told
    for pattern, words in _RULES.items():
        if found := re.fullmatch(pattern, said):
            return say(words).format(*found.groups())
    return None


def _line(line: str, at: int) -> str | None:
    for pattern, words in _BEGINNINGS.items():
        if re.match(pattern, line):
            return say(words)
    before = re.search(r"(\w+)\s*$", line[:at])
    here = re.match(r"\w+", line[at:])
    if before and before[1] in keyword.kwlist and line[at : at + 1] == "=":
        return say(_KEYWORD).format(word=before[1])
    if here and here[0] in keyword.kwlist and before and before[1] in _NAMING:
        return say(_KEYWORD).format(word=here[0])
    around = line[max(0, at - 2) : at + 2]
    for sign, words in _SIGNS.items():
        if sign in (around if len(sign) > 1 else line[at : at + 1]):
            return say(words)
    return None


def _character(one: str) -> str:
    meant = _LOOKS_LIKE.get(one) or unicodedata.normalize("NFKC", one)
    if meant == one or not meant.isascii():
        return say(_UNKNOWN).format(character=one)
    return say(_REPLACED).format(character=one, meant=meant)

"""What a student wrote is parsed as Python, or refused in words."""

import ast
import contextlib
import threading
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission.files import UnreadableError
from grader.submission.source import MAX_SOURCE, parse

ANSWER = b"def f(x):\n    return x\n"


def refused(work, *args):
    """Return the error of what must be refused."""
    with pytest.raises(UnreadableError) as caught:
        work(*args)
    return caught.value


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (ANSWER, ANSWER.decode()),
        (b"\xef\xbb\xbf" + ANSWER, ANSWER.decode()),
        (ANSWER.replace(b"\n", b"\r\n"), ANSWER.decode()),
        (ANSWER.replace(b"\n", b"\r"), ANSWER.decode()),
        (b"def f(x):\r\n    return x\r", ANSWER.decode()),
        (b"", ""),
        (b"# only a comment", "# only a comment"),
        ("s = 'é€😀'\n".encode(), "s = 'é€😀'\n"),
        (b"def f(x):\n\x0c    return x\n", "def f(x):\n\x0c    return x\n"),
        ("s = '\u2028\x1c\x85'\n".encode(), "s = '\u2028\x1c\x85'\n"),
        (b"\tx = 1\n".lstrip(), "x = 1\n"),
    ],
)
def test_source_is_utf_8_with_any_line_ends(data, text):
    """A byte order mark and the line ends of any system are taken as they are meant."""
    source = parse(data, "a.py")
    assert source.text == text
    assert ast.dump(source.tree) == ast.dump(ast.parse(text))


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"x = 1\nname = '\xe9'\n", "is not UTF-8 text; save it as UTF-8", 2),
        (b"# coding: latin-1\n# \xe9\n", "is not UTF-8 text; save it as UTF-8", 2),
        ("x = 1".encode("utf-16"), None, None),
        (b"x\0 = 1\n", "holds NUL bytes, so it is not Python source", 1),
        (b"x = 1\n\0", "holds NUL bytes, so it is not Python source", 2),
        (b"x = 1\ndef f(x)\n", "is not valid Python: a colon is missing (Synta", 2),
        (b"\n\nx = = 1\n", "is not valid Python: `=` gives a name a value", 3),
        (b"x = 1\r\n\r\nx = =", "is not valid Python: `=` gives a name a value", 3),
        (b"def f(x):\nreturn x\n", "is not valid Python: the lines that belong to", 2),
        (b"if 1:\n\tx\n        y\n", "is not valid Python: tabs and spaces are", 3),
        (b"s = 'open\n", "is not valid Python: the text that begins here", 1),
        (b"s = '''a\n\n", "is not valid Python: the text that begins here", 1),
        (b"def f(a, a): pass\n", "is not valid Python: two parameters are called", 1),
        (b"x = 1\ndef f():\n    y = x\n    global y\n",
         "is not valid Python: SyntaxError: name 'y' is assigned to before global", 4),
        (b"%matplotlib x\n", "is not valid Python: `%` and `!` commands", 1),
        (b"x = 1\n\xef\xbb\xbfy = 2\n", "is not valid Python: there is a character", 2),
        (b"x = " + b"9" * 5000 + b"\n", "is not valid Python: ", None),
    ],
)  # fmt: skip
def test_what_is_no_python_is_refused_with_its_line(data, message, line):
    """A source that cannot be read is refused in words, at the line of the mistake."""
    error = refused(parse, data, "a.py")
    if message:
        assert error.message.startswith(message)
    if line:
        assert error.line == line


@pytest.mark.parametrize(
    "cookie",
    ["utf-7", "unicode_escape", "raw_unicode_escape", "utf-16", "utf-8-sig", "latin-1",
     "rot13", "punycode", "idna", "cp037", "hex", "mbcs", "nonsense"],
)  # fmt: skip
def test_encoding_cookies_hide_nothing(cookie):
    """What a cookie would turn from a comment into code stays a comment."""
    hidden = {"utf-7": "+AAo-import os", "unicode_escape": r"\nimport os"}
    text = f"# -*- coding: {cookie} -*-\n# {hidden.get(cookie, 'x')}\ny = 1\n"
    tree = parse(text.encode(), "a.py").tree
    assert [type(node) for node in tree.body] == [ast.Assign]


@pytest.mark.parametrize("cookie", ["latin-1", "cp1252", "utf-7", "utf-8", "koi8-r"])
@pytest.mark.parametrize("line", ["", "#!/usr/bin/env python\n"])
def test_encoding_cookies_change_no_text(cookie, line):
    """Text is read as UTF-8, whatever a cookie says of it."""
    text = f"{line}# coding: {cookie}\ns = 'é€+AGE-'\n"
    source = parse(text.encode(), "a.py")
    assert source.tree.body[0].value.value == "é€+AGE-"
    assert source.text == text


DEEP = 100_000
LONG = 16_000


@pytest.mark.parametrize(
    "text",
    [
        "(" * LONG + ")" * LONG,
        "[" * DEEP,
        "{" * DEEP,
        "-" * DEEP + "1",
        "not " * LONG + "1",
        "lambda: " * LONG + "1",
        "a" + ".b" * LONG,
        "a" + "()" * LONG,
        "a" + "[0]" * LONG,
        "a" + " + a" * LONG,
        "a" + " ** a" * LONG,
        "a if b else " * 10_000 + "c",
        "if 1:\n pass\n" + "elif 1:\n pass\n" * 8_000,
        "".join(" " * i + "if 1:\n" for i in range(500)),
        "x: " * 2 + "(" * DEEP,
        "f'{" * LONG,
        "def f():\n return " + "not " * LONG + "1",
        "@a\n" * 20_000 + "x",
        "(" * 150 + "-" * 50_000,
        # Short enough to be parsed at once.
        "-" * 8_000 + "1",
        "not " * 1_900 + "1",
        "a" + ".b" * 4_000,
        "a" + "+a" * 4_000,
        "a = " + "b[" * 90 + "a" + ".b" * 4_000,
        "match 1:\n case a" + ".b" * 4_000 + ": pass",
        "a" + ".b" * 1_000,
    ],
    ids=lambda text: f"{len(text)} {text[:12]}",
)
def test_deep_nesting_is_refused(text):
    """A source that is nested without measure is refused; the grader stays up."""
    message = refused(parse, text.encode(), "a.py").message
    assert message.startswith(("is nested too deep", "is not valid Python"))


@pytest.mark.parametrize("stack", [256 << 10, 512 << 10, 8 << 20])
def test_small_stacks_suffice(stack):
    """Where a thread has little stack, deep sources are refused or read as well."""
    done = []

    def work():
        for count in (500, 900, 1_500, 2_500, 4_000, 6_000):
            for text in ("-" * count + "a", "a" + ".b" * count, "a" + "+a" * count):
                with contextlib.suppress(UnreadableError):
                    parse(text.encode(), "a.py")
                done.append(text)

    before = threading.stack_size(stack)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    threading.stack_size(before)
    assert len(done) == 18


def test_stack_sizes_are_left_as_they_were():
    """Parsing does not change the stack of the threads that are started later."""
    before = threading.stack_size()
    parse(ANSWER, "a.py")
    assert threading.stack_size() == before


def test_a_source_is_smaller_than_a_file_may_be():
    """Of Python source, less is read than of files."""
    data = b"#" * (MAX_SOURCE - 1) + b"\n"
    assert parse(data, "a.py").text == data.decode()
    assert refused(parse, data + b"#", "a.py").message == "is larger than 128 KB"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (b"y = = 1", "is not valid Python: `=` gives a name a value"),
        (b"y = '\xff'", "is not UTF-8 text"),
        (b"\0", "holds NUL bytes"),
        (b"  y = 1", "is not valid Python: the line begins further right"),
    ],
)
def test_mistakes_are_where_they_stand(mark, end, wrong, message):
    """A mistake is at its line, whatever the line ends, marks and form feeds before."""
    before = [b"x = 1", b"\x0c", b"# \x0c\x0b", "s = '\u2028\x85\x1c'".encode(), b"\\"]
    data = mark + end.join([*before, b"", wrong, b""])
    error = refused(parse, data, "a.py")
    assert error.message.startswith(message)
    assert error.line == 7


def test_long_sources_are_read():
    """What is long but not deep is read."""
    assert len(parse(b"x = 1\n" * 20_000, "a.py").tree.body) == 20_000


@pytest.mark.parametrize(
    "text", [r"s = '\d'", r"s = '\sigma'", "1 is 1", "(1)(2)", "1or 2"]
)
def test_doubtful_source_makes_no_noise(text):
    """What Python merely warns of is read, also where warnings are errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parse(text.encode(), "a.py")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        parse(text.encode(), "a.py")
    assert not caught


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "a = 1"),
        (2, "\x0c"),
        (3, "b = '\u2028'"),
        *((number, "") for number in (4, 0, -1, 5, 10**9)),
    ],
)
def test_lines_count_as_python_counts(number, text):
    """Only line ends begin a new line; a number beyond the file has no text."""
    source = parse("a = 1\r\n\x0c\r\nb = '\u2028'\n".encode(), "a.py")
    assert source.line(number) == text


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_are_source_or_refused(data):
    """No content of a file raises anything but a refusal."""
    refusal = None
    try:
        parse(data, "a.py")
    except UnreadableError as error:
        refusal = error
    assert refusal is None or (refusal.message and refusal.line >= 1)

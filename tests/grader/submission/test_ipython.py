"""IPython's syntax becomes Python of as many lines, and what is Python stays."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission.ipython import plain

NEVER = "get_ipython()"
PLAIN = {
    "a magic": ("%matplotlib inline\nx = 1", "pass\nx = 1"),
    "a command": ("!ls -l | grep '\nx = 1", "pass\nx = 1"),
    "help": ("np.sum?\nx = 1", "pass\nx = 1"),
    "more help": ("np.sum??", "pass"),
    "help first": ("?np.sum\n??x", "pass\npass"),
    "help on a magic": ("%timeit?", "pass"),
    "no help in a comment": ("x = (1  # why?\n)", "x = (1  # why?\n)"),
    "no help in a text": ("x = '''\nwhy?\n'''", "x = '''\nwhy?\n'''"),
    "an assigned command": ("files = !ls (\nx = 1", f"files = {NEVER}\nx = 1"),
    "two assigned": ("a, b = !ls", f"a, b = {NEVER}"),
    "an assigned magic": ("here = %pwd", f"here = {NEVER}"),
    "a comparison": ("x != y", "x != y"),
    "a timed statement": ("%time x = f(2)", "x = f(2)"),
    "a timed one in a block": ("if x:\n    %time y = 1", "if x:\n    y = 1"),
    "a timed one with options": ("%timeit -n 3 f(2)", "pass"),
    "a call without brackets": ("/f 1\n,f a b\n;f a", "pass\npass\npass"),
    "a block": ("if x:\n    %matplotlib\n    !ls", "if x:\n    pass\n    pass"),
    "a command that goes on": ("!a \\\n  b \\\n  c\nx = 1", "pass\n\n\nx = 1"),
    "no command in a line that goes on": ("x = 1 \\\n% 2", "x = 1 \\\n% 2"),
    "no magic in brackets": ("x = [1\n% 2,\n!3]", "x = [1\n% 2,\n!3]"),
    "no magic in a text": ('x = """\n%a\n!b\n"""', 'x = """\n%a\n!b\n"""'),
    "a text that is not ended": ("x = 'a\n%a", "x = 'a\npass"),
    "quotes in quotes": ('x = \'"""\'\n%a', 'x = \'"""\'\npass'),
    "escaped quotes": ("x = 'a\\''\n%a", "x = 'a\\''\npass"),
    "a prefix": ("x = rb'''(\n%a'''\n%b", "x = rb'''(\n%a'''\npass"),
    "a bracket in a comment": ("x = 1  # (\n%a", "x = 1  # (\npass"),
    "a cell of Python": ("%%time\nx = 1", "\nx = 1"),
    "with options": ("%%capture out --no-stderr\nx = 1", "\nx = 1"),
    "two of them": ("%%time\n%%capture\nx = 1", "\n\nx = 1"),
    "after blank lines": ("\n\n%%time\nx = 1", "\n\n\nx = 1"),
    "ours": ("%%check softmax\nx = 1", "\nx = 1"),
    "a cell of something else": ("%%bash\nls\nx = 1", "\n\n"),
    "a file": ("%%writefile a.py\nx = 1", "\n"),
    "too late": ("x = 1\n%%bash\ny = 1", "x = 1\npass\ny = 1"),
    "a session": (">>> x = 1\n>>> if x:\n...     y = 2", "x = 1\nif x:\n    y = 2"),
    "another session": ("In [1]: x = 1\n   ...: y = 2", "x = 1\ny = 2"),
    "an indent": ("  x = 1\n  if x:\n    y = 2\nz = 3", "x = 1\nif x:\n  y = 2\nz = 3"),
    "nothing": ("", ""),
    "formats": ("'%d' % 3\nx %= 2", "'%d' % 3\nx %= 2"),
}


@pytest.mark.parametrize("what", PLAIN)
def test_plain(what):
    """Each line becomes what Python can read in its place."""
    text, expected = PLAIN[what]
    assert plain(text) == expected


LINES = st.sampled_from(
    ["x = 1", "%a b", "!ls '", "y = !ls", "f?", "'''", '"', "(", ")", "\\", "x \\",
     "    z", "# '", "%%time", "", "/f x", "a = [", "]", "'a' 'b'"]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=12)).map("\n".join))
def test_lines_stay_in_place(text):
    """Whatever the text, it has as many lines afterwards."""
    assert plain(text).count("\n") == text.count("\n")


STATEMENTS = st.sampled_from(
    ["x = 'a % b'", "y = (1,\n% 2)", "z = '''\n%no\n!no\n'''", "if x:\n    y = '?'",
     "w = {\n'a': 1}", "# %%time", "f('%s' % 1)", "x = 1 \\\n  % 2", "v = not x != y"]
)  # fmt: skip


def python(text):
    """Return whether a text is Python."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


@given(st.lists(STATEMENTS.filter(python), max_size=6).map("\n".join))
def test_python_stays_python(text):
    """What Python can read is not touched."""
    assert plain(text) == text


@given(
    st.lists(STATEMENTS.filter(python), max_size=4).map("\n".join),
    st.lists(STATEMENTS.filter(python), max_size=4).map("\n".join),
    st.sampled_from(["%a", "!ls (", "f?", "x = !ls '", "%%late"]),
)
def test_a_magic_between_is_all_that_changes(before, after, magic):
    """A magic between statements is replaced, and nothing else is."""
    text = f"{before}\n{magic}\n{after}"
    if not before.strip() and magic.startswith("%%"):
        return
    made = plain(text)
    assert made.startswith(f"{before}\n")
    assert made.endswith(f"\n{after}")
    assert python(made)


def test_long_lines_take_no_time():
    """Lines made to be hard on patterns are read at once."""
    for text in (" " * 100_000 + "x", "?" * 100_000 + "x", "x = " * 30_000,
                 "a " * 50_000 + "?" + " " * 50_000 + "x", "'" * 99_999):  # fmt: skip
        assert plain(text).count("\n") == 0

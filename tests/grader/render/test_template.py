"""Templates: what is put into a page is text, and its policy lets nothing else run."""

import base64
import hashlib
import re

import jinja2
import pytest
from classes import HOSTILE

from grader.render import template


def digest(text):
    """Return a text as a policy names it."""
    found = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{found}'"


def alike(groups, rules=""):
    """Return the smallest of the pages."""
    about = {"course": HOSTILE}
    return template.filled("alike", "key", rules=rules, about=about, groups=groups)


def test_text_is_made_visible_and_escaped():
    """Of a hostile text no element, expression or control character is left."""
    page = alike([])
    for never in ("<img", "alert(1)</script>", "\x00", "\x1b", "\u202e", "\udcff"):
        assert never not in page
    assert "\\x00\\x1b[2J\\udcff" in page
    assert "{{ 7 * 7 }} {% raw %} \\u202e" in page


def test_the_policy_names_style_and_script():
    """A page allows its own style by its digest; one without a script allows none."""
    page = alike([], rules=".map { --exercises: 3; }")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    assert style.endswith(".map { --exercises: 3; }")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy == (
        f"default-src 'none'; style-src {digest(style)}; script-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "<script" not in page


def test_a_part_is_escaped_once():
    """A part of a page is made visible and escaped, and a page takes it as it is."""
    part = template.part("exercise.html", "rows", ((HOSTILE, True),))
    assert "<img" not in part
    assert "&lt;img src=x onerror=alert(2)&gt;" in part
    assert "\\x00\\x1b[2J\\udcff" in part
    assert f"{part}" == part.__html__()


def test_the_mark_is_near_the_beginning():
    """The first bytes of a page say what it was made of."""
    page = alike([])
    assert template.mark("key") in page[: template.MARKED_WITHIN]


def test_a_template_names_what_it_is_given():
    """A value that a template was not given is an error, not a gap."""
    with pytest.raises(jinja2.UndefinedError):
        template.filled("alike", "key", groups=[])


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0, "0"), (10.0, "10"), (100.0, "100"), (2.345, "2.35"), (1234.5, "1,234.5")],
)
def test_numbers(value, said):
    """Points have two digits at most, and no zeros at their end."""
    assert template.number(value) == said


def test_styles_and_scripts_fetch_nothing():
    """No file beside the templates names an address."""
    for file in template.FOLDER.iterdir():
        text = file.read_text("utf-8")
        assert not re.search(r"//\w|@import|url\(|innerHTML|eval\(", text), file
        assert not re.search(r"\son\w+=|\sstyle=", text), file

"""The page of a student: what the terminal tells, and nothing of private cases."""

import html
import re

from classes import HOSTILE, TITLES, case, exercise, hostile, result, student

from grader import language
from grader.render.studentpage import Around, render
from grader.verdict import Evidence, Finding, Misconception, Visibility


def text(page):
    """Return what is read on a page."""
    body = re.sub(r"<(head|style)>.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_every_verdict_in_words():
    """Each exercise has its verdict in words, its points, and its assignment."""
    said = text(render(student("anna", "passed", "not_started", "missing"), TITLES))
    assert "anna 10 of 30 points ✓ 1 passed · 1 not started – 1 missing" in said
    assert "Basics ✓ sigmoid passed: A sentence on sigmoid. 10 / 10" in said
    assert "· softmax not started 0 / 10" in said
    assert "Lines – mse missing: A sentence on mse. 0 / 10" in said


def test_the_first_failure_in_full():
    """One failing case is told in full, the others are names."""
    mistake = Misconception(name="m", message="This sums everything.")
    first = case(
        "b",
        "failed",
        message="It differs.\n\nyours  1\ncalled as f(2)\nPython says: E",
        stdout="one\ntwo\n",
    )
    cases = [case("a"), first, case("c", "failed")]
    one = result("x", exercise("softmax", "failed", cases, misconception=mistake))
    said = text(render(one, TITLES))
    assert "failed: 1 of 3 cases passed. 0 / 10 ✓ a , passed ✗ b , failed" in said
    assert (
        "yours 1 called as f(2) It differs. Python says: E This sums everything. "
        "It printed: one two · c , not yet" in said
    )
    assert "The value of c differs" not in said


def test_to_each_their_own():
    """What two students have in common is not all: each is told what is theirs."""
    found = [
        Finding(
            rule="explicit-loop",
            message="a loop",
            path=path,
            line=line,
            column=1,
            end_line=line,
            evidence=Evidence.STATIC,
        )
        for path, line in [("anna.py", 3), ("bea.py", 3), ("bea.py", 4)]
    ]
    cases = [case("a"), case("b")]
    some = [
        result(it.path, exercise("softmax", "loops", cases, findings=(it,)))
        for it in found
    ]
    said = [text(render(one, TITLES)) for one in (*some, *some)]
    for one, (place, other) in zip(
        said,
        [("anna.py:3", "bea"), ("bea.py:3", ":4"), ("bea.py:4", ":3")] * 2,
        strict=True,
    ):
        assert place in one
        assert other not in one


def test_cases_with_the_same_names():
    """One failing case is told as it failed for each, among the same others."""
    pages = [
        text(
            render(
                result(
                    "x",
                    exercise(
                        "softmax",
                        "failed",
                        [
                            case("a", "failed", message=told),
                            case("b", status),
                        ],
                    ),
                ),
                TITLES,
            )
        )
        for told, status in [("One.", "passed"), ("Two.", "passed"), ("One.", "failed")]
    ]
    assert "✗ a , failed One. ✓ b , passed" in pages[0]
    assert "✗ a , failed Two. ✓ b , passed" in pages[1]
    assert "✗ a , failed One. · b , not yet" in pages[2]


def test_the_same_in_another_language(monkeypatch):
    """A page is told in the language at hand, whatever was told before."""
    hidden = case("secret", "failed", visibility=Visibility.PRIVATE)
    one = result("x", exercise("softmax", "failed", [hidden]))
    assert "a private case" in text(render(one, TITLES))
    # So that the variable that `use` sets is taken back.
    monkeypatch.setenv(language.VARIABLE, "en")
    language.use("zh")
    try:
        assert "a private case" not in text(render(one, TITLES))
    finally:
        language.use("en")


def test_private_cases_are_not_told():
    """Neither name, message nor prints of a private case are on the page."""
    hidden = case("secret", "failed", stdout="secret", visibility=Visibility.PRIVATE)
    page = render(result("x", exercise("softmax", "failed", [hidden])), TITLES)
    assert "secret" not in page
    assert "a private case , failed A private case did not pass." in text(page)


def test_loops_and_findings():
    """Loops say what they cost; five findings are shown, and the rest counted."""
    said = text(render(hostile(), TITLES))
    assert "loops: Every value is right. " in said
    assert "costs 5 of the 10 points." in said
    assert "… and 2 more findings" in said
    page = render(hostile("mild"), TITLES)
    # Once for each of two exercises.
    assert page.count("help:") == page.count("grader explain mild") == 2


def test_what_waits():
    """An exercise that waits for another says so, and is no failure of its own."""
    message = "`softmax` waits for `sigmoid`: it is not started."
    one = result("x", exercise("softmax", "failed", message=message))
    assert f"softmax waits: {message}" in text(render(one, TITLES))


def test_an_answer_that_was_not_run():
    """An answer that failed without a case was not run."""
    one = result("x", exercise("softmax", "failed", message="Not run: no."))
    assert "softmax not run: Not run: no." in text(render(one, TITLES))


def test_the_way():
    """A page of a class leads back and to those beside it; one alone leads nowhere."""
    one = student("anna", "passed", "passed", "passed")
    page = render(one, TITLES, "key", Around("", "b%3Ac d.html"))
    links = re.findall(r'href="([^"]*)"', page)
    assert links == ["../index.html", "./b%253Ac%20d.html"]
    assert "href" not in render(one, TITLES)


def test_hostile_texts():
    """A hostile id, message, print or name is text wherever it stands."""
    page = render(hostile(), TITLES, "key", Around("javascript:alert(1)", HOSTILE[:9]))
    assert page.count("<script") == page.count("<img") == 0
    assert re.findall(r"</(?:title|style)>", page) == ["</title>", "</style>"]
    assert not re.search(r"[\x00\x1b\u202e\udcff]", page)
    assert 'href="./javascript%3Aalert%281%29"' in page
    page.encode()

"""The page of a class."""

import html
import re

from classes import HOSTILE, NAMES, TITLES, alike, case, exercise, hostile, result
from classes import student as handed

from grader.render.classpage import About, render, render_alike
from grader.render.classroom import Classroom
from grader.verdict import Misconception, Visibility

ABOUT = About("A course", TITLES, 7, "landlock", "0.1.0")


def room(*results, file="{}.html"):
    """Return what is known of a class of these students."""
    made = Classroom(NAMES)
    for one in results:
        made.add(one, file.format(one.submission.id))
    return made


def text(page):
    """Return what is read on a page."""
    body = re.sub(r"<(head|style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


TWO = room(
    handed("anna", "passed", "loops", "not_started"),
    handed("bea", "failed", "missing", "unreadable"),
)


def test_the_class_in_a_sentence():
    """The page begins with the course, how many there are, seed and wall."""
    said = text(render(TWO, ABOUT, "key"))
    assert "A course 2 students, 3 exercises. Half of the class has 7.5 of 30" in said
    assert "Seed 7, wall: landlock, grader 0.1.0." in said
    one = room(handed("anna", "passed", "passed", "passed"))
    assert "1 student, 3 exercises" in text(render(one, ABOUT, "key"))


def test_a_row_a_student():
    """Each verdict is a sign, a word and a colour, and the name leads to the page."""
    page = render(TWO, ABOUT, "key")
    assert (
        '<tr data-v="pln"><th scope="row"><a href="students/anna.html"><bdi>anna</bdi>'
        '</a><td>15<td class="p g" title="passed">✓<td class=l title="loops">!'
        '<td class="n g" title="not started">·\n' in page
    )
    assert 'title="failed">✗<td class=m title="missing">–' in page


def test_the_legend():
    """Every verdict that somebody got stands in words, and no other."""
    said = text(render(TWO, ABOUT, "key"))
    assert (
        "✓ passed ! loops ✗ failed · not started – missing ? unreadable Search" in said
    )
    assert "not your code" not in said


def test_assignments_span_their_exercises():
    """An assignment stands above its exercises, as wide as they are."""
    page = render(TWO, ABOUT, "key")
    assert 'scope="colgroup" colspan="2" title="Basics"' in page
    assert '.over > [colspan="1"] { --span: 1; }' in page
    assert '.over > [colspan="2"] { --span: 2; }' in page
    assert ".map { --exercises: 3; }" in page


def test_a_class_of_one_assignment():
    """The title of the only assignment is not above the table: it says nothing."""
    made = Classroom(("mse",))
    made.add(result("anna", exercise("mse", "passed")), "anna.html")
    assert "colgroup" not in render(made, ABOUT, "key")


def test_what_failed_and_why():
    """The page tells which case fails most, and which mistake is commonest."""
    wrong = [case("every row sums to one", "failed", visibility=Visibility.PRIVATE)]
    mistake = Misconception(name="m", message="This sums everything.")
    one = exercise("softmax", "failed", wrong, misconception=mistake)
    said = text(render(room(result("anna", one)), ABOUT, "key"))
    assert "softmax every row sums to one private 1 of 1" in said
    assert "Commonest misconceptions 1 softmax This sums everything." in said
    assert "No case failed." in text(render(TWO, ABOUT, "key"))


def test_counts_by_verdict():
    """Each exercise has the number of each verdict, and a bar of their parts."""
    page = render(TWO, ABOUT, "key")
    said = text(page)
    assert "Basics sigmoid 1 0 1 0 0 0 softmax 0 1 0 0 1 0" in said
    assert '<rect class="f" x="50.0" width="50.0" height="1"/>' in page


def test_nobody():
    """A class of nobody has a page that says so."""
    assert "Nobody has handed in anything." in text(render(room(), ABOUT, "key"))


def test_alike_is_told_with_care():
    """Groups are led to if there are any, and no page calls them a proof."""
    assert "alike.html" not in render(TWO, ABOUT, "key")
    groups = [alike("mse", 3, "anna", "bea"), alike("softmax", 12, "anna", "gone")]
    said = text(render(TWO, ABOUT, "key", groups))
    assert "2 groups of answers are identical after renaming and formatting." in said
    assert "That is a reason to look, not a proof. See them" in said
    page = render_alike(TWO, ABOUT, "key", groups)
    said = text(page)
    assert (
        "mse Identical after renaming and formatting, 2 submissions; the answer is "
        "short (3 statements), so this proves nothing. anna bea" in said
    )
    assert (
        "softmax Identical after renaming and formatting, 2 submissions; the answer "
        "has 12 statements. Read them side by side: they may also have one source "
        "that was allowed. anna gone" in said
    )
    assert said.index("12 statements") < said.index("3 statements")
    assert re.findall(r'href="([^"]*)"', page) == [
        "index.html",
        "students/anna.html",
        "students/anna.html",
        "students/bea.html",
    ]


def test_hostile_texts():
    """A hostile id, case, misconception or title is text wherever it stands."""
    about = About(HOSTILE, {"basics": HOSTILE}, 7, HOSTILE, HOSTILE)
    made = room(hostile(), file="javascript:alert(1)//{}"[:20])
    groups = [alike(HOSTILE, 9, HOSTILE, "x")]
    for page in (
        render(made, about, "key", groups),
        render_alike(made, about, "key", groups),
    ):
        assert page.count("<script") == page.count("</script>") <= 1
        assert "<img" not in page
        assert re.findall(r"</(?:title|style)>", page) == ["</title>", "</style>"]
        assert not re.search(r"[\x00\x1b\u202e\udcff]", page)
        assert 'href="students/javascript%3Aalert' in page
        page.encode()

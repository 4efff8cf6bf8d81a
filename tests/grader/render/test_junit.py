"""JUnit XML: what continuous integration reads, whatever students wrote."""

from collections import Counter
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.render import junit

# What the field's schema allows: attributes that must be there, others, children.
RULES = {
    "testsuites": ({"name"}, set(), {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped", "time"},
        set(),
        {"properties", "testcase"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": (
        {"classname", "name", "time"},
        {"file", "line"},
        {"properties", "failure", "error", "skipped", "system-out"},
    ),
    "failure": ({"message"}, set(), set()),
    "error": ({"message"}, set(), set()),
    "skipped": ({"message"}, set(), set()),
    "system-out": (set(), set(), set()),
}


def parsed(*results):
    """Return the document as a reader of XML sees it."""
    return ET.fromstring("".join(junit.render(results)))  # noqa: S314 - our own


def valid(element):
    """Whether an element and all in it keep to the rules."""
    must, may, children = RULES[element.tag]
    named = set(element.attrib)
    return (
        must <= named <= must | may
        and {child.tag for child in element} <= children
        and all(map(valid, element))
    )


def test_every_result_keeps_to_the_schema(screen):
    """The document of every kind of result is what readers of JUnit accept."""
    assert valid(parsed(screen[1]))


def test_counts_are_right(screen):
    """A suite counts its tests, failures, errors and those that are skipped."""
    (suite,) = parsed(screen[1])
    tests = suite.findall("testcase")
    assert int(suite.get("tests")) == len(tests)
    found = Counter(child.tag for test in tests for child in test)
    for tag, name in (("failure", "failures"), ("error", "errors")):
        assert int(suite.get(name)) == found[tag]
    assert int(suite.get("skipped")) == found["skipped"]


def test_what_is_not_passed_is_not_green(screen):
    """An exercise that did not pass has a test that says so."""
    (suite,) = parsed(screen[1])
    for exercise in screen[1].exercises:
        group = f"{exercise.assignment}.{exercise.name}"
        tests = [it for it in suite.iter("testcase") if it.get("classname") == group]
        tags = {child.tag for test in tests for child in test} - {"properties"}
        assert bool(tags - {"system-out"}) == (exercise.status != "passed")


def test_whose_fault_it_is(make):
    """A failure is the student's, an error the grader's, skipped is not started."""
    for name, tag in {
        "values": "failure",
        "loops": "failure",
        "missing": "failure",
        "broken exercise": "error",
        "not started": "skipped",
    }.items():
        assert parsed(make(name)).find(f".//testcase/{tag}") is not None, name


def test_points_are_properties(make):
    """Suites and tests have their points as properties."""
    (suite,) = parsed(make("loops"))
    points = {it.get("name"): it.get("value") for it in suite.find("properties")}
    assert points["softmax.points"] == "5"
    assert points["softmax.max_points"] == "10"
    first = suite.find("testcase/properties")
    assert [it.get("value") for it in first] == ["1", "1"]


def test_a_loop_has_its_line(make):
    """The test of a loop points to the file and line of it."""
    test = parsed(make("loops")).findall(".//testcase")[-1]
    assert (test.get("file"), test.get("line")) == ("exercises/basics/softmax.py", "36")


def test_a_private_case_stays_private(make):
    """The name of a private case is nowhere in the document."""
    assert "never shown" not in "".join(junit.render([make("private")]))


def test_injection(make):
    """Text that looks like XML is text."""
    evil = "]]></failure><testcase name='x'/><!-- &amp; \x00\x1b\ud800"
    one = make("values")
    one = replace(one, submission=replace(one.submission, id=evil))
    case = replace(one.exercises[0].cases[1], name=evil, message=evil, stdout=evil)
    one = replace(one, exercises=(replace(one.exercises[0], cases=(case,)),))
    (suite,) = parsed(one)
    assert len(suite.findall("testcase")) == 1
    assert suite.get("name").startswith("]]></failure><testcase name='x'/><!-- &amp; ")


@given(st.text())
def test_text_comes_back(text):
    """What XML can hold is read as it was; what it cannot is replaced, one by one."""
    root = ET.fromstring(f"<a b={junit.attribute(text)}>{junit.text(text)}</a>")  # noqa: S314 - our own
    for found in (root.get("b"), root.text or ""):
        assert len(found) == len(text)
        assert all(a in {b, "\ufffd"} for a, b in zip(found, text, strict=True))


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0xD7FF)))
def test_allowed_text_is_kept(text):
    """No character that XML allows is lost."""
    root = ET.fromstring(f"<a b={junit.attribute(text)}>{junit.text(text)}</a>")  # noqa: S314 - our own
    assert (root.get("b"), root.text or "") == (text, text)

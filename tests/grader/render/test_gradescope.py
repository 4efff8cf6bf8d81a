"""results.json: what Gradescope reads, and no more than a student may see."""

import json

from msgspec.structs import replace

from grader.render.gradescope import refused, render

FORMATS = {"text", "html", "simple_format", "md", "ansi"}
SEEN = {"hidden", "after_due_date", "after_published", "visible"}
FIELDS = {
    "score",
    "max_score",
    "status",
    "name",
    "number",
    "output",
    "output_format",
    "tags",
    "visibility",
}


def test_every_result_is_one(screen):
    """Points add up to the total, and each field is one that Gradescope knows."""
    result = screen[1]
    found = json.loads(render(result))
    tests = found["tests"]
    assert found["score"] == result.points
    assert sum(test.get("max_score", 0) for test in tests) == result.max_points
    assert sum(test.get("score", 0) for test in tests) == result.points
    for test in tests:
        assert set(test) <= FIELDS
        assert test["status"] in {"passed", "failed"}
        assert test["output_format"] in FORMATS
        assert test["visibility"] in SEEN
    # A hidden test would hide the total from the student.
    assert "hidden" not in {test["visibility"] for test in tests}


def test_every_case_is_there(make):
    """A test for the exercise is followed by one for each case, numbered."""
    tests = json.loads(render(make("values")))["tests"]
    assert [test["number"] for test in tests] == ["1", "1.1", "1.2", "1.3"]
    assert "10 of 10 values differ" in tests[2]["output"]
    assert [test["status"] for test in tests] == [
        "failed",
        "passed",
        "failed",
        "failed",
    ]


def test_a_private_case(make):
    """Of a private case there is that it did not pass, and nothing else."""
    text = render(make("private"))
    assert "never shown" not in text
    case = json.loads(text)["tests"][2]
    assert case["name"] == "softmax: a private case"
    assert case["output"] == "A private case did not pass."


def test_the_time(make):
    """The time is what the cases took; without one it is left out."""
    assert json.loads(render(make("values")))["execution_time"] == 0.012
    assert "execution_time" not in json.loads(render(make("missing")))


def test_no_submission():
    """What could not be judged is a document with the reason."""
    found = json.loads(refused("a.zip is\x1b not a zip."))
    assert (found["score"], found["tests"]) == (0, [])
    assert found["output"] == "a.zip is\\x1b not a zip."


def test_text_is_text(make):
    """What a student wrote is shown as text, without control characters."""
    one = make("escapes")
    one = replace(one, submission=replace(one.submission, id="<b>\ud800"))
    for test in json.loads(render(one))["tests"]:
        assert test["output_format"] == "text"
        assert "\x1b" not in test["output"] + test["name"]

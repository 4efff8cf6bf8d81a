"""After a KeyError the student reads which keys the argument has."""

SOLUTION = {
    "solutions/basics/double.py": """
        def double(x):
            ### BEGIN SOLUTION
            return 2 * x["n"]
            ### END SOLUTION
        """
}
CASE = """
    {mark}
    def test_three(double):
        '''twice three is six'''
        x = {{"n": 3, "unit": "m"}}
        agree(double(x), 6)
    """
HEAD = "import pytest\nfrom grader.cases import agree\n"
ANSWER = 'def double(x):\n    return 2 * x["N"]\n'


def written(mark=""):
    """Return the module of one case that is given a dict."""
    return HEAD + "\n".join(
        line.removeprefix("    ") for line in CASE.format(mark=mark).splitlines()
    )


def test_the_keys_of_the_argument(verdict):
    """They stand after the sentence, and in the verdict's own."""
    one = verdict(ANSWER, files=SOLUTION, visible=written(), hidden=written())
    said = "Line 2: The dict has no key 'N'. `x` has the keys 'n' and 'unit'."
    assert one.message == said
    assert all(case.message.startswith(f"{said}\n\n") for case in one.cases)


def test_a_private_case_tells_nothing(verdict):
    """What it was given stays unknown, its keys too."""
    private = written("@pytest.mark.private")
    one = verdict(ANSWER, files=SOLUTION, visible=private, hidden=private)
    assert one.message == "A private case did not pass."
    assert "unit" not in repr(one)


def test_a_key_error_that_is_caught_is_none(verdict):
    """A value that comes back after one is judged as any other value."""
    answer = (
        "def double(x):\n    try:\n        x['N']\n    except KeyError:\n        pass"
    )
    one = verdict(f"{answer}\n    return 7\n", files=SOLUTION, visible=written(),
                  hidden=written())  # fmt: skip
    assert "keys" not in one.message

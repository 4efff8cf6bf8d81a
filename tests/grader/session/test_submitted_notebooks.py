"""Every notebook of tests/notebooks gets its verdicts from the real engine."""

import pytest
from handed import FILES, FORMATS, content, notebook, parts

from grader.session import submitted
from grader.session.check import Options, check


@pytest.fixture
def judged(guests, real, tmp_path):
    """Return a function that judges a notebook and returns verdicts by name."""

    def run(data, *names):
        file = tmp_path / "work.ipynb"
        file.write_bytes(data)
        submission, entries = submitted.read_file(real, names, file)
        result = check(real, submission, entries, guests, Options(7))
        return {one.name: one for one in result.exercises}

    return run


def test_there_are_notebooks():
    """The collection is there, and every header says what is tried and expected."""
    assert len(FILES) >= 40
    for path in FILES:
        (about, _), *rest = parts(path)[0]
        assert about == "about"
        assert rest
        assert dict(rest).get("format", "lines") in FORMATS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_verdicts(judged, path):
    """A notebook gets the verdicts that its header expects, and none besides."""
    pairs = [pair for pair in parts(path)[0] if pair[0] not in ("about", "format")]
    found = judged(content(path))
    expected = {key: value for key, value in pairs if " " not in key}
    absent = {name for name, status in expected.items() if status == "absent"}
    assert {name: str(one.status) for name, one in found.items()} == {
        name: status for name, status in expected.items() if name not in absent
    }
    for key, value in pairs:
        name, _, what = key.partition(" ")
        if what == "says":
            assert value in found[name].message
        elif what == "finds":
            findings = found[name].findings
            if value == "nothing":
                assert findings == ()
            else:
                rule, cell, line, *message = value.split(" ", 3)
                where = (rule, int(cell), int(line))
                matching = [
                    one for one in findings if (one.rule, one.cell, one.line) == where
                ]
                assert matching
                assert matching[0].message.startswith(" ".join(message))


def test_every_solution_in_one_notebook(judged, real):
    """The solutions of the course, joined with another course's marks, all pass."""
    cells = []
    for place in real:
        text = place.solution.read_text("utf-8")
        text = text.replace("BEGIN SOLUTION", "START CODE HERE ###")
        cells.append(("code", text.replace("END SOLUTION", "END CODE HERE ###")))
    found = judged(notebook(cells))
    assert {name: str(one.status) for name, one in found.items()} == dict.fromkeys(
        [place.exercise.name for place in real], "passed"
    )
    assert not any(one.findings for one in found.values())


def test_shipped_notebooks_are_not_started(real):
    """In the notebook of an assignment, as it is shipped, nothing is started."""
    for assignment in real.assignments:
        file = real.root / "exercises" / assignment.name / f"{assignment.name}.ipynb"
        _, entries = submitted.read_file(real, (), file)
        names = [entry.place.exercise.name for entry in entries]
        assert names == [exercise.name for exercise in assignment.exercises]
        assert {str(entry.status) for entry in entries} == {"not_started"}

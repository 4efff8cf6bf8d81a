"""`grader author translate`."""

import tomllib

FILE = "exercises/numpy_basics/zh/softmax.toml"


def test_it_writes_what_is_to_be_filled_in(inside, course):
    """Each exercise has a file of pairs; what was translated stays as it is."""
    before = (course / FILE).read_bytes() if (course / FILE).exists() else None
    if before is not None:
        (course / FILE).unlink()
    done = inside("author", "translate", "zh")
    assert done.returncode == 0
    texts = tomllib.loads((course / FILE).read_text("utf-8"))["texts"]
    assert f"{len(texts)} texts to translate in {FILE}\n" in done.stdout
    assert {"text": "every row sums to one", "zh": ""} in texts
    filled = (course / FILE).read_text("utf-8")
    filled = filled.replace(
        'text = "every row sums to one"\nzh = ""',
        'text = "every row sums to one"\nzh = "每一行之和为一"',
    )
    (course / FILE).write_text(filled, "utf-8")
    done = inside("author", "translate", "zh")
    assert f"{len(texts) - 1} texts to translate in {FILE}\n" in done.stdout
    assert (course / FILE).read_text("utf-8") == filled


def test_what_is_new_is_added_at_the_end(inside, course):
    """Pairs that are there are not touched by a text that is new."""
    (course / FILE).parent.mkdir(exist_ok=True)
    (course / FILE).write_text(
        '# mine\n[[texts]]\ntext = "every row sums to one"\nzh = "每一行之和为一"\n',
        "utf-8",
    )
    assert inside("author", "translate", "zh").returncode == 0
    text = (course / FILE).read_text("utf-8")
    assert text.startswith('# mine\n[[texts]]\ntext = "every row sums to one"\n')
    assert text.count('text = "every row sums to one"') == 1
    assert 'text = "each row is judged on its own"\nzh = ""' in text


def test_a_language_that_it_does_not_speak(inside):
    """A language without screens is refused, with those that there are."""
    done = inside("author", "translate", "tlh")
    assert done.returncode == 2
    assert done.stderr == (
        "grader does not speak tlh.\nIts own screens are in English and: zh.\n"
    )


def test_check_holds_every_text_translated(inside, course):
    """A course that names a language fails its check where a text has no pair."""
    file = course / "exercises" / "course.toml"
    text = file.read_text("utf-8")
    if "languages" not in text:
        file.write_text('languages = ["zh"]\n' + text, "utf-8")
    (course / FILE).unlink(missing_ok=True)
    done = inside("author", "check", "softmax")
    assert done.returncode == 1
    assert "zh/softmax.toml has no translation of “# Softmax” and " in done.stdout

"""`grader show`, as a student runs it."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[3]
KEPT = ".grader/pictures"
# As good as a trained one for a picture, and at once.
QUICK = (
    "w = np.full((X_train.shape[0], 1), 1e-4)\n"
    "return {'costs': [0.7, 0.5, learning_rate], 'w': w, 'b': -0.3,\n"
    "        'Y_prediction_test': 0 * Y_test, 'Y_prediction_train': Y_train}"
)
CAPTION = (
    "  Your sigmoid from -8 to 8: any score becomes a number between 0 and 1, and the"
)


@pytest.fixture
def data(course):
    """Put the files of the course's data in their place; return the folder."""
    folder = course / "data"
    folder.mkdir()
    for file in ROOT.glob("data/*_cats.h5"):
        shutil.copy(file, folder)
    return folder


@pytest.fixture
def cat(course):
    """Return an image of the student's own."""
    Image.new("RGB", (60, 40), (90, 200, 30)).save(course / "my cat.png")
    return "my cat.png"


def flat(text):
    """Return text without line breaks."""
    return " ".join(text.split())


def test_from_the_stub_to_a_picture(run, course, solve, terminal):
    """The stub is told; the answer is drawn, kept, and told with its caption."""
    stub = run("show", "sigmoid")
    assert stub.returncode == 1
    assert stub.stdout == (
        "sigmoid   exercises/numpy_basics/sigmoid.py:23\n"
        "\n"
        "✗ curve   not drawn\n"
        "  Not started: `sigmoid` in exercises/numpy_basics/sigmoid.py is still the "
        "stub.\n"
        "\n"
        "Next: write sigmoid in exercises/numpy_basics/sigmoid.py:23,\n"
        "then run: grader check sigmoid\n"
    )
    assert not course.joinpath(KEPT).exists()

    solve("sigmoid")
    done = terminal("show", "sigmoid")
    assert done.code == 0
    assert done.lines == [
        "sigmoid   exercises/numpy_basics/sigmoid.py:23",
        "",
        f"✓ curve   {KEPT}/sigmoid-curve.png",
        CAPTION,
        "  score 0 becomes one half.",
        "",
        "Next: to have it opened, run: grader show sigmoid --open",
    ]
    assert b"drawing curve: sigmoid" in done.raw
    kept = course.joinpath(KEPT, "sigmoid-curve.png")
    first = kept.read_bytes()
    assert first.startswith(b"\x89PNG")
    assert run("show", "sigmoid").stderr == ""
    assert kept.read_bytes() == first


@pytest.mark.usefixtures("data")
def test_all_pictures_are_drawn_though_one_is_not(inside, course, write):
    """What is wrong with one picture is told, and the others are drawn."""
    write("model", QUICK.replace("'w': w", "'w': w[1:]"))
    done = inside("show", "model")
    assert done.returncode == 1, done.stderr
    assert f"✓ learning_curves   {KEPT}/model-learning_curves.png\n" in done.stdout
    said = (
        "✗ mistakes not drawn `model`: The part `['w']` has shape (12287, 1); "
        "expected (12288, 1)."
    )
    assert said in flat(done.stdout)
    assert done.stdout.endswith("then run: grader check model\n")
    assert [one.name for one in course.joinpath(KEPT).iterdir()] == [
        "model-learning_curves.png"
    ]


def test_a_crash(inside, write):
    """A crash is told with its line, the call, and Python's words."""
    write("sigmoid", "return x @ np.ones((3, 2))")
    done = inside("show", "sigmoid")
    assert done.returncode == 1
    assert "`sigmoid`: Line 36: The sizes 321 and 3 do not line up" in flat(done.stdout)
    assert "    36 | return x @ np.ones((3, 2))\n" in done.stdout.replace(
        "      ", "    "
    )
    assert "called as sigmoid(array (321,))\n" in done.stdout


@pytest.mark.usefixtures("data")
def test_progress_names_what_is_called(terminal, write):
    """On a terminal it is shown which picture calls what, with its numbers."""
    write("model", QUICK)
    done = terminal("show", "model")
    said = b"drawing learning_curves: model with num_iterations 2000, learning_rate "
    assert said + b"0.01" in done.raw
    assert said + b"0.001" in done.raw
    # The second picture uses what the first one called.
    assert b"drawing mistakes" not in done.raw
    assert "drawing" not in done.text
    assert done.lines[-1] == (
        "Next: for an image of your own, run: grader show model --image FILE"
    )


@pytest.mark.usefixtures("data")
def test_an_image_of_ones_own(inside, course, write, cat):
    """`--image` draws the picture of that image alone, and says what it is."""
    write("model", QUICK)
    done = inside("show", "model", "--image", cat)
    assert done.returncode == 0, done.stderr
    assert "It is a cat, says your model." in done.stdout
    assert "learning_curves" not in done.stdout
    assert course.joinpath(KEPT, "model-your_image.png").is_file()
    assert done.stdout.endswith("run: grader show model --image 'my cat.png' --open\n")


@pytest.mark.usefixtures("data")
def test_the_data_that_the_student_loads(inside, solve):
    """`load_dataset` reads copies of the files from inside the sandbox."""
    solve("load_dataset")
    done = inside("show", "load_dataset")
    assert done.returncode == 0, done.stdout
    assert "72 of the 209 images in train_cats.h5 are cats." in done.stdout


def test_data_that_is_missing(inside, course, solve):
    """Without the files it is said what draws them, with the code of unusable input."""
    solve("flatten_images")
    course.joinpath("data").mkdir()
    course.joinpath("data", "draw_cats.py").touch()
    done = inside("show", "flatten_images")
    assert done.returncode == 2
    assert (
        "There is no data/train_cats.h5 and data/test_cats.h5. To make them, run: "
        "python data/draw_cats.py" in flat(done.stdout)
    )
    assert "Next: put that right, then run: grader show flatten_images" in done.stdout


@pytest.mark.parametrize("name", ["a.png", "a.SVG"])
def test_saved_where_it_is_asked(inside, course, solve, name):
    """`--save` names the file, and may write over a picture of ours."""
    solve("sigmoid")
    for _ in range(2):
        done = inside("show", "sigmoid", "--save", name)
        assert done.returncode == 0, done.stderr
        assert f"✓ curve   {name}\n" in done.stdout
    start = {"a.png": b"\x89PNG", "a.SVG": b"<?xml"}[name]
    assert course.joinpath(name).read_bytes().startswith(start)
    assert not course.joinpath(KEPT).exists()


@pytest.mark.usefixtures("data")
def test_several_pictures_have_names_of_their_own(inside, course, write):
    """Two pictures are two files beside the name that was asked for."""
    write("model", QUICK)
    done = inside("show", "model", "--save", "a.svg")
    assert done.returncode == 0, done.stderr
    names = ["a-learning_curves.svg", "a-mistakes.svg"]
    assert sorted(one.name for one in course.glob("a*")) == names


@pytest.mark.usefixtures("data")
def test_nothing_is_written_over(inside, course, cat, write):
    """A file that is not ours is kept, above all the image that was asked about."""
    write("model", QUICK)
    before = course.joinpath(cat).read_bytes()
    done = inside("show", "model", "--image", cat, "--save", cat)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "my cat.png is there already, and grader did not draw it.\n"
        "Take another name: nothing is written over.\n"
    )
    assert course.joinpath(cat).read_bytes() == before


def test_a_course_that_cannot_be_written(inside, course, solve, tmp_path):
    """Then the pictures are in the current folder, and that is said."""
    solve("sigmoid")
    course.joinpath(".grader").touch()
    here = tmp_path / "here"
    here.mkdir()
    done = inside("--course", course, "show", "sigmoid", cwd=here)
    assert done.returncode == 0, done.stderr
    assert "✓ curve   sigmoid-curve.png\n" in done.stdout
    assert "The folder of the course cannot be written" in flat(done.stdout)
    assert here.joinpath("sigmoid-curve.png").is_file()


def test_opened(run, env, solve, tmp_path):
    """`--open` hands the picture to the system's viewer."""
    solve("sigmoid")
    tools = tmp_path / "tools"
    tools.mkdir()
    viewer = tools / "xdg-open"
    viewer.write_text(f'#!/bin/sh\necho "$1" > "{tools}/opened"\n', "utf-8")
    viewer.chmod(0o755)
    env |= {"PATH": f"{tools}:{env['PATH']}", "DISPLAY": ":9"}
    done = run("show", "sigmoid", "--open")
    assert done.returncode == 0, done.stderr
    assert "not opened" not in done.stdout
    for _ in range(200):
        if tools.joinpath("opened").is_file():
            break
        run("--version")
    assert tools.joinpath("opened").read_text("utf-8").endswith("sigmoid-curve.png\n")


def test_not_opened(run, solve):
    """Without a display it is said that nothing was opened."""
    solve("sigmoid")
    done = run("show", "sigmoid", "--open")
    assert done.returncode == 0
    assert "They were not opened: there is no display here.\n" in done.stdout


def test_a_picture_that_is_broken(inside, course, solve):
    """What an author did wrong is not the student's fault."""
    solve("sigmoid")
    file = course / "exercises/numpy_basics/pictures/sigmoid.py"
    text = file.read_text("utf-8")
    file.write_text(text.replace("axes.set_xlim(-8, 8)", "axes.nothing()"), "utf-8")
    done = inside("show", "sigmoid")
    assert done.returncode == 3
    assert "This picture is broken. It is not your code." in flat(done.stdout)
    assert (
        "Next: tell the course's author; your answer was not at fault." in done.stdout
    )
    file.write_text("def curve(", "utf-8")
    done = inside("show", "sigmoid")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("This picture is broken. It is not your code.")


def test_a_file_with_the_answer(inside, course):
    """`--file` takes the answer from elsewhere, and so do the next commands."""
    file = shutil.copy(course / "solutions/numpy_basics/sigmoid.py", course / "my.py")
    done = inside("show", "sigmoid", "--file", "my.py")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("sigmoid   my.py:23\n")
    assert "grader show sigmoid --file my.py --open" in done.stdout
    file.write_text("def sigmoid(x): return (x for x in ())", "utf-8")
    done = inside("show", "sigmoid", "-f", "my.py")
    assert done.returncode == 1
    assert "is a value of type `generator`" in done.stdout
    assert "grader check sigmoid --file my.py" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--image", "a.png"), "Which exercise?\nThese have pictures: sigmoid, "),
        (("--open",), "Which exercise?\nThese have pictures: sigmoid, "),
        (("softmax",), "`softmax` has no picture.\nThese have: sigmoid, sigmoid_deriv"),
        (("softmaxx",), "No exercise `softmaxx`.\nDid you mean `softmax`?"),
        (("sigmoid", "--save", "a.pdf"), "Cannot draw a.pdf: a picture is a .png or"),
        (("sigmoid", "--save", "a"), "Cannot draw a: a picture is a .png or an .svg"),
        (
            ("sigmoid", "--save", "no/a.png"),
            "Cannot write no/a.png: there is no folder",
        ),
        (("sigmoid", "--image", "a.png"), "No picture of `sigmoid` takes an image.\n"),
        (("model", "--image", "no.png"), "There is no file no.png.\n--image takes a ."),
        (("model", "--image", "solutions"), "solutions is a folder, not an image.\n"),
        (("model", "--image", "exercises/course.toml"), "exercises/course.toml is not"),
    ],
)
def test_wrong_usage(inside, words, said):
    """What cannot be shown is said, with exit code 2."""
    done = inside("show", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_without_a_name(inside, course):
    """Without a name the exercises that have pictures are listed, with the command."""
    done = inside("show")
    assert done.returncode == 0
    rows = done.stdout.splitlines()
    names = [row.split()[0] for row in rows[:-2]]
    drawn = course.glob("exercises/*/pictures/*.py")
    assert sorted(names) == sorted(file.stem for file in drawn)
    assert all(row.endswith(f"   grader show {row.split()[0]}") for row in rows[:-2])
    assert rows[-2:] == [
        "",
        "Next: run the command of one; it draws what your answer does.",
    ]


def test_a_course_without_pictures(inside, course):
    """Where no exercise has a picture, that is said."""
    for folder in course.glob("exercises/*/pictures"):
        shutil.rmtree(folder)
    done = inside("show")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "No exercise of this course has a picture.\n`grader` lists the exercises.\n"
    )


def test_without_matplotlib(run, env, tmp_path):
    """Without matplotlib it is said what to install."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    hidden.joinpath("matplotlib.py").write_text("raise ImportError('none')", "utf-8")
    env["PYTHONPATH"] = str(hidden)
    done = run("show", "sigmoid")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "`grader show` needs matplotlib, which is not installed.\n"
        "Install it with: pip install 'exercise-grader[plot]'\n"
    )


def test_a_student_kit(inside, course, solve):
    """In a kit the student's own functions are used, from files of their own."""
    solve()
    for folder in ("solutions", "tests/hidden", "tests/misconceptions", "tests/slow"):
        shutil.rmtree(course / folder)
    assert inside("show", "gradient_descent").returncode == 0
    assert inside("show", "sigmoid_derivative").returncode == 0

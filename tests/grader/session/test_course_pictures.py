"""The course's pictures are drawn from plain functions; no return brings them down."""

import shutil
from functools import partial
from pathlib import Path

import h5py
import numpy as np
import pytest

from grader.compare.failure import Failure
from grader.course import load
from grader.errors import UsageError
from grader.guest.wire import Opaque, Strings, Subclassed
from grader.pictures import canvas
from grader.session import gallery
from grader.session.reference import Reference

ROOT = Path(__file__).parents[3]
COURSE = load(ROOT)
REFERENCE = Reference(COURSE)
PICTURES = {
    f"{place.exercise.name}-{one.name}": (place.exercise.name, one)
    for place in COURSE
    for one in gallery.load(COURSE, place)
}
HOSTILE = (
    None,
    True,
    -7,
    3j,
    10**400,
    float("nan"),
    "$x$",
    b"x",
    (),
    [],
    {},
    [[1], [2, 3]],
    {"costs": 3},
    Opaque("generator"),
    Subclassed("matrix", np.zeros((2, 2))),
    Strings((2,), (b"$\\frac{", b"\x1b[2J")),
    np.float64("inf"),
    np.zeros(0),
    np.zeros((0, 3)),
    np.array(3.0),
    np.zeros((1, 50)) - 1,
    np.full(321, 1e308),
)


def trained(x_train, y_train, _x_test, y_test, iterations, rate):
    """Return what a model returns, without training one."""
    return {
        "costs": [0.69, 0.4, rate],
        "Y_prediction_test": (y_test + (np.arange(y_test.size) % 3 == 0)) % 2,
        "Y_prediction_train": y_train,
        "w": np.full((len(x_train), 1), 1e-4),
        "b": -0.3,
        "num_iterations": iterations,
    }


def functions(name):
    """Return the reference of an exercise, or what is as good and faster."""
    return trained if name == "model" else REFERENCE.function(name)


def asked(picture, data=ROOT / "data", **replaced):
    """Return what a picture asks for, as plain functions."""
    found = {"data": data, "image": np.full((30, 50, 3), 90, np.uint8)}
    for name in picture.asks:
        if name in COURSE.places:
            found[name] = functions(name)
    found |= replaced
    return {name: found[name] for name in picture.asks if name != "figure"}


def drawn(picture, **given):
    """Draw a picture and return what it says."""
    data, said = canvas.draw(partial(picture.draw, **given), "png")
    assert data.startswith(b"\x89PNG")
    return said


def like(right, fails):
    """Yield values that are the right one but for one part, which is not.

    A part that may be what nobody can draw is not looked at: that is tried once.
    """
    if isinstance(right, dict):
        for key in right:
            yield {other: right[other] for other in right if other != key}
            yield from each(right[key], lambda one, key=key: right | {key: one}, fails)
    elif isinstance(right, tuple):
        for at, part in enumerate(right):
            before, after = right[:at], right[at + 1 :]
            put = lambda one, before=before, after=after: (*before, one, *after)  # noqa: E731
            yield from each(part, put, fails)
    elif isinstance(right, np.ndarray) and right.dtype.kind in "fiu":
        for worst in (np.nan, -np.inf, 1e300, -5):
            worse = right.astype(float)
            worse.flat[0] = worst
            yield worse
        yield right + 1j
        yield right[..., None]
    yield from HOSTILE


def each(part, put, fails):
    """Yield the values like a part, each put in its place."""
    if fails(put(object())):
        for one in like(part, lambda value: fails(put(value))):
            yield put(one)


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Return a folder of data with a few of the images: to be read many times."""
    folder = tmp_path_factory.mktemp("few")
    for split, count in (("train", 8), ("test", 6)):
        name = f"{split}_cats.h5"
        with (
            h5py.File(ROOT / "data" / name) as file,
            h5py.File(folder / name, "w") as to,
        ):
            for key in (f"{split}_set_x", f"{split}_set_y"):
                to[key] = file[key][:count]
            to["list_classes"] = file["list_classes"][...]
    return folder


@pytest.mark.parametrize(("name", "picture"), PICTURES.values(), ids=PICTURES)
def test_drawn_from_the_reference(name, picture):
    """Each picture is drawn with plain functions, and with the ones it must have."""
    drawn(picture, **asked(picture))
    if picture.optional:
        without = asked(picture)
        for other in picture.optional:
            del without[other]
        drawn(picture, **without)
    assert name in picture.asks


@pytest.mark.parametrize(("name", "picture"), PICTURES.values(), ids=PICTURES)
def test_whatever_is_returned(name, picture, few):
    """A picture is drawn, or the student's failure is told: nothing else happens."""
    given = asked(picture, few)
    given = {one: given[one] for one in given if one not in picture.optional}
    right, calls = given[name], []

    def watched(*args):
        calls.append(right(*args))
        return calls[-1]

    drawn(picture, **given | {name: watched})
    told = []

    def fails(value):
        try:
            drawn(picture, **given | {name: lambda *_: value})
        except Failure as failure:
            told.append(failure.sentence)
            return True
        return False

    for value in like(calls[0], fails):
        fails(value)
    assert len(told) >= len(HOSTILE) - 3
    assert [one for one in told if not one.endswith((".", "?"))] == []


@pytest.fixture
def folder(tmp_path):
    """Return a folder of data with the course's own files in it."""
    data = tmp_path / "data"
    data.mkdir()
    for file in ROOT.glob("data/*_cats.h5"):
        shutil.copy(file, data)
    return data


@pytest.mark.parametrize("key", ["load_dataset-images", "flatten_images-columns",
                                 "model-mistakes"])  # fmt: skip
def test_files_of_data_that_are_missing(folder, key):
    """Without the files it is said which, and what draws them."""
    picture = PICTURES[key][1]
    folder.joinpath("test_cats.h5").unlink()
    folder.joinpath("draw_cats.py").touch()
    with pytest.raises(UsageError) as error:
        drawn(picture, **asked(picture, folder))
    assert error.value.message == "There is no data/test_cats.h5."
    assert error.value.help == "To make them, run: python data/draw_cats.py"


def test_the_original_files_are_preferred(folder):
    """Where both files of the original data set lie in the folder they are taken."""
    picture = PICTURES["load_dataset-images"][1]
    folder.joinpath("train_cats.h5").rename(folder / "train_catvnoncat.h5")
    shutil.copy(ROOT / "data" / "train_cats.h5", folder)
    assert "in train_cats.h5 " in drawn(picture, **asked(picture, folder))
    shutil.copy(folder / "test_cats.h5", folder / "test_catvnoncat.h5")
    assert "in train_catvnoncat.h5 " in drawn(picture, **asked(picture, folder))


def test_a_download_that_went_wrong(folder):
    """A web page in a file's place is told before anybody's function is called."""
    picture = PICTURES["load_dataset-images"][1]
    folder.joinpath("train_cats.h5").write_text("<!doctype html>", "utf-8")
    with pytest.raises(UsageError, match="is a web page, not a file of data"):
        drawn(picture, **asked(picture, folder, load_dataset=None))


def test_names_in_a_file_are_no_formula(folder):
    """The names of the classes are drawn as they are, whatever is in them."""
    picture = PICTURES["model-mistakes"][1]
    for file in folder.glob("*.h5"):
        with h5py.File(file, "a") as opened:
            del opened["list_classes"]
            opened["list_classes"] = np.array([b"$\\bad{$", b"\x1b[2J"])
    drawn(picture, **asked(picture, folder))


def test_what_the_pictures_say():
    """What is seen is said in words, with numbers."""
    said = {
        key: drawn(one, **asked(one))
        for key, (_, one) in PICTURES.items()
        if key not in ("sigmoid-curve", "sigmoid_derivative-tangents")
    }
    assert said["load_dataset-images"] == (
        "72 of the 209 images in train_cats.h5 are cats."
    )
    assert said["flatten_images-columns"] == (
        "6 of 6 columns are their image, pixel for pixel."
    )
    assert (
        "right on 100.00 % of the training set and 66.00 %" in (said["model-mistakes"])
    )
    assert said["model-your_image"] == (
        "It is a cat, says your model. The probability of a cat is 53.3 %."
    )
    assert said["loss_surface-surface"].startswith("The smallest loss in your table")


def test_an_image_that_is_no_cat():
    """A black image is below one half for a bias below zero."""
    picture = PICTURES["model-your_image"][1]
    black = np.zeros((1, 1, 3), np.uint8)
    said = drawn(picture, **asked(picture, image=black))
    assert said.startswith("It is not a cat, says your model.")


def test_columns_that_mix_images_up():
    """A matrix of the right shape in another order is drawn, and counted."""
    picture = PICTURES["flatten_images-columns"][1]
    mixed = lambda images: images.reshape(-1, len(images))  # noqa: E731
    said = drawn(picture, **asked(picture, flatten_images=mixed))
    assert said == "0 of 6 columns are their image, pixel for pixel."


def test_images_are_made_smaller_by_their_means():
    """An image is averaged down to 64 times 64, of whatever size it is."""
    (path,) = ROOT.glob("exercises/*/pictures/model.py")
    names = {}
    exec(compile(path.read_text("utf-8"), path, "exec"), names)  # noqa: S102
    rng = np.random.default_rng(7)
    image = rng.integers(0, 256, (128, 192, 3)).astype(np.uint8)
    means = image.reshape(64, 2, 64, 3, 3).mean(axis=(1, 3))
    assert np.abs(names["_resized"](image) - means).max() <= 0.5001
    assert np.array_equal(names["_resized"](image[:64, :64]), image[:64, :64])
    assert (names["_resized"](np.full((5, 1000, 3), 77, np.uint8)) == 77).all()

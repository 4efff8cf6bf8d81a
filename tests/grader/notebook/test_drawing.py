"""Pictures in a kernel: drawn, or told why not."""

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt

from grader.notebook import show_picture

ANSWERS = """
def double(x):
    return 2 * x


def half(x):
    ...
"""
PICTURES = """
from grader.compare.failure import Failure
from grader.errors import UsageError


def line(figure, double):
    figure.subplots().plot([0, 1], [double(0), double(1)])
    return f"It ends at {double(1)}."


def silent(figure, double, half=None):
    figure.suptitle(str(half))


def both(figure, double, half):
    pass


def files(figure, data):
    figure.suptitle(" ".join(sorted(one.name for one in data.iterdir())))


def more(figure, triple):
    pass


def wrong(figure, double):
    raise Failure("The returned value is text (str).")


def missing(figure, data):
    raise UsageError(f"There is no {data.name}/x.h5.", "Run data/draw.py.")


def broken(figure, double):
    double(0)
    raise ZeroDivisionError
"""


@pytest.fixture
def show(run, capsys):
    """Return a function that shows a picture: what was printed, and the figures."""
    plt.close("all")
    with mpl.rc_context({"backend": "agg"}):
        run(ANSWERS)
        run(PICTURES)

        def start(name, **options):
            show_picture(run.names[name], **options)
            figures = [plt.figure(number) for number in plt.get_fignums()]
            return capsys.readouterr().out, figures

        yield start
    plt.close("all")


def test_a_picture_is_drawn_and_told(show):
    """What a picture says of itself is printed below it."""
    said, (figure,) = show("line")
    assert said == "It ends at 2.\n"
    assert figure.axes[0].lines[0].get_ydata().tolist() == [0, 2]


def test_a_picture_without_words(show):
    """A picture that says nothing prints nothing; a default stands for a stub."""
    said, (figure,) = show("silent")
    assert said == ""
    assert figure.get_suptitle() == "None"


def test_a_picture_of_data(show, tmp_path):
    """The folder of the data is handed over as a path."""
    tmp_path.joinpath("a.h5").touch()
    _, (figure,) = show("files", data=str(tmp_path))
    assert figure.get_suptitle() == "a.h5"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("both", "· both   needs `half`, which is not started.\n"),
        ("more", "· more   needs `triple`, which is not defined.\n"),
        (
            "wrong",
            "✗ wrong   not drawn: The returned value is text (str).\n",
        ),
        (
            "missing",
            "✗ missing   not drawn: There is no data/x.h5.\n  Run data/draw.py.\n",
        ),
    ],
)
def test_why_a_picture_is_not_drawn(show, name, said):
    """A picture that cannot be drawn says why, and leaves no empty one behind."""
    assert show(name, data="data") == (said, [])


def test_a_broken_picture(show):
    """A fault of the picture's own is raised, and leaves no half of one behind."""
    with pytest.raises(ZeroDivisionError):
        show("broken")
    assert plt.get_fignums() == []

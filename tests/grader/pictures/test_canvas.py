"""Pictures in one style: the same bytes for the same drawing, and marked as ours."""

import os
import subprocess
import sys

import matplotlib as mpl
import pytest

from grader.pictures.canvas import FORMATS, MARK, MARKED_WITHIN, draw


def plot(figure):
    """Draw a line and a word."""
    figure.subplots().plot([1, 2, 3], label="a")
    figure.axes[0].legend()
    return "said"


def settings():
    """Return matplotlib's settings; asking for the backend would choose one."""
    return {name: mpl.rcParams[name] for name in mpl.rcParams if name != "backend"}


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_bytes(kind):
    """The same picture is the same file, whatever the settings; it is marked."""
    first, said = draw(plot, kind)
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red"}):
        again, _ = draw(plot, kind)
    assert said == "said"
    assert first == again
    assert MARK.encode() in first[:MARKED_WITHIN]


def test_settings_are_left_alone():
    """The style holds for the picture and not after it."""
    before = settings()
    draw(plot, "png")
    assert settings() == before


def test_no_window_and_no_words(tmp_path):
    """Where home cannot be written and there is no display nothing is said of it."""
    code = (
        "import sys\n"
        "from grader.pictures.canvas import draw\n"
        "draw(lambda figure: figure.subplots().plot([1]), 'png')\n"
        "sys.exit('matplotlib.pyplot' in sys.modules)\n"
    )
    tmp_path.joinpath("file").touch()
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "file")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=env, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

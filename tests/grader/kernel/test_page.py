"""The block as JupyterLab shows it in a browser, in light and in dark."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import nbformat
import pytest
from browser import FOUND, OPTIONS
from playwright.sync_api import sync_playwright

TOKEN = "for-this-test"  # noqa: S105 - of a server that lives as long as the test
SECONDS = 120
BLOCK = ".jp-OutputArea-output.jp-RenderedHTML"
NAMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
CELLS = [
    "%load_ext grader\nimport numpy as np",
    """
%%check softmax --seed 7
def softmax(x):
    print("<b>bold</b>")
    return np.exp(x) / np.sum(np.exp(x))
""",
    """
%%check L1
def L1(yhat, y):
    raise ValueError("<script>document.title = 'hostile'</script>"
                     "<img src=x onerror=\\"document.title = 'hostile'\\">")
""",
]


@contextlib.contextmanager
def serving(folder, home, theme):
    """Start JupyterLab in a folder, with a home of its own; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    places += ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR")
    env = os.environ | {name: str(home / name) for name in places}
    env["HOME"] = str(home)
    settings = home / "JUPYTERLAB_SETTINGS_DIR/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    for name, text in {
        "themes": f'{{"theme": "{NAMES[theme]}"}}',
        "notification": '{"fetchNews": "false", "checkForUpdates": false}',
    }.items():
        settings.joinpath(f"{name}.jupyterlab-settings").write_text(text)
    words = ["--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root"]
    words += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    words += [f"--ServerApp.root_dir={folder}"]
    with home.joinpath("log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *words],
            env=env,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api?token={TOKEN}", server, home / "log")
        yield address
    finally:
        server.terminate()
        server.wait(SECONDS)


def wait_for(address, server, log):
    """Wait until a server answers."""
    end = time.monotonic() + SECONDS
    while server.poll() is None and time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError):
            urllib.request.urlopen(address)  # noqa: S310 - this machine's own
            return
        time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()}")


@pytest.fixture(scope="module", params=NAMES)
def page(request, course, notebook, tmp_path_factory):
    """Yield a notebook in a browser whose cells were run, in light or dark."""
    theme = request.param
    nbformat.write(notebook(*CELLS), course / f"{theme}.ipynb")
    home = tmp_path_factory.mktemp("home")
    assert FOUND, "a Chromium is needed to look at the page"
    with serving(course, home, theme) as address, sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=FOUND, args=OPTIONS)
        page = chromium.new_page(viewport={"width": 1000, "height": 2000})
        page.set_default_timeout(SECONDS * 1000)
        page.goto(f"{address}/lab/tree/{theme}.ipynb?token={TOKEN}")
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).first.click()
        page.locator(BLOCK).nth(len(CELLS) - 2).wait_for()
        if "GRADER_SCREENSHOTS" in os.environ:
            folder = os.environ["GRADER_SCREENSHOTS"]
            page.screenshot(path=f"{folder}/{theme}.png")
        yield page
        chromium.close()


def luminance(colour):
    """Return the relative luminance of `rgb(…)`, as WCAG 2 defines it."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BEHIND = """one => {
    while (one && /rgba\\(0, 0, 0, 0\\)|transparent/.test(
        getComputedStyle(one).backgroundColor)) one = one.parentElement;
    return getComputedStyle(one).backgroundColor;
}"""
COLOUR = "one => getComputedStyle(one).color"


def test_the_block_is_read(page):
    """Verdict, arrays, mistake and next action stand on the page as text."""
    said = page.locator(BLOCK).first.inner_text()
    assert said.startswith("✗ softmax: failed (this cell, line 2)")
    assert "yours     0.852  0.001  0.016  0.000  0.000    row sum 0.8688" in said
    assert "This is what you get when np.sum adds up the whole array" in said
    assert "<b>bold</b>" in said
    assert said.strip().endswith(
        "Next: look at this cell, line 2, then run this cell again."
    )


def test_nothing_hostile_runs(page):
    """A script and a handler in a message are text on the page."""
    block = page.locator(BLOCK).nth(1)
    assert "It raised ValueError: <script>document.title" in block.inner_text()
    assert block.locator("script, img").count() == 0
    assert "hostile" not in page.title()


def test_the_text_stands_out(page):
    """Text, code and arrays have a contrast of at least 4.5 to what is behind them."""
    for tag in ("p", "li", "pre", "b"):
        one = page.locator(BLOCK).first.locator(tag).first
        lights = sorted(luminance(one.evaluate(how)) for how in (COLOUR, BEHIND))
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5

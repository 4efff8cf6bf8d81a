"""The site of the documentation in a browser, read from its files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from browser import FOUND, OPTIONS
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SECONDS = 60
RESULTS = ".md-search-result__item h1"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the folder of the built site."""
    folder = tmp_path_factory.mktemp("built") / "site"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder],
        cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, timeout=SECONDS,
        check=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def page(site):
    """Yield a page of the site; nothing may go wrong on it or be asked for."""
    assert FOUND, "a Chromium is needed to look at the site"
    wrong = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=FOUND, args=OPTIONS)
        opened = browser.new_page()
        opened.on("pageerror", lambda it: wrong.append(str(it)))
        opened.on("request", lambda it: wrong.append(it.url) if "http" in it.url[:4]
                  else None)  # fmt: skip
        opened.goto((site / "how-to" / "grade.html").as_uri())
        yield opened
        browser.close()
    assert not wrong


def test_search_works_without_a_server(page):
    """What is searched for is found, on pages that were opened as files."""
    page.click("input.md-search__input")
    page.keyboard.type("course.toml", delay=20)
    page.wait_for_selector(RESULTS, state="visible", timeout=SECONDS * 1000)
    assert "course.toml" in page.locator(RESULTS).all_inner_texts()


def test_a_narrow_page_is_not_wider_than_the_screen(page):
    """On a phone nothing makes the page scroll sideways."""
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

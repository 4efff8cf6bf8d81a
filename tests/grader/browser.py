"""The browser in which pages are looked at; CI has one."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
FOUND = next(filter(None, map(shutil.which, NAMES)), None)

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
OPTIONS += ["--disable-background-networking", "--disable-component-update"]
OPTIONS += ["--disable-sync"]

collect_ignore = []
if FOUND is None and "CI" not in os.environ:
    collect_ignore += ["test_page.py", "test_browsing.py", "test_site.py"]

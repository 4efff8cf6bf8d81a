"""Shows the documents beside docs/, such as SECURITY.md, as pages of the site.

mkdocs calls the functions here (mkdocs.yml, hooks). Links are written as they work in
the repository; a page of the site lies elsewhere, so they are written anew for it.
"""

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
BESIDE = {
    "ARCHITECTURE.md": "project/architecture.md",
    "CHANGELOG.md": "project/changelog.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "SECURITY.md": "project/security.md",
}
"""Where on the site a document of the repository is, by its path."""
LINK = re.compile(r"(\]\()([^)\s:#]+)(#[^)\s]*)?(\))")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the documents beside docs/ to the files of the site."""
    for name, page in BESIDE.items():
        text = (ROOT / name).read_text("utf-8")
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Turn links between docs/ and what lies beside it into links of the site."""
    there = {page: name for name, page in BESIDE.items()}
    source = there.get(page.file.src_uri, f"docs/{page.file.src_uri}")

    def moved(link: re.Match[str]) -> str:
        opening, target, anchor, closing = link.groups(default="")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        place = BESIDE.get(path, path.removeprefix("docs/"))
        here = posixpath.dirname(page.file.src_uri) or "."
        return f"{opening}{posixpath.relpath(place, here)}{anchor}{closing}"

    return LINK.sub(moved, markdown)

"""The class page in a browser: from a file, by keyboard, and with hostile students."""

import re

import pytest
from browser import FOUND, OPTIONS
from classes import WRITTEN, alike, hostile, roll, student
from playwright.sync_api import expect, sync_playwright

from grader.batch.export import line
from grader.cli import pages
from grader.render.text import printable

CLASS = (
    hostile(WRITTEN),
    student("Ann", "passed", "loops", "failed"),
    student("Zoë Berg", "passed", "passed", "passed"),
    student("bob", "not_started", "failed", "missing"),
)
SHOWN = "#map tbody tr:not([hidden]) th"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the page of a class."""
    out = tmp_path_factory.mktemp("a page")
    told = roll(*CLASS, course=WRITTEN, titles={"basics": WRITTEN})
    pages.save(out, told, map(line, CLASS), [alike("sigmoid", 9, WRITTEN, "Ann")])
    return out


@pytest.fixture(scope="module")
def chromium():
    """Yield the browser."""
    assert FOUND, "a Chromium is needed to look at the page"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=FOUND, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, folder):
    """Return a function that opens a page; nothing may go wrong or ask on it."""
    opened, wrong = [], []

    def start(name="index.html", **options):
        page = chromium.new_page(**options)
        page.on("dialog", lambda it: (wrong.append(it.message), it.dismiss()))
        page.on("pageerror", lambda it: wrong.append(str(it)))
        page.on("console", lambda it: wrong.append(it.text))
        page.on("request", lambda it: wrong.extend(foreign(it.url)))
        page.goto(folder.joinpath(name).as_uri())
        opened.append(page)
        return page

    yield start
    for page in opened:
        page.close()
    assert wrong == []


def foreign(address):
    """Return an address if it leads away from the files."""
    return [] if address.startswith("file://") else [address]


def students(page):
    """Return the names of the rows that are seen, the hostile one as a star."""
    # Not the inner text: a row that is not in sight has none.
    told = [one.strip() for one in page.locator(SHOWN).all_text_contents()]
    return ["*" if "script" in one else one for one in told]


def test_nothing_of_students_runs(visit, folder):
    """On no page is there an element, an address or a title that a student made."""
    for file in sorted(folder.glob("**/*.html")):
        page = visit(file.relative_to(folder).as_posix())
        assert page.locator("img, [onerror], [onfocus], iframe").count() == 0
        assert page.locator("script").count() == (file.name == "index.html")
        assert page.title().endswith((printable(WRITTEN), ", A course"))
        for link in page.locator("a[href]").all():
            address = link.evaluate("it => it.href")
            assert address.startswith(folder.as_uri()), address


def test_the_policy_holds(chromium, folder, tmp_path):
    """A script that got into a page after all would not run."""
    text = folder.joinpath("index.html").read_text("utf-8")
    bad = "<script>document.title = 'ran'</script><b onclick=\"document.title='ran'\">x"
    file = tmp_path / "page.html"
    file.write_text(text.replace("<main>", f"<main>{bad}</b>"), "utf-8")
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.locator("b", has_text="x").first.click()
    assert page.title() != "ran"
    page.close()


def test_search(visit):
    """A slash goes to the search, which knows neither case nor accents."""
    page = visit()
    assert students(page) == ["*", "Ann", "Zoë Berg", "bob"]
    page.keyboard.press("/")
    page.keyboard.type("berg ZOE")
    assert students(page) == ["Zoë Berg"]
    assert page.locator("#count").inner_text() == "1 of 4"
    page.keyboard.press("Escape")
    assert len(students(page)) == 4


def test_verdicts(visit):
    """Those with a verdict are shown, in any exercise or in one."""
    page = visit()
    page.locator("#verdict").select_option(label="failed")
    assert students(page) == ["*", "Ann", "bob"]
    page.locator("#exercise").select_option(label="mse")
    assert students(page) == ["Ann"]
    page.keyboard.press("Escape")
    assert len(students(page)) == 4


def test_sort(visit):
    """A head sorts its column up, then down, and says so; s does it by key."""
    page = visit()
    head = page.locator("thead .names th").nth(1)
    head.get_by_role("button").click()
    assert students(page) == ["bob", "*", "Ann", "Zoë Berg"]
    assert head.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("s")
    assert students(page) == ["Zoë Berg", "Ann", "*", "bob"]
    assert head.get_attribute("aria-sort") == "descending"
    page.keyboard.press("s")
    assert students(page) == ["*", "Ann", "Zoë Berg", "bob"]
    assert page.locator("[aria-sort]").count() == 1
    page.get_by_role("button", name="softmax").click()
    assert students(page) == ["*", "bob", "Ann", "Zoë Berg"]


def test_a_large_class_is_sorted_to_the_end(chromium, tmp_path):
    """Rows out of sight follow those in sight, also when one sort chases the other."""
    some = [
        student(f"s{number:03}", *(["passed"] * 3 if number % 3 else ["failed"] * 3))
        for number in range(150)
    ]
    pages.save(tmp_path, roll(*some), map(line, some), [])
    page = chromium.new_page()
    page.goto(tmp_path.joinpath("index.html").as_uri())
    names = [one.submission.id for one in some]
    few = names[::3] + [one for one in names if int(one[1:]) % 3]
    many = few[50:] + few[:50]
    rows = page.locator(SHOWN)
    page.keyboard.press("s")
    expect(rows).to_have_text(few)
    page.evaluate("document.querySelector('.tall').scrollTop = 2000")
    page.keyboard.press("s")
    expect(rows).to_have_text(many)
    page.evaluate("document.querySelector('.tall').scrollTop = 0")
    for _ in range(5):
        page.keyboard.press("s")
    expect(rows).to_have_text(few)
    page.locator("#search").fill("s00")
    page.locator("thead button").nth(1).click()
    page.keyboard.press("Escape")
    expect(rows).to_have_text(many)
    page.close()


def test_rows_by_keyboard(visit):
    """Rows are gone through with j and k or arrows; Enter opens the page."""
    page = visit()
    focused = "document.activeElement.textContent"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focused) == "Ann"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "bob"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "Zoë Berg"
    page.keyboard.press("Enter")
    page.wait_for_url("**/students/Zo%25C3%25AB%20Berg.html")
    page.get_by_role("link", name="previous").click()
    page.wait_for_url("**/students/Ann.html")
    page.get_by_role("link", name="Class").click()
    page.wait_for_url("**/index.html")


def test_enter_in_the_search(visit):
    """Enter in the search opens the first that is found."""
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("bob")
    page.keyboard.press("Enter")
    page.wait_for_url("**/students/bob.html")


def test_a_cell_leads_to_its_exercise(visit):
    """A cell says whose it is and what it means, and opens the exercise."""
    page = visit()
    cell = page.locator("#map tbody tr").nth(1).locator("td").nth(2)
    cell.hover()
    assert cell.get_attribute("title") == "Ann, softmax: loops"
    cell.click()
    page.wait_for_url("**/students/Ann.html#softmax")


def test_without_script(visit):
    """Without scripts the page is a plain table, with no tools that do nothing."""
    page = visit(java_script_enabled=False)
    assert page.locator("#tools").is_hidden()
    assert page.locator("#map tbody a").count() == 4
    assert page.locator("#map button").count() == 0
    page.locator("#map tbody a").nth(1).click()
    page.wait_for_url("**/students/Ann.html")


@pytest.mark.parametrize("name", ["index.html", "alike.html", "students/Ann.html"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_the_screen(visit, name, width):
    """On a phone and on a large screen nothing is scrolled to the side."""
    page = visit(name, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


LIGHT = """one => {
    const light = (name) => {
        const parts = getComputedStyle(one)[name].match(/\\d+/g).slice(0, 3)
            .map((it) => it / 255)
            .map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    return [light("color"), light("backgroundColor")];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_stand_out(visit, scheme):
    """Every sign has a contrast of at least 4.5 to its colour, in light and in dark."""
    page = visit(color_scheme=scheme)
    signs = page.locator(".legend i")
    assert signs.count() == 6
    for one in [page.locator("body"), *signs.all()]:
        low, high = sorted(one.evaluate(LIGHT))
        assert (high + 0.05) / (low + 0.05) >= 4.5, one.inner_text()


def test_colours_follow_the_system(visit):
    """The ground is light in light, and dark in dark."""
    ground = "getComputedStyle(document.body).backgroundColor"
    found = [
        re.findall(r"\d+", visit(color_scheme=scheme).evaluate(ground))[0]
        for scheme in ("light", "dark")
    ]
    assert int(found[0]) > 240
    assert int(found[1]) < 40


def test_on_paper(visit):
    """On paper the page is white whatever the system, and as wide as the sheet."""
    page = visit(color_scheme="dark", viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    assert page.locator("#tools").is_hidden()

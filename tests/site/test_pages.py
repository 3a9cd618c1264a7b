"""Every page in a browser: on a phone and a desk, in the light and in the dark, by keyboard."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browsing import chromium, in_a_browser

pytestmark = in_a_browser

PAGES = [
    "index.html",
    "reports/index.html",
    "reports/theme-supervision.html",
    "themes.html",
    "search.html",
    "repositories.html",
    "reports/2007-03.html",
    "reports/2006-11.html",
    "briefs.html",
    "briefs/bruises.html",
    "leaflets.html",
    "leaflets/for-staff.html",
    "about.html",
    "how.html",
    "glossary.html",
    "complaints.html",
    "ask.html",
    "contact.html",
    "accessibility.html",
    "privacy.html",
    "404.html",
    "410.html",
]
REPORT = "reports/2007-03.html"
HOME = "https://reviews.hollinmoor-board.example/"
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
"""Deque's checker; what it finds are the rules broken, by their names, and where."""
BROKEN = """async () => (await axe.run()).violations.map(
  (rule) => [rule.id, ...rule.nodes.map((node) => node.html)])"""

FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return [at.outerHTML, getComputedStyle(at).outline, seen || at === document.body];
}"""

LOW_CONTRAST = """() => {
  const channels = (colour) => {
    const found = colour.match(/[\\d.]+/g).map(Number);
    const scale = colour.startsWith('color(') ? 1 : 255;
    return { rgb: found.slice(0, 3).map((c) => c / scale), alpha: found.length > 3 ? found[3] : 1 };
  };
  const luminance = ({ rgb }) => {
    const [r, g, b] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) return colour;
    }
    return { rgb: [1, 1, 1], alpha: 1 };
  };
  const low = [];
  for (const element of document.querySelectorAll('body, body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const pair = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))];
    pair.sort((a, b) => a - b);
    const ratio = (pair[1] + 0.05) / (pair[0] + 0.05);
    if (ratio < 4.5) low.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return low;
}"""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site, served on this computer alone."""
    handler = functools.partial(_Silent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all of these tests."""
    with chromium() as launched:
        yield launched


Open = Callable[..., Page]


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[Callable[[int], BrowserContext]]:
    """A window of a width, made once."""
    made: dict[int, BrowserContext] = {}

    def window(width: int) -> BrowserContext:
        if width not in made:
            size: Any = {"width": width, "height": 800}
            made[width] = browser.new_context(viewport=size, reduced_motion="reduce")
        return made[width]

    yield window
    for context in made.values():
        context.close()


@pytest.fixture
def open_page(windows: Callable[[int], BrowserContext], address: str) -> Iterator[Open]:
    """Opens a page of the site; any request that leaves this computer fails the test."""
    pages: list[Page] = []
    strayed: list[str] = []
    failed: list[str] = []

    def noted(url: str) -> None:
        if not url.startswith((address, "file://")):
            strayed.append(url)

    def opened(name: str, width: int = 1280, base: str = address) -> Page:
        page = windows(width).new_page()
        pages.append(page)
        page.on("request", lambda request: noted(request.url))
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("console", lambda message: failed.append(message.text))
        page.goto(base + name)
        return page

    yield opened
    for page in pages:
        page.close()
    assert (strayed, failed) == ([], [])


def until(page: Page, expression: str) -> bool:
    """Whether ``expression`` comes true within two seconds; the page's policy forbids more."""
    for _ in range(40):
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(50)
    return False


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_can_be_read(open_page: Open, name: str, width: int) -> None:
    """Nothing runs off the side, every text has a contrast of 4.5 and axe-core finds no fault.

    In the light and the dark.
    """
    page = open_page(name, width)
    page.evaluate(AXE)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(BROKEN) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(LOW_CONTRAST) == []
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (ground == "rgb(255, 255, 255)") is (scheme == "light")
    small = page.eval_on_selector_all(
        "nav[aria-label=Main] a, .contents a, .button, .download a, .card h3 a",
        "all => all.filter(a => a.checkVisibility())"
        ".map(a => [a.textContent, a.getBoundingClientRect()])"
        ".filter(([_, box]) => box.height < 24 || box.width < 24).map(([text]) => text)",
    )
    assert small == [], "links outside a line of text are 24 pixels each way (WCAG 2.2, 2.5.8)"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_parts_that_screen_readers_look_for(open_page: Open, name: str) -> None:
    """One main heading, landmarks with names, language, title, no gap between heading levels."""
    page = open_page(name)
    assert page.locator("h1").count() == 1
    for landmark in ("header", "main", "footer"):
        assert page.locator(f"body > {landmark}").count() == 1
    names = page.eval_on_selector_all(
        "nav",
        "all => all.map(n => n.getAttribute('aria-label') || "
        "document.getElementById(n.getAttribute('aria-labelledby')).textContent)",
    )
    assert "Main" in names
    assert len(names) == len(set(names))
    assert page.get_attribute("html", "lang") == "en-GB"
    assert page.title().endswith("Partnership Board")
    levels = page.eval_on_selector_all(
        "main h1, main h2, main h3, main h4, main h5, main h6", "all => all.map(h => +h.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    pictures = page.eval_on_selector_all("img", "all => all.map(i => i.alt.trim())")
    assert all(pictures)
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    empty = page.eval_on_selector_all(
        "a[href]", "all => all.filter(a => !(a.textContent.trim() || a.ariaLabel)).length"
    )
    assert empty == 0


@pytest.mark.parametrize(("name", "width"), [*((name, 1280) for name in PAGES), (REPORT, 320)])
def test_the_keyboard_skips_to_the_content_first(open_page: Open, name: str, width: int) -> None:
    """The skip link shows when it has the focus; after it the next stop is in the content."""
    page = open_page(name, width)
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    assert first == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    where = "document.activeElement.closest('main, footer, header').tagName"
    assert page.evaluate(where) in ("MAIN", "FOOTER")


@pytest.mark.parametrize("name", PAGES)
def test_every_stop_of_the_keyboard_is_seen(open_page: Open, name: str) -> None:
    """Each link and each scrolling frame shows a ring when focused, and is on the screen."""
    page = open_page(name)
    stops = page.locator("a[href], [tabindex='0']").count()
    seen: list[str] = []
    while True:
        page.keyboard.press("Tab")
        stop, ring, on_screen = page.evaluate(FOCUSED)
        if stop in seen[:1]:
            break
        assert ("3px" in ring, on_screen) == (True, True), stop
        seen.append(stop)
        assert len(seen) < 2 * stops, "the keyboard is caught"
    assert len(seen) >= stops
    assert name != REPORT or any('role="region"' in stop for stop in seen)


@pytest.mark.parametrize("name", PAGES)
def test_on_paper_is_what_is_read_and_nothing_to_click_through(open_page: Open, name: str) -> None:
    """No navigation and no skip link; dark ink on white, whatever the screen shows."""
    page = open_page(name)
    page.emulate_media(media="print", color_scheme="dark")
    for gone in ("nav", ".skip", ".download"):
        assert not any(each.is_visible() for each in page.locator(gone).all()), gone
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate(LOW_CONTRAST) == []


def test_a_wide_table_scrolls_in_a_frame_of_its_own(open_page: Open) -> None:
    """On a phone, with the arrow keys too; the page itself stays still."""
    page = open_page(REPORT, 320)
    frame = page.locator(".table").first
    assert frame.evaluate("f => f.scrollWidth > f.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert until(page, "document.querySelector('.table').scrollLeft > 0")
    assert page.evaluate("scrollX") == 0


def test_the_contents_list_leads_to_its_headings(open_page: Open) -> None:
    """Each of its links has a target on the page."""
    page = open_page(REPORT)
    links = page.eval_on_selector_all(".contents a", "all => all.map(a => a.hash)")
    assert len(links) >= 5
    for link in links:
        assert page.locator(f"[id='{link[1:]}']").count() == 1
    page.locator(".contents a").last.click()
    assert until(page, "scrollY > 500")


@pytest.mark.parametrize("name", PAGES)
def test_text_three_times_as_large_still_fits(open_page: Open, name: str) -> None:
    """As a reader sets it in the browser."""
    page = open_page(name, 1280)
    page.evaluate("document.documentElement.style.fontSize = '300%'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pages_open_from_a_folder(open_page: Open, site: Path) -> None:
    """Without a server: the style sheets and the links are found."""
    page = open_page(REPORT, base=site.as_uri() + "/")
    assert page.evaluate(
        "getComputedStyle(document.querySelector('.masthead')).borderTopWidth"
    ) == ("6px")
    page.click("nav[aria-label=Main] a >> nth=1")
    assert page.inner_text("h1") == "Reports"


def test_a_report_says_what_the_board_does_and_how_large_its_file_is(
    open_page: Open, site: Path
) -> None:
    """What was done, what changed, what comes next; the PDF's size in thousands of bytes."""
    page = open_page(REPORT)
    headings = page.locator("article > section > h2").all_inner_texts()
    assert headings[-4:] == [
        "The board’s response",
        "What has changed",
        "What the board will do next",
        "About this report",
    ]
    size = -(-(site / REPORT).with_suffix(".pdf").stat().st_size // 1000)
    assert page.inner_text(".download") == f"Download as PDF ({size}\N{NO-BREAK SPACE}kB)"


def test_the_front_page_says_what_is_new_and_what_was_changed(open_page: Open) -> None:
    """The newest first, with the note of its change."""
    page = open_page("index.html")
    assert page.inner_text("#newest") == "What is new"
    assert page.locator(".card h3").first.inner_text() == "Missed appointments and what they meant"
    assert page.locator(".change").all_inner_texts() == ["Updated 2 June 2008: A figure corrected."]


def test_the_feed_says_what_was_changed(site: Path) -> None:
    """Under the address that the entry keeps, with the day of the change."""
    atom = "{http://www.w3.org/2005/Atom}"
    entry = etree.parse(site / "feed.xml").findall(f"{atom}entry")[0]
    assert (
        entry.findtext(f"{atom}id")
        == "https://reviews.hollinmoor-board.example/reports/2007-05.html"
    )
    assert entry.findtext(f"{atom}updated") == "2008-06-02T00:00:00Z"
    summary = entry.findtext(f"{atom}summary") or ""
    assert summary.startswith("Serious case review 2007-05. Bruising in babies, ")
    assert summary.endswith("Updated 2 June 2008: A figure corrected.")


def test_the_sitemap_lists_every_page_that_may_be_found(site: Path) -> None:
    """Lists with the day of their newest change; what is on request or an error is not in it."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = etree.parse(site / "sitemap.xml").findall(f"{space}url")
    days = {
        (url.findtext(f"{space}loc") or "").removeprefix(HOME): url.findtext(f"{space}lastmod")
        for url in urls
    }
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    hidden = {"404.html", "410.html", "reports/2006-11.html", "reports/2006-14.html"}
    assert days.keys() == pages - hidden
    assert days["reports/index.html"] == "2008-06-02"
    assert days["reports/status-delayed.html"] == "2008-04-01"
    assert days["reports/2007-03.html"] == "2008-03-05"


def test_the_list_shows_where_every_review_stands(open_page: Open) -> None:
    """Published, on request, delayed, not published; with references and reasons."""
    page = open_page("reports/index.html")
    headings = page.locator("main section h2").all_inner_texts()
    assert headings == [
        "Published",
        "No longer published: ask us for a copy",
        "Delayed",
        "Not published",
    ]
    text = page.inner_text("main")
    early = "Taken down early on 20 May 2008: A passage could have shown who a child is."
    for shown in (
        "2006-11",
        early,
        "2007-09",
        "A trial has not ended.",
        "2007-10",
        "A court forbids it.",
    ):
        assert shown in text
    assert "An older report" not in text

"""The search page in a browser, under the policy that the page and the web server set."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from publication.pages.files import HEADERS
from tests.browsing import chromium, in_a_browser

pytestmark = in_a_browser

EVERYWHERE = [
    line.strip().split(": ", 1) for line in HEADERS.split("/reports/*")[0].splitlines()[1:]
]
"""The headers of ``_headers`` for every page; a host that reads that file sends them."""


class _Host(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in EVERYWHERE:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site in a folder of a host, with its headers."""
    handler = functools.partial(_Host, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{site.name}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all of these tests."""
    with chromium() as launched:
        yield launched


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window; a request that leaves the site, or a complaint of the browser, fails the test."""
    window = browser.new_page()
    complaints: list[str] = []

    def noted(request: Request) -> None:
        if not request.url.startswith(address) or "bruis" in request.url.partition("#")[0]:
            complaints.append(request.url)

    window.on("request", noted)
    window.on("console", lambda message: complaints.append(message.text))
    window.on("pageerror", lambda error: complaints.append(str(error)))
    yield window
    window.close()
    assert complaints == []


def test_words_are_found_by_keyboard_and_nothing_is_sent(page: Page, address: str) -> None:
    """The number of results is said; a result leads to its report; going back finds them again."""
    page.goto(address + "search.html")
    expect(page.locator("#unavailable")).to_have_count(0)
    page.get_by_label("Words to look for").focus()
    page.keyboard.type("bruising protocol")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("2 reports found.")
    results = page.get_by_role("list", name="Reports found").get_by_role("listitem")
    expect(results).to_have_count(2)
    expect(results.filter(has_text="Missed appointments")).to_contain_text("Reference 2007-05")
    assert page.locator("#results mark").count() > 0
    assert "An older report" not in page.inner_text("main")
    page.get_by_role("link", name="Missed appointments").click()
    page.wait_for_url("**/reports/2007-05.html")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 reports found.")


@pytest.mark.parametrize("words", ["zzyzx", "<img src=zzyzx>"])
def test_words_that_no_report_has(page: Page, address: str, words: str) -> None:
    """It is said in words; markup that is typed is only typed."""
    page.goto(address + "search.html")
    page.get_by_label("Words to look for").fill(words)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text("No report has these words.")
    assert page.locator("main img").count() == 0


def test_results_come_five_at_a_time(page: Page, address: str, site: Path) -> None:
    """The button shows more, and the focus goes to the first of them."""
    script = (site / "assets" / "search.js").read_text("utf-8")
    one = script.replace("AT_A_TIME = 5", "AT_A_TIME = 1")
    assert one != script
    page.route(
        "**/search.js", lambda route: route.fulfill(body=one, content_type="text/javascript")
    )
    page.goto(address + "search.html#words=bruising")
    expect(page.get_by_role("status")).to_have_text("2 reports found. These are the first 1.")
    page.get_by_role("button", name="Show more").click()
    expect(page.get_by_role("status")).to_have_text("2 reports found.")
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('#results li:nth-child(2)') !== null")


def test_without_scripts_the_page_leads_to_the_list(browser: Browser, address: str) -> None:
    """It says why there is no form."""
    window = browser.new_page(java_script_enabled=False)
    window.goto(address + "search.html")
    assert "The search needs JavaScript" in window.inner_text("main")
    assert not window.locator("form").is_visible()
    window.click("main a >> nth=0")
    assert window.inner_text("h1") == "Reports"
    window.close()

"""What a reader's first search costs over the wire, and what making the index costs the office.

A real Chromium opens the search page of a site with so many reports, looks for words and gets the
first five results, from a server on this computer that packs as web servers do.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from _comparing import verdict
from _publications import AS_OF, folder_of
from playwright.sync_api import sync_playwright

from publication import search_index
from publication.build import build_site
from publication.search_index import INDEX

MOST_BYTES, MOST_MEMORY = 450_000, 1_500
"""For a first search and its first five results; megabytes of Pagefind's process."""
SEARCHES = ("bruise", "missed appointment", "who told the midwife about the empty cupboard")
PACKED = (".html", ".css", ".js", ".json", ".svg")
"""What web servers pack; the files of the index are packed by themselves."""
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript",
         ".svg": "image/svg+xml"}  # fmt: skip


class _Server(BaseHTTPRequestHandler):
    """Sends files packed, and counts the bytes of their content."""

    def __init__(self, site: Path, sent: list[int], *rest: object) -> None:
        self._site, self._sent = site, sent
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self._site / self.path.partition("?")[0].lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        if path.suffix in PACKED:
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self._sent.append(len(content))

    def log_message(self, *_: object) -> None:
        pass


def wire(site: Path, words: str) -> tuple[int, int]:
    """The bytes and the requests of a first search for ``words``, with the page itself."""
    sent: list[int] = []
    handler = functools.partial(_Server, site, sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/search.html")
        page.get_by_label("Words to look for").fill(words)
        page.get_by_role("button", name="Search").click()
        page.locator("#results li:nth-child(5)").wait_for()
        browser.close()
        server.shutdown()
    return sum(sent), len(sent)


def measured(build: Callable[[], object]) -> tuple[float, float]:
    """The processor seconds that Pagefind takes during ``build``, and its megabytes.

    Pagefind is the largest of all the processes that a build starts.
    """
    seconds = 0.0
    real = search_index._run

    def timed(*arguments: str, cwd: Path, timeout: float | None = None) -> None:
        nonlocal seconds
        before = getrusage(RUSAGE_CHILDREN)
        real(*arguments, cwd=cwd, timeout=timeout)
        after = getrusage(RUSAGE_CHILDREN)
        seconds += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    search_index._run = timed
    build()
    search_index._run = real
    return seconds, getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> int:
    """Print the measurements; 1 where one is over its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    reports = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        folder = folder_of(reports, Path(place) / "publications")
        seconds, memory = measured(lambda: build_site(folder.path, AS_OF, site))
        index = sum(path.stat().st_size for path in (site / INDEX).rglob("*") if path.is_file())
        print(f"{reports} reports: Pagefind took {seconds:.1f} CPU s; index {index / 1e6:.1f} MB")
        passed = [verdict("megabytes of Pagefind's memory", memory, MOST_MEMORY)]
        for words in SEARCHES:
            sent, requests = wire(site, words)
            print(f'"{words}": {requests} requests')
            passed.append(verdict("bytes of a first search and five results", sent, MOST_BYTES))
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())

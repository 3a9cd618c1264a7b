"""How long the search for withheld text takes on a large site, and whether it finds every leak.

A site of so many reports is built from invented publications, some hundred more reports were
taken down. Sentences of those are planted into pages, packed fragments and a hidden folder and
searched for: every one must be found, and on the untouched site nothing. The peer is ``grep -rF``
with the withheld sentences themselves: it needs the deleted text, and sees nothing packed or
broken up. A second search, with one page changed, shows what remembering saves.

    python benchmarks/residue_search.py
    python benchmarks/residue_search.py --reports 5000
"""

from __future__ import annotations

import argparse
import gzip
import re
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from _publications import AS_OF, KEY, folder_of, public_texts, reference, report_text

from publication.build import build_site
from publication.folder import PublicationsFolder
from publication.residue import PublicTexts, fingerprints, search

WITHHELD = 300
PLANTED = 50
MOST_SECONDS = 20.0
MOST_MEGABYTES = 300
_Result = TypeVar("_Result")


def main() -> bool:
    """Print what was found and how long it took; True if all is found and in time."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=1000, help="reports on the site")
    reports = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as home:
        folder = folder_of(reports, Path(home) / "publications")
        site = build_site(folder.path, AS_OF, Path(home) / "site").out
        return _measure(site, folder, reports)


def _measure(site: Path, folder: PublicationsFolder, reports: int) -> bool:
    gone = range(reports, reports + WITHHELD)
    withheld = tuple(
        fingerprints(reference(number), [report_text(number)], [], [], KEY) for number in gone
    )
    public = _public(folder, reports)
    (problems, searched), took = _timed(lambda: search(site, withheld, public, KEY))
    print(f"{reports} reports, {WITHHELD} withheld: {took:.1f} s wall (at most {MOST_SECONDS:.0f})")
    print(f"on the untouched site {len(problems)} found (0)")
    with (site / "reports" / f"{reference(0).lower()}.html").open("a") as page:
        page.write("<p>A figure was corrected.</p>")
    start = time.process_time()
    again, took_again = _timed(lambda: search(site, withheld, public, KEY, searched))
    print(f"one page changed: {took_again:.1f} s wall, {time.process_time() - start:.1f} s CPU")
    names = _plant(site, gone)
    (leaks, _), _ = _timed(lambda: search(site, withheld, public, KEY))
    found = {problem.place for problem in leaks} & names
    print(f"planted {len(names)}, found {len(found)}, false {len(leaks) - len(found)}")
    _, by_grep = _timed(lambda: _grep(site, gone))
    print(f"grep -rF for the sentences: {by_grep:.1f} s; {took / by_grep:.1f} times that")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory {megabytes:.0f} MB (at most {MOST_MEGABYTES})")
    passed = (
        not problems and not again[0] and found == names and len(leaks) == len(names)
        and took <= MOST_SECONDS and megabytes <= MOST_MEGABYTES
    )  # fmt: skip
    print("PASS" if passed else "FAIL")
    return passed


def _public(folder: PublicationsFolder, reports: int) -> PublicTexts:
    numbers = {f"reports/{reference(number).lower()}.html": number for number in range(reports)}
    return PublicTexts(
        common=list,
        near=lambda name: public_texts(folder, numbers[name]) if name in numbers else [],
        every=lambda: (text for number in range(reports) for text in public_texts(folder, number)),
        files=frozenset(),
    )


def _plant(site: Path, gone: range) -> set[str]:
    """Hide a sentence of a withheld report in so many pages, fragments and other places."""
    names = set()
    pages = sorted((site / "reports").glob("q*.html"))
    for each in range(PLANTED):
        sentence = _sentences(gone[each])[3]
        page = pages[each * len(pages) // PLANTED]
        with page.open("a") as file:
            file.write(f"<p>{sentence.replace(' ', ' <i></i>', 1)}</p>")
        fragment = site / "search" / f"{each}.fragment"
        fragment.parent.mkdir(exist_ok=True)
        fragment.write_bytes(gzip.compress(f'{{"content": "{sentence}"}}'.encode(), mtime=0))
        names |= {page.relative_to(site).as_posix(), fragment.relative_to(site).as_posix()}
    hidden = site / ".cache" / "left"
    hidden.parent.mkdir()
    hidden.write_text(_sentences(gone[-1])[5].upper())
    return names | {".cache/left"}


def _sentences(number: int) -> list[str]:
    """The sentences of a report that are its own: long ones, without signs of Markdown."""
    pieces = re.split(r"[.\n]", report_text(number))
    return [each.strip() for each in pieces if len(each.split()) > 14 and "|" not in each]


def _grep(site: Path, gone: range) -> None:
    sought = "\n".join(sentence for number in gone for sentence in _sentences(number))
    program = ["grep", "-rlF", "-f", "-", str(site)]
    subprocess.run(program, input=sought, text=True, capture_output=True, check=False)


def _timed(action: Callable[[], _Result]) -> tuple[_Result, float]:
    start = time.perf_counter()
    result = action()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

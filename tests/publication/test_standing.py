"""Learning briefs and leaflets: on the site without an end, and gone when they are removed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from publication.build import build_site
from publication.folder import aside_of
from publication.ledger import LedgerAction
from publication.pages import Site
from publication.pages.files import write_around
from publication.standing.place import remove
from publication.standing.state import standing_state_of
from publication.update import Update, update_site
from redaction.errors import PublicationError

ON = date(2008, 3, 5)
LATER = date(2008, 6, 2)
YEARS_LATER = date(2018, 3, 5)
SENTENCE = "ask whether anyone else has noticed something similar before you close the file"
BRIEF = "briefs/bruises"
LEAFLET = "leaflets/for-staff"


def tags(element: Any) -> Iterator[str]:
    """The kinds of the structure's elements, in reading order."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from tags(child)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def test_a_document_stays_for_years_with_its_page_pdf_and_places_in_the_lists(
    shelf: Any, place: Callable[..., None], build: Callable[..., Path]
) -> None:
    """Linked from front page, list, feed and sitemap; the index for repositories is of reports."""
    shelf.publish("2007-03", ON)
    place(BRIEF, LATER, review="2007-03")
    place(LEAFLET, LATER)
    site = build(YEARS_LATER)
    for reference, listed in ((BRIEF, "briefs.html"), (LEAFLET, "leaflets.html")):
        assert SENTENCE in (site / f"{reference}.html").read_text("utf-8")
        assert (site / f"{reference}.pdf").read_bytes().startswith(b"%PDF-")
        page: Any = etree.HTML((site / listed).read_text("utf-8"))
        assert page.xpath("//main//h2/a/@href") == [f"{reference}.html"]
        address = f"https://reviews.hollinmoor-board.example/{reference}.html".encode()
        for name in ("feed.xml", "sitemap.xml"):
            assert address in (site / name).read_bytes()
        assert f'href="{listed}"' in (site / "index.html").read_text("utf-8")
    index = json.loads((site / "reports.json").read_text("utf-8"))
    assert [each["reference"] for each in index["reports"]] == ["2007-03"]


def test_its_pdf_is_made_for_screen_readers(place: Callable[..., None], shelf: Any) -> None:
    """Tagged, in English, with its title and headings in order, and without dates or author."""
    place(LEAFLET)
    reader = PdfReader(shelf.folder.standing / "leaflets-for-staff" / "report.pdf")
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "What we learnt: leaflet"
    assert not {"/CreationDate", "/ModDate", "/Author"} & set(reader.metadata)
    assert [each for each in tags(root["/StructTreeRoot"]) if re.match("/H[1-6]", each)] == [
        *("/H1", "/H2", "/H3")
    ]


def test_a_brief_links_its_review_as_long_as_that_has_a_page(
    shelf: Any, place: Callable[..., None], build: Callable[..., Path]
) -> None:
    """Beside the report, and later beside how to ask for it."""
    shelf.publish("2007-03", ON)
    place(BRIEF, ON, review="2007-03")
    for day in (ON, YEARS_LATER):
        page: Any = etree.HTML((build(day) / f"{BRIEF}.html").read_text("utf-8"))
        assert page.xpath("//main//dl//a/@href")[0] == "../reports/2007-03.html"


def test_a_brief_is_off_the_site_while_a_court_suspends_its_report(
    shelf: Any, place: Callable[..., None], build: Callable[..., Path]
) -> None:
    """Its text waits in the folder, and the whole site is searched for it."""
    shelf.publish("2007-03", ON)
    place(BRIEF, ON, review="2007-03")
    place(LEAFLET, date(2008, 3, 6))
    order = {"reason": "An interim order", "authority": "The High Court"}
    for action, on in (("suspended", LATER), ("lifted", date(2008, 9, 1))):
        shelf.folder.ledger.append(
            LedgerAction(action), "2007-03", on=on, recorded=noon(on), by="Board", **order
        )
    assert (build(date(2008, 6, 1)) / f"{BRIEF}.html").is_file()
    site = build(LATER)
    assert not (site / "briefs").exists()
    assert (site / f"{LEAFLET}.html").is_file()
    assert (build(date(2008, 9, 1)) / f"{BRIEF}.html").is_file()


def test_a_document_is_not_there_before_its_day(
    place: Callable[..., None], build: Callable[..., Path], shelf: Any
) -> None:
    """The state is a function of the ledger and the day."""
    place(LEAFLET, LATER)
    assert not (build(date(2008, 6, 1)) / "leaflets").exists()
    assert (build(LATER) / "leaflets").is_dir()
    assert SENTENCE not in (build(date(2008, 6, 1)) / "feed.xml").read_text("utf-8")


def test_a_replacement_keeps_the_address_and_says_what_is_new(
    shelf: Any, place: Callable[..., None], build: Callable[..., Path]
) -> None:
    """The old text is gone; the day it first came stays."""
    place(LEAFLET)
    place(LEAFLET, LATER, reason="The number to ring has changed.")
    page = (build(LATER) / f"{LEAFLET}.html").read_text("utf-8")
    for shown in ("5 March 2008", "2 June 2008", "The number to ring has changed."):
        assert shown in page
    state = standing_state_of(shelf.folder.ledger.entries(), LEAFLET, LATER)
    assert state is not None
    assert (state.since, state.updated, state.up) == (ON, LATER, True)


def test_what_a_replacement_left_out_is_searched_for(
    shelf: Any,
    place: Callable[..., None],
    build: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As with a corrected report: a forgotten copy of the version before stops the build."""
    place(LEAFLET)
    place(LEAFLET, LATER, reason="A shorter text.", text="# What to do\n\nRing us.\n\n")
    build(LATER)

    def forgetful(site: Site, out: Path) -> None:
        write_around(site, out)
        (out / "forgotten.txt").write_text(SENTENCE, "utf-8")

    monkeypatch.setattr("publication.build.write_around", forgetful)
    with pytest.raises(PublicationError, match=LEAFLET):
        build(LATER)


@pytest.mark.parametrize("written", [False, True])
def test_after_a_power_cut_it_is_as_the_ledger_says(
    shelf: Any, place: Callable[..., None], build: Callable[..., Path], written: bool
) -> None:
    """The version that waits aside comes back, or goes if the new one's line was written."""
    place(LEAFLET)
    here = shelf.folder.standing / "leaflets-for-staff"
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    shutil.copytree(here, aside_of(here))
    if not written:
        (here / "facts.json").write_text("half of another version")
    build(LATER)
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before
    assert not aside_of(here).exists()


def test_a_removed_document_is_gone_and_its_text_is_searched_for(
    shelf: Any,
    place: Callable[..., None],
    build: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A forgotten copy of its text stops the build; a day on which it stood can't be built."""
    place(LEAFLET)
    site = build(ON)
    remove(shelf.folder.path, LEAFLET, "The procedure has changed", "Board", noon(LATER))
    assert not (shelf.folder.standing / "leaflets-for-staff").exists()
    build(LATER)
    assert not (site / "leaflets").exists()
    assert all(SENTENCE.encode() not in path.read_bytes() for path in site.rglob("*.*"))
    with pytest.raises(PublicationError, match="removed after the day"):
        build(date(2008, 5, 1))

    def forgetful(site: Site, out: Path) -> None:
        write_around(site, out)
        (out / "forgotten.txt").write_text(SENTENCE, "utf-8")

    monkeypatch.setattr("publication.build.write_around", forgetful)
    with pytest.raises(PublicationError, match=LEAFLET):
        build(LATER)


def test_the_nightly_job_leaves_it_and_builds_when_it_comes(
    shelf: Any, place: Callable[..., None], tmp_path: Path
) -> None:
    """A second run changes nothing."""
    place(LEAFLET, LATER)

    def update(day: date) -> Update:
        return update_site(shelf.folder.path, tmp_path / "site", day, noon(day))

    assert update(LATER).built is not None
    assert update(YEARS_LATER) == Update((), None)
    assert (tmp_path / "site" / f"{LEAFLET}.html").is_file()


STEPS: dict[str, tuple[tuple[tuple[str, date, str], ...], str]] = {
    "placed twice": ((("placed", ON, ""), ("placed", LATER, "")), "on the site already"),
    "replaced and never placed": ((("replaced", ON, "New"),), "not on the site"),
    "replaced without a reason": ((("placed", ON, ""), ("replaced", ON, " ")), "without a reason"),
    "removed without a reason": ((("placed", ON, ""), ("removed", ON, "")), "without a reason"),
    "removed twice": (
        (("placed", ON, ""), ("removed", LATER, "Old"), ("removed", LATER, "Old")),
        "not on the site",
    ),
    "changed before it came": (
        (("placed", LATER, ""), ("replaced", ON, "New")),
        "before its last change",
    ),
    "back before it was removed": (
        (("placed", ON, ""), ("removed", LATER, "Old"), ("placed", ON, "")),
        "before its last change",
    ),
}


@pytest.mark.parametrize(("steps", "problem"), STEPS.values(), ids=STEPS)
def test_a_ledger_that_contradicts_itself_is_refused(
    shelf: Any, steps: tuple[tuple[str, date, str], ...], problem: str
) -> None:
    """The error names document and line."""
    for action, on, reason in steps:
        shelf.folder.ledger.append(
            LedgerAction(action), LEAFLET, on=on, recorded=noon(on), by="Board", reason=reason
        )
    with pytest.raises(PublicationError, match=problem) as caught:
        standing_state_of(shelf.folder.ledger.entries(), LEAFLET, YEARS_LATER)
    assert f"{LEAFLET}, ledger entry {len(steps)}" in str(caught.value)


def _foreign_fingerprints(place: Path) -> None:
    folder = place.parents[1] / "fingerprints" / "standing"
    folder.mkdir()
    (folder / "x.json").write_text("{}", "utf-8")


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "text edited": (lambda at: (at / "document.md").write_text("x"), "document.md"),
    "facts edited": (lambda at: (at / "facts.json").write_text("{}"), "facts.json"),
    "page edited": (lambda at: (at / "page.json").write_text("{}"), "page.json"),
    "PDF missing": (lambda at: (at / "report.pdf").unlink(), "report.pdf"),
    "foreign file": (lambda at: (at / "case.yaml").write_text("child:"), "case.yaml"),
    "link to elsewhere": (lambda at: (at / "x.md").symlink_to("/etc/hosts"), "x.md"),
    "folder missing": (shutil.rmtree, LEAFLET),
    "never placed": (lambda at: shutil.copytree(at, at.with_name("briefs-x")), "standing/briefs-x"),
    "foreign fingerprints": (_foreign_fingerprints, "fingerprints/standing/x.json"),
}


@pytest.mark.parametrize(("spoil", "place_named"), SPOILED.values(), ids=SPOILED)
def test_a_folder_that_is_not_as_the_ledger_says_builds_nothing(
    shelf: Any,
    place: Callable[..., None],
    tmp_path: Path,
    tree: Callable[[Path], dict[str, bytes]],
    spoil: Callable[[Path], object],
    place_named: str,
) -> None:
    """The error names the place, and the old site is whole."""
    place(LEAFLET)
    site = build_site(shelf.folder.path, ON, tmp_path / "site").out
    before = tree(site)
    spoil(shelf.folder.standing / "leaflets-for-staff")
    with pytest.raises(PublicationError) as caught:
        build_site(shelf.folder.path, LATER, tmp_path / "site")
    assert place_named in str(caught.value)
    assert tree(site) == before

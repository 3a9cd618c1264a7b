"""After its time nothing of a report is on the site, and what would leak stops the build."""

from __future__ import annotations

import gzip
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader

from publication.metadata import Publication
from publication.pages.files import write_around
from publication.report.convert import convert
from redaction.errors import PublicationError

ON = date(2008, 3, 5)
LAST = date(2009, 3, 5)
GONE = date(2009, 3, 6)
ROOT = Path(__file__).parents[2]


# An independent search: it shares nothing with publication.residue.


def unpacked(content: bytes) -> Iterator[bytes]:
    yield content
    if content[:2] == b"\x1f\x8b":
        yield from unpacked(gzip.decompress(content))
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from unpacked(archive.read(name))


def readings(content: bytes) -> Iterator[str]:
    if content[:4] == b"%PDF":
        reader = PdfReader(io.BytesIO(content))
        yield " ".join(page.extract_text() for page in reader.pages)
        yield str(reader.metadata)
    text = content.decode("utf-8", "replace")
    yield html.unescape(text)
    yield html.unescape(re.sub(r"<[^>]+>", "", text))
    yield html.unescape(re.sub(r"<[^>]+>", " ", text))


def squeezed(text: str) -> str:
    """Letters and digits only, so that no line break or mark can hide a sentence."""
    return "".join(
        each for each in unicodedata.normalize("NFKD", text).casefold() if each.isalnum()
    )


def sentences(*texts: str) -> list[str]:
    """Pieces of text long enough to be a report's own."""
    pieces = (piece for text in texts for piece in re.split(r"(?<=[.!?:])\s+|\n|\|", text))
    return [squeezed(piece) for piece in pieces if len(squeezed(piece)) >= 24]


def leaks(folder: Path, sought: list[str]) -> set[tuple[str, str]]:
    found = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for part in unpacked(path.read_bytes()):
                for text in map(squeezed, readings(part)):
                    found |= {(path.name, piece) for piece in sought if piece in text}
    return found


def own_words(facts: Publication, content: bytes, suffix: str) -> list[str]:
    page: Any = etree.HTML(convert(content, suffix).html)
    blocks = page.xpath("//p|//li|//td|//th|//h2|//h3")
    return sentences(*("".join(each.itertext()) for each in blocks), *facts.texts())


def test_a_report_is_on_the_site_to_its_last_day_and_then_leaves_no_trace(
    shelf: Any, build: Callable[..., Path], word_report: Callable[..., bytes]
) -> None:
    """Page, PDF, feed, sitemap, picture: of the text, the title and the facts nothing is left."""
    content = word_report()
    shelf.publish("2007-03", ON, content, "report.docx", "The winter in which everybody waited")
    facts = shelf.folder.publication("2007-03")
    sought = own_words(facts, content, ".docx")
    picture = convert(content, ".docx").images[0].name
    assert len(sought) > 8
    for day in (ON, LAST):
        site = build(day)
        found = leaks(site, sought)
        pages = {name for name, _ in found}
        assert {"2007-03.html", "2007-03.pdf", "index.html", "feed.xml"} <= pages
        missing = set(sought) - {piece for name, piece in found if name == "2007-03.html"}
        assert not missing
        assert (site / "reports" / "2007-03" / picture).is_file()
    for day in (GONE, date(2030, 1, 1)):
        site = build(day)
        assert leaks(site, sought) == set()
        lists = {"index.html", "status-no-longer-published.html", "year-2008.html"}
        assert {path.name for path in (site / "reports").iterdir()} == {"2007-03.html", *lists}
    shelf.withdraw("2007-03", GONE)
    assert leaks(build(GONE), sought) == set()
    assert leaks(shelf.folder.path, sought) == set()


def test_before_its_day_a_report_is_unknown(shelf: Any, build: Callable[..., Path]) -> None:
    """Not even its reference shows."""
    shelf.publish("2007-03", ON)
    facts = shelf.folder.publication("2007-03")
    content = (shelf.folder.report_folder("2007-03") / "report.md").read_bytes()
    site = build(date(2008, 3, 4))
    assert leaks(site, own_words(facts, content, ".md")) == set()
    assert "2007-03" not in (site / "reports" / "index.html").read_text("utf-8")
    assert not (site / "reports" / "2007-03.html").exists()


def test_a_report_that_left_stays_away_while_others_are_there(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """Two reports with much text in common: only the one's own words may not show."""
    shelf.publish("2007-03", ON)
    other = b"# Introduction\n\nThis other review asks about a school and a bus that never came.\n"
    shelf.publish("2008-01", date(2008, 9, 1), other)
    shelf.withdraw("2007-03", GONE)
    site = build(date(2009, 3, 7))
    assert "a bus that never came" in (site / "reports" / "2008-01.html").read_text("utf-8")
    assert "eleven occasions" not in "".join(
        text for path in site.rglob("*") if path.is_file() for text in readings(path.read_bytes())
    )


def test_a_picture_in_two_reports_stays_with_the_one_that_is_public(
    shelf: Any, build: Callable[..., Path], word_report: Callable[..., bytes]
) -> None:
    """A board's mark stands in every report; that is no leak."""
    shelf.publish("2007-03", ON, word_report(), "report.docx")
    shelf.publish("2008-01", date(2008, 9, 1), word_report(), "report.docx")
    site = build(date(2009, 3, 7))
    assert (site / "reports" / "2008-01.html").is_file()
    shelf.withdraw("2007-03", GONE)
    assert (build(date(2009, 3, 7)) / "reports" / "2008-01.html").is_file()


def test_a_report_published_again_is_no_leak_of_itself(
    shelf: Any, build: Callable[..., Path], word_report: Callable[..., bytes]
) -> None:
    """Its fingerprints from the first time do not stop the second."""
    shelf.publish("2007-03", ON, word_report(), "report.docx")
    shelf.withdraw("2007-03", GONE)
    shelf.publish("2007-03", date(2010, 1, 4), word_report(), "report.docx")
    site = build(date(2010, 1, 4))
    assert "four times within one year" in (site / "reports" / "2007-03.html").read_text("utf-8")


LEAKED = "Health visitors saw the child on eleven occasions and recorded bruises on three of them"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", LEAKED.encode()),
        ("assets/site.css", f"/* {LEAKED.upper()} */".encode()),
        ("about.html", f"<p title='{LEAKED}'>x</p>".encode()),
        ("about.html", LEAKED.replace(" ", " <b></b>\n").encode()),
        ("about.html", LEAKED.replace("e", "&#101;").encode()),
        ("about.html", LEAKED.replace("visitors", "visi<b>tors</b>").encode()),
        ("search.json", b'{"text": "' + LEAKED.replace("e", "\\u0065").encode() + b'"}'),
        ("packed.gz", gzip.compress(LEAKED.encode(), mtime=0)),
        (".hidden/old.html", LEAKED.encode()),
        ("feed.xml", b"<feed><title>Learning from review 2007-03</title></feed>"),
    ],
    ids=[
        "text", "comment", "attribute", "broken up", "entities", "part bold", "escapes", "packed",
        "hidden", "title",
    ],
)  # fmt: skip
def test_a_leak_stops_the_swap(
    shelf: Any,
    build: Callable[..., Path],
    tree: Callable[[Path], dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
) -> None:
    """Whatever writes a sentence of a report that is not public, the old site stays."""
    shelf.publish("2007-03", ON)
    site = build(GONE)
    before = tree(site)
    plant(monkeypatch, name, content)
    with pytest.raises(PublicationError) as caught:
        build(GONE)
    (problem,) = caught.value.problems
    assert problem.place == name
    assert "2007-03" in problem.what
    assert "eleven" not in str(caught.value)
    assert tree(site) == before


def test_a_forgotten_copy_of_a_withdrawn_text_stops_the_swap(
    shelf: Any, build: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is gone from the folder; its keyed hashes find the copy."""
    shelf.publish("2007-03", ON)
    shelf.withdraw("2007-03", GONE)
    plant(monkeypatch, "notes.txt", LEAKED.encode())
    with pytest.raises(PublicationError, match=r"notes\.txt: .* report 2007-03"):
        build(GONE)


def plant(monkeypatch: pytest.MonkeyPatch, name: str, content: bytes) -> None:
    """Let the builder write one file too many."""

    def leaking(source: Any, out: Path) -> None:
        write_around(source, out)
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(content)

    monkeypatch.setattr("publication.build.write_around", leaking)

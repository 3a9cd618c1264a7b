"""The PDF of a report: for screen readers, with no date of its own, always the same."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import publication.pdf
from publication.build import build_site

ON = date(2008, 3, 5)


@pytest.fixture
def make_pdf(shelf: Any, tmp_path: Path, word_report: Callable[..., bytes]) -> Callable[..., bytes]:
    """Publishes the Word report once and builds its PDF for a day."""
    shelf.publish("2007-03", ON, word_report(), "report.docx", "The winter – and what “we” learnt")

    def make(as_of: date = ON) -> bytes:
        site = build_site(shelf.folder.path, as_of, tmp_path / "site").out
        return (site / "reports" / "2007-03.pdf").read_bytes()

    return make


def tags(element: Any) -> Iterator[str]:
    """The kinds of the structure's elements, in reading order."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from tags(child)


def figures(element: Any) -> Iterator[str]:
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, DictionaryObject):
        if element.get("/S") == "/Figure":
            yield str(element.get("/Alt", ""))
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from figures(child)


def test_the_pdf_is_made_for_screen_readers(make_pdf: Callable[..., bytes]) -> None:
    """Tagged, in English, with a title that windows show, headings, table cells and pictures."""
    reader = PdfReader(io.BytesIO(make_pdf()))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert reader.metadata.title == "The winter – and what “we” learnt"
    assert reader.xmp_metadata is not None
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()
    kinds = list(tags(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/LI", "/Link", "/Figure"} <= set(
        kinds
    )
    assert kinds.count("/H1") == 1
    assert list(figures(root["/StructTreeRoot"])) == ["A timeline of four moves"]
    assert [str(item["/Title"]) for item in reader.outline if not isinstance(item, list)]


def test_the_pdf_says_nothing_of_when_and_where_it_was_made(make_pdf: Callable[..., bytes]) -> None:
    """No dates, no identifiers, no author."""
    content = make_pdf()
    reader = PdfReader(io.BytesIO(content))
    assert set(reader.metadata or {}) == {"/Title", "/Subject", "/Producer"}
    assert "/ID" not in reader.trailer
    assert reader.xmp_metadata is not None
    for raw in (content, reader.xmp_metadata.stream.get_data()):
        assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate|DocumentID", raw)
    assert str(Path(__file__).parents[2]).encode() not in content
    assert not reader.attachments


def test_the_pdf_is_the_same_whenever_it_is_made(make_pdf: Callable[..., bytes]) -> None:
    """Also on another day: only the report and its dates make it what it is."""
    assert make_pdf() == make_pdf() == make_pdf(date(2008, 9, 1))


def test_the_pdf_embeds_its_fonts(make_pdf: Callable[..., bytes]) -> None:
    """PDF/UA wants every letter to be readable anywhere."""
    for page in PdfReader(io.BytesIO(make_pdf())).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            for part in font.get_object().get("/DescendantFonts", []):
                described = part.get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(described)


@pytest.mark.parametrize(
    "address",
    ["https://x.example/pixel.png", "file:///etc/hosts", "http://127.0.0.1/", "data:text/plain,x"],
)
def test_nothing_but_the_reports_own_pictures_is_fetched(address: str) -> None:
    """Not from the network and not from this computer."""
    fetcher = publication.pdf._Pictures({"report:///a.png": b"x"})
    with pytest.raises(ValueError, match="own pictures"):
        fetcher.fetch(address)

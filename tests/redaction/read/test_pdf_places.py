"""Every place of a PDF that can hold a name is read, and called by its name."""

from __future__ import annotations

import pytest

from redaction.read import Reading

VISIBLE = ["visible text", "split over TJ"]
HIDDEN = [
    ("under a black box", "text under a box, page 1"),
    ("invisible text", "invisible text, page 1"),
    ("white text", "invisible text, page 1"),
    ("tiny text", "invisible text, page 1"),
    ("text off the page", "invisible text, page 1"),
    ("text in a hidden layer", "text in a layer that is switched off, page 1"),
    ("layer name", "layer name"),
    ("ActualText of a span", "replacement text (ActualText)"),
    ("comment in a stream", "comment in the PDF"),
    ("picture XMP", "metadata (XMP)"),
    ("EXIF", "data of the picture 1 on page 1"),
    ("unused form", "text of a form"),
    ("annotation", "annotation"),
    ("annotation author", "author of an annotation"),
    ("annotation subject", "subject of an annotation"),
    ("annotation rich text", "annotation"),
    ("annotation appearance", "text of a form, a stamp or an annotation"),
    ("redaction overlay", "text over a redaction"),
    ("link", "link target"),
    ("field name", "name of a form field"),
    ("field value", "content of a form field"),
    ("field tooltip", "tooltip of a form field"),
    ("field default", "content of a form field"),
    ("page XMP", "metadata (XMP)"),
    ("PieceInfo", "private data of a program"),
    ("XMP", "metadata (XMP)"),
    ("attachment text", "attachment"),
    ("attachment in Word", "attachment: body, paragraph 1"),
    ("attachment name", "attachment name"),
    ("attachment description", "attachment description"),
    ("script stream", "JavaScript"),
    ("script", "JavaScript"),
    ("XFA", "form data"),
    ("outline", "bookmark (outline)"),
    ("alt text", "picture description (alt text)"),
    ("structure ActualText", "replacement text (ActualText)"),
    ("expansion", "expansion of an abbreviation"),
    ("structure title", "title of a part of the structure"),
    ("custom role", "names inside the PDF"),
    ("UTF-16 string", "text of an object"),
    ("signature", "signature"),
    ("reason", "signature"),
    ("named destination", "named destination"),
    ("page label", "page label"),
    ("Info Title", "document properties: title"),
    ("Info Author", "document properties: author"),
    ("Info Subject", "document properties: subject"),
    ("Info Keywords", "document properties: keywords"),
    ("Info Creator", "document properties: creator"),
    ("Info Custom", "document properties: custom"),
    ("earlier text", "earlier revision 1, page 1"),
    ("earlier Info", "no longer used (earlier revision)"),
    ("unlisted object", "no longer used (earlier revision)"),
    ("comment between objects", "no longer used (earlier revision)"),
    ("bytes before", "bytes before the PDF"),
    ("bytes after the end", "bytes after the end of the PDF"),
]


@pytest.mark.parametrize("place", VISIBLE)
def test_text_on_the_page_is_visible(
    place: str, planted_pdf: tuple[bytes, dict[str, str]], pdf_reading: Reading
) -> None:
    """What a reader of the page sees is in the passage of the page."""
    assert "page 1" in _found(pdf_reading, planted_pdf[1][place], hidden=False)


@pytest.mark.parametrize(("place", "where"), HIDDEN, ids=[place for place, _ in HIDDEN])
def test_what_a_reader_does_not_see_is_found_and_named(
    place: str, where: str, planted_pdf: tuple[bytes, dict[str, str]], pdf_reading: Reading
) -> None:
    """A name outside the page is in a hidden passage that says what it is."""
    found = _found(pdf_reading, planted_pdf[1][place], hidden=True)
    assert any(where in each for each in found), found


def test_the_tables_name_every_planted_place(planted_pdf: tuple[bytes, dict[str, str]]) -> None:
    """No planted place is left out of the tables above."""
    assert {*VISIBLE, *(place for place, _ in HIDDEN)} == set(planted_pdf[1])


def test_hidden_places_are_not_read_as_part_of_the_page(
    planted_pdf: tuple[bytes, dict[str, str]], pdf_reading: Reading
) -> None:
    """A reader can't see metadata or attachments; no visible passage holds them."""
    on_page = {"under a black box", "invisible text", "white text", "tiny text",
               "text off the page", "text in a hidden layer"}  # fmt: skip
    elsewhere = {place for place, _ in HIDDEN} - on_page
    assert [
        place for place in elsewhere if _found(pdf_reading, planted_pdf[1][place], hidden=False)
    ] == []


def _found(reading: Reading, name: str, *, hidden: bool) -> list[str]:
    return [
        passage.where
        for passage in reading.passages
        if passage.hidden is hidden and name.lower() in passage.text.lower()
    ]

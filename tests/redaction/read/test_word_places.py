"""Every place of a Word file that can hold a name is read, and called by its name."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from redaction.read import Reading, read_content

VISIBLE = [
    ("body", "body, paragraph 1"),
    ("split over runs", "body, paragraph 2"),
    ("soft hyphen", "body, paragraph 3"),
    ("zero width", "body, paragraph 4"),
    ("insertion", "body, paragraph 5"),
    ("move to", "body, paragraph 8"),
    ("text box", "text box in body, paragraph 9"),
    ("footnote", "footnote 1"),
    ("endnote", "endnote 1"),
    ("control text", "body, paragraph 12"),
    ("block control", "body, paragraph 13"),
    ("field result", "body, paragraph 14"),
    ("simple field result", "body, paragraph 15"),
    ("maths", "body, paragraph 16"),
    ("link text", "body, paragraph 18"),
    ("ruby", "text above the line in body, paragraph 27"),
    ("header", "header of section 1"),
    ("footer", "footer of section 1 (first page)"),
    ("footer box", "text box in footer of section 1"),
    ("table cell", "table 1, row 1, column 1"),
    ("nested table", "table 1, row 1, column 1, table 1, row 1, column 1"),
    ("chart title", "chart 1"),
    ("chart cache", "chart 1"),
    ("SmartArt", "SmartArt diagram"),
]
HIDDEN = [
    ("insertion author", "author of a tracked change"),
    ("deletion", "deleted text (tracked change by "),
    ("deletion author", "author of a tracked change"),
    ("move from", "deleted text (tracked change by "),
    ("move author", "author of a tracked change"),
    ("deleted row", "deleted text"),
    ("old text box", "text box in body, paragraph 9"),
    ("footer old box", "text box in footer"),
    ("control alias", "content control title"),
    ("control tag", "content control tag"),
    ("control item", "list item of a content control"),
    ("control value", "list item of a content control"),
    ("field instruction", "field instruction, body, paragraph 14"),
    ("simple field instruction", "field instruction, body, paragraph 15"),
    ("picture name", "picture name, body, paragraph 17"),
    ("alt text", "picture description (alt text), body, paragraph 17"),
    ("alt title", "picture title"),
    ("picture file", "picture file name"),
    ("picture path", "picture description (alt text)"),
    ("picture tooltip", "link tooltip"),
    ("drawn alt text", "picture description (alt text)"),
    ("drawn picture file", "picture file name"),
    ("drawing data", "drawing data"),
    ("picture link", "link target"),
    ("link tooltip", "link tooltip, body, paragraph 18"),
    ("link target", "link target"),
    ("link anchor", "link target"),
    ("bookmark", "bookmark name, body, paragraph 19"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a tracked change or comment"),
    ("initials", "initials of an author"),
    ("hidden text", "hidden text"),
    ("white text", "hidden text"),
    ("tiny text", "hidden text"),
    ("styled hidden text", "hidden text"),
    ("protected range", "editor of a protected range"),
    ("form field", "name of a form field"),
    ("form help", "help text of a form field"),
    ("form default", "default of a form field"),
    ("smart tag", "smartTag"),
    ("XML comment", "comment in the file's XML"),
    ("orphan header", "header"),
    ("media file name", "picture file name"),
    ("EXIF", "data of the picture"),
    ("PNG text", "data of the picture"),
    ("thumbnail", "data of the preview picture"),
    ("style name", "style name"),
    ("numbering text", "lvlText"),
    ("variable name", "document variable"),
    ("variable", "document variable"),
    ("merge query", "mail merge query"),
    ("template path", "template path"),
    ("people", "person who edited the file"),
    ("people account", "account of an editor"),
    ("building block", "building block"),
    ("building block name", "building blocks"),
    ("chart source", "chart 1"),
    ("OLE", "embedded file oleObject1.bin"),
    ("workbook cell", "embedded file book.xlsx: "),
    ("sheet name", "embedded file book.xlsx: "),
    ("imported text", "embedded file afchunk1.html: "),
    ("macro", "macros vbaProject.bin"),
    ("custom XML", "custom XML"),
    ("custom attribute", "attribute note"),
    ("custom element", "name of an element"),
    ("title", "document properties: title"),
    ("subject", "document properties: subject"),
    ("author", "document properties: author"),
    ("keywords", "document properties: keywords"),
    ("comments property", "document properties: comments"),
    ("last modified by", "document properties: last modified by"),
    ("category", "document properties: category"),
    ("status", "document properties: status"),
    ("company", "document properties: company"),
    ("manager", "document properties: manager"),
    ("template", "document properties: template"),
    ("custom property name", "document properties: custom property"),
    ("custom property", "text of lpwstr"),
    ("orphan part", "text of x"),
    ("stray file name", "file name in package"),
    ("stray file", "part Zorv"),
    ("zip comment", "zip comment"),
]


@pytest.mark.parametrize(("place", "where"), VISIBLE, ids=[place for place, _ in VISIBLE])
def test_what_a_reader_sees_is_visible_and_has_its_place(
    place: str, where: str, planted_word: tuple[bytes, dict[str, str]], word_reading: Reading
) -> None:
    """A name on the page is in a visible passage."""
    found = _found(word_reading, planted_word[1][place], hidden=False)
    assert any(each.startswith(where) for each in found), found


@pytest.mark.parametrize(("place", "where"), HIDDEN, ids=[place for place, _ in HIDDEN])
def test_what_a_reader_does_not_see_is_found_and_named(
    place: str, where: str, planted_word: tuple[bytes, dict[str, str]], word_reading: Reading
) -> None:
    """A name outside the page is in a hidden passage that says what it is."""
    found = _found(word_reading, planted_word[1][place], hidden=True)
    assert any(where in each for each in found), found


def test_the_tables_name_every_planted_place(planted_word: tuple[bytes, dict[str, str]]) -> None:
    """No planted place is left out of the tables above."""
    assert {place for place, _ in (*VISIBLE, *HIDDEN)} == set(planted_word[1])


def test_a_name_that_stands_in_both_versions_of_a_text_box_is_read_once(
    word_builder: ModuleType, simple_word: Callable[[str], bytes]
) -> None:
    """Word writes a text box twice, for new and old programs; an author sees one."""
    box = word_builder.text_box("Zorvbann", "Zorvbann")
    ns = word_builder.NS.replace(word_builder.NS.split(" ")[0], "")
    content = simple_word(f"<w:p {ns}>{box}</w:p>")
    found = [each for each in read_content("a.docx", content).passages if "Zorvbann" in each.text]
    assert [each.where for each in found] == ["text box in body, paragraph 1"]


def test_the_own_name_of_the_file_is_read(word_reading: Reading) -> None:
    """Whoever downloads a file sees what it is called."""
    assert _found(word_reading, "Zorvown", hidden=True) == ["the file's own name"]


def test_pixels_are_said_to_be_unread(word_reading: Reading) -> None:
    """A picture may show a name; the reading says that nobody looked."""
    parts = {unread.part for unread in word_reading.unread}
    assert {"word/media/image2.png", "docProps/thumbnail.jpeg"} < parts


def _found(reading: Reading, name: str, *, hidden: bool) -> list[str]:
    return [
        passage.where
        for passage in reading.passages
        if passage.hidden is hidden and name.lower() in passage.text.lower()
    ]

"""What of a Word file's places is particular to Word."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.planted import smallest, word_body
from benchmarks.planted.names import Planted
from redaction.read import Reading, read_content

Readings = Mapping[str, tuple[Planted, Reading]]


def test_a_name_that_stands_in_both_versions_of_a_text_box_is_read_once() -> None:
    """Word writes a text box twice, for new and old programs; an author sees one."""
    box = word_body.text_box("Zorvbann", "Zorvbann")
    ns = word_body.NS.replace(word_body.NS.split(" ")[0], "")
    content = smallest.word(f"<w:p {ns}>{box}</w:p>")
    found = [each for each in read_content("a.docx", content).passages if "Zorvbann" in each.text]
    assert [each.where for each in found] == ["text box in body, paragraph 1"]


def test_pixels_are_said_to_be_unread(readings: Readings) -> None:
    """A picture may show a name; the reading says that nobody looked."""
    parts = {unread.part for unread in readings["Word"][1].unread}
    assert {"word/media/image2.png", "docProps/thumbnail.jpeg"} < parts

"""An anonymised copy holds no planted name anywhere, opens in Word, and keeps its form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from redaction.anonymise import anonymise_word
from redaction.anonymise.word import anonymised_content
from redaction.errors import RedactionError
from redaction.read import read_content
from redaction.values import Replacement

Find = Callable[[Sequence[str]], list[list[Replacement]]]
Planted = tuple[bytes, dict[str, str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def copy(planted_word: Planted, find_planted: Find) -> bytes:
    """The anonymised copy of the planted file, with its pictures."""
    return anonymised_content("report.docx", planted_word[0], find_planted, keep_pictures=True)[0]


def test_no_planted_name_is_left_in_any_byte_of_the_copy(copy: bytes) -> None:
    """Every part is searched unpacked, with its tags, its attributes and the zip's own words."""
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        names = archive.namelist()
        left = [name for name in names if b"orv" in archive.read(name).lower()]
    assert left == []
    assert b"zorv" not in copy.lower()


def test_reading_the_copy_finds_no_planted_name(copy: bytes) -> None:
    """The adversary's reader, which joins runs and unpacks, finds nothing either."""
    reading = read_content("copy.docx", copy)
    assert [each.where for each in reading.passages if "zorv" in each.text.lower()] == []


def test_the_copy_opens_and_keeps_what_a_reader_saw(copy: bytes) -> None:
    """Text stays where it was, with the pseudonym for the name."""
    document = docx.Document(io.BytesIO(copy))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:5] == ["Child W"] * 5
    assert document.tables[0].cell(0, 0).paragraphs[0].text == "Child W"
    assert document.sections[0].header.paragraphs[0].text == "Child W"


def test_only_known_parts_are_packed(copy: bytes) -> None:
    """Orphans, macros, embedded files, properties and comments have no place in the copy."""
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        names = {name for name in archive.namelist() if not name.endswith(".rels")}
        assert archive.comment == b""
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"<Types " in archive.read("[Content_Types].xml")
    assert names == {
        "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/settings.xml",
        "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml", "word/header1.xml",
        "word/footer1.xml", "word/charts/chart1.xml", "word/diagrams/data1.xml",
        "word/media/image2.jpeg",
    }  # fmt: skip


def test_what_was_removed_is_said_in_words(planted_word: Planted, find_planted: Find) -> None:
    """The author reads what the copy lacks, counted."""
    anonymised = anonymised_content("report.docx", planted_word[0], find_planted)[1]
    assert {
        "1 comment", "5 tracked changes accepted", "2 stretches of hidden text",
        "1 set of macros", "2 embedded objects", "1 embedded file", "1 imported text",
        "1 template path", "2 links to telling addresses",
    } <= set(anonymised.removed)  # fmt: skip
    assert anonymised.replacements > 25


def test_the_same_file_gives_the_same_bytes(planted_word: Planted, find_planted: Find) -> None:
    """A copy can be compared with another copy byte by byte."""
    again = anonymised_content("report.docx", planted_word[0], find_planted)[0]
    assert again == anonymised_content("report.docx", planted_word[0], find_planted)[0]


def test_find_is_asked_once_with_all_texts(planted_word: Planted) -> None:
    """What is a name once is a name everywhere: the finder must see everything together."""
    calls: list[int] = []

    def find(texts: Sequence[str]) -> list[list[Replacement]]:
        calls.append(len(texts))
        return [[] for _ in texts]

    anonymised_content("report.docx", planted_word[0], find)
    assert len(calls) == 1


@given(cuts=st.sets(st.integers(1, 11)), before=st.text("ab ", max_size=3))
def test_a_name_split_over_any_runs_is_replaced_in_the_format_of_its_first_run(
    cuts: set[int], before: str, simple_word: Callable[[str], bytes], find_planted: Find
) -> None:
    """Word splits runs at will; the pseudonym stands where the name began."""
    text = f"{before} Zorvbanldin"
    bounds = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    runs = [
        f'<w:r><w:rPr><w:sz w:val="{20 + index}"/></w:rPr><w:t xml:space="preserve">'
        f"{text[start:end]}</w:t></w:r>"
        for index, (start, end) in enumerate(pairwise(bounds))
    ]
    content = simple_word(f"<w:p>{''.join(runs)}</w:p>")
    packed = anonymised_content("a.docx", content, find_planted)[0]
    paragraph = docx.Document(io.BytesIO(packed)).paragraphs[0]
    assert paragraph.text == f"{before} Child W"
    home = next(index for index, end in enumerate(bounds[1:]) if end > len(before) + 1)
    assert "Child W" in paragraph.runs[home].text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>"
         "<w:p><w:r><w:t>two</w:t></w:r></w:p>", ["one two"]),
        ("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t>"
         "</w:r></w:ins></w:p>", ["new"]),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag></w:p>",
         ["ab"]),
        ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
         '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r>'
         '<w:fldChar w:fldCharType="end"/></w:r></w:p>', ["3"]),
    ],
    ids=["joined paragraphs", "accepted change", "smart tag", "page number"],
)  # fmt: skip
def test_changes_are_accepted_and_wrappers_opened(
    body: str, expected: list[str], simple_word: Callable[[str], bytes], find_planted: Find
) -> None:
    """The copy reads as the page did."""
    packed = anonymised_content("a.docx", simple_word(body), find_planted)[0]
    document = docx.Document(io.BytesIO(packed))
    assert [paragraph.text for paragraph in document.paragraphs] == expected


def test_a_page_number_stays_a_field(
    simple_word: Callable[[str], bytes], find_planted: Find
) -> None:
    """Page numbers and lists of headings go on counting."""
    body = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    packed = anonymised_content("a.docx", simple_word(body), find_planted)[0]
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert [each.get(f"{W}instr") for each in root.iter(f"{W}fldSimple")] == [" PAGE "]


def test_the_source_is_never_overwritten(
    tmp_path: Path, planted_word: Planted, find_planted: Find
) -> None:
    """The confidential original stays as it is, whatever was typed."""
    source = tmp_path / "report.docx"
    source.write_bytes(planted_word[0])
    with pytest.raises(RedactionError, match="overwrite the file itself"):
        anonymise_word(source, tmp_path / "." / "report.docx", find_planted, overwrite=True)
    assert source.read_bytes() == planted_word[0]


def test_an_existing_copy_is_replaced_only_when_asked(
    tmp_path: Path, planted_word: Planted, find_planted: Find
) -> None:
    """A second run does not silently take the place of the first."""
    source, out = tmp_path / "report.docx", tmp_path / "copy.docx"
    source.write_bytes(planted_word[0])
    anonymise_word(source, out, find_planted)
    with pytest.raises(RedactionError, match="exists already"):
        anonymise_word(source, out, find_planted)
    anonymise_word(source, out, find_planted, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.docx", "report.docx"]


def test_nothing_is_written_when_the_source_is_broken(tmp_path: Path, find_planted: Find) -> None:
    """No half-written output."""
    source, out = tmp_path / "report.docx", tmp_path / "copy.docx"
    source.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(RedactionError, match="broken"):
        anonymise_word(source, out, find_planted)
    assert not out.exists()


def test_a_style_with_a_telling_name_gets_a_number_everywhere(copy: bytes) -> None:
    """The look stays, and each use follows the new name."""
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    style, name = next(styles.iter(f"{W}style")), next(styles.iter(f"{W}name"))
    assert (style.get(f"{W}styleId"), name.get(f"{W}val")) == ("Style1", "Style1")


def test_a_picture_gives_way_to_its_description(planted_word: Planted, find_planted: Find) -> None:
    """Nobody looked into it: its words go through the finder, its pixels are not in the copy."""
    clean = anonymised_content("report.docx", planted_word[0], find_planted)[0]
    reading = read_content("copy.docx", clean)
    assert any("[Picture: Child W" in passage.text for passage in reading.passages)
    assert reading.unread == ()
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        assert [name for name in archive.namelist() if "/media/" in name] == []
        assert [name for name in archive.namelist() if b"zorv" in archive.read(name).lower()] == []
    docx.Document(io.BytesIO(clean))


def test_a_cropped_picture_is_cut_for_good() -> None:
    """What the author cropped away can't be brought back from the copy."""
    picture, packed = io.BytesIO(), io.BytesIO()
    wide = Image.new("RGB", (100, 40), "red")
    wide.paste("blue", (50, 0, 100, 40))
    wide.save(picture, "PNG")
    document = docx.Document()
    shape = document.add_picture(picture)
    fill = next(shape._inline.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))
    fill.addnext(
        etree.fromstring(
            '<a:srcRect xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r="50000"/>'
        )
    )
    document.save(packed)
    clean, anonymised = anonymised_content(
        "a.docx", packed.getvalue(), lambda texts: [[] for _ in texts], keep_pictures=True
    )
    assert "1 part cropped off a picture" in anonymised.removed
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        media = [name for name in archive.namelist() if "/media/" in name]
        left = Image.open(io.BytesIO(archive.read(media[0]))).convert("RGB")
    assert (len(media), left.size, left.getcolors()) == (1, (50, 40), [(2000, (255, 0, 0))])


def test_a_finder_that_doubts_everything_breaks_no_form() -> None:
    """Word's own styles, fonts, fields and settings are never shown to the finder."""
    own = {"Normal", "PAGE", "TOC", "Calibri", "Times New Roman", "General", "MERGEFORMAT"}
    document = docx.Document()
    document.add_heading("Zorvbann")
    document.add_table(1, 1, style="Table Grid")
    packed = io.BytesIO()
    document.save(packed)
    seen: list[str] = []

    def find(texts: Sequence[str]) -> list[list[Replacement]]:
        seen.extend(texts)
        return [[Replacement(0, len(text), "[removed]")] for text in texts]

    clean = anonymised_content("a.docx", packed.getvalue(), find)[0]
    assert own & {word for text in seen for word in text.split("\n")} == set()
    again = docx.Document(io.BytesIO(clean))
    assert again.paragraphs[0].text == "[removed]"
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        body = archive.read("word/document.xml")
    assert b'w:pStyle w:val="Heading1"' in body
    assert b'w:tblStyle w:val="TableGrid"' in body

"""Files made to deceive, to break or to exhaust end in one clear error, soon."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from redaction.errors import RedactionError
from redaction.read import read_content, read_file
from redaction.read.gathering import Gathering

Build = Callable[..., bytes]
Planted = tuple[bytes, dict[str, str]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PLAIN = "<w:p><w:r><w:t>Good morning</w:t></w:r></w:p>"


def packed(*names: str) -> bytes:
    """A zip file with empty entries of these names."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return content.getvalue()


def protected_pdf(password: str) -> bytes:
    """A PDF that needs ``password`` to be opened."""
    writer, content = PdfWriter(), io.BytesIO()
    writer.add_blank_page(99, 99)
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106
    writer.write(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.docx", b"", "the file is empty"),
        ("a.txt", b" \n\t ", "the file is empty"),
        ("a.docx", OLE + b"\0" * 600, "old Office format"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.doc", OLE, "this kind of file can't be read"),
        ("a.docx", packed("xl/workbook.xml", "[Content_Types].xml"), "an Excel file"),
        ("a.docx", packed("ppt/slides.xml", "[Content_Types].xml"), "PowerPoint"),
        ("a.docx", packed("mimetype", "content.xml"), "an OpenDocument text file"),
        ("a.docx", packed("readme.txt"), "a zip file"),
        ("a.docx", b"PK\x03\x04 and no more", "broken or cut short"),
        ("a.docx", packed("word/document.xml", "[Content_Types].xml"), "it has no text"),
        ("a.docx", b"%PDF-1.7\n", "but it is a PDF file"),
        ("a.docx", b"{\\rtf1 Dear}", "Rich Text"),
        ("a.docx", b"Dear all", "it is not a Word file"),
        ("a.pdf", b"Dear all", "it is not a PDF file"),
        ("a.pdf", b"%PDF-1.7\nnothing else", "broken or cut short"),
        ("a.pdf", protected_pdf("secret"), "protected by a password"),
        ("a.txt", b"\0\1\2\3" * 200, "something other than text"),
        ("a.txt", packed("readme.txt"), "a zip file"),
        ("a.exe", b"MZ", "this kind of file can't be read"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(
    file: str, content: bytes, message: str
) -> None:
    """One sentence says what is wrong and what to do."""
    with pytest.raises(RedactionError, match=message) as raised:
        read_content(file, content)
    assert all(problem.remedy for problem in raised.value.problems)


def test_a_file_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    """No traceback for a wrong path."""
    with pytest.raises(RedactionError, match="can't be opened"):
        read_file(tmp_path / "missing.docx")


def test_a_pdf_with_an_owner_password_alone_is_read() -> None:
    """Anyone can open it, so it can be checked; the password only forbids printing."""
    reading = read_content("a.pdf", protected_pdf(""))
    assert [each.where for each in reading.unread] == ["earlier revisions"]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(declaration: str, encoding: str, simple_word: Build) -> None:
    """A document type in Word's XML is refused unread."""
    source = zipfile.ZipFile(io.BytesIO(simple_word(PLAIN)))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "word/document.xml":
                text = declaration + text
            archive.writestr(name, text.encode(encoding if "document.xml" in name else "utf-8"))
    with pytest.raises(RedactionError, match=r"text can't be read|no text"):
        read_content("a.docx", content.getvalue())


def test_a_zip_bomb_is_refused_before_it_unpacks(simple_word: Build) -> None:
    """Half a gigabyte of zeros packs to half a megabyte."""
    started = time.monotonic()
    bomb = simple_word(PLAIN, {"word/media/image1.bmp": b"\0" * 30_000_000})
    with pytest.raises(RedactionError, match="unpacks to more than"):
        read_content("a.docx", bomb)
    assert time.monotonic() - started < 5


def test_a_size_that_the_directory_understates_does_not_deceive(simple_word: Build) -> None:
    """The directory claims ten bytes; more are never unpacked."""
    content = bytearray(simple_word(PLAIN, {"word/big.xml": b"<a>" + b" " * 500_000 + b"</a>"}))
    position = content.rfind(b"PK\x01\x02")
    struct.pack_into("<I", content, position + 24, 10)
    with pytest.raises(RedactionError, match="broken"):
        read_content("a.docx", bytes(content))


def test_files_in_files_are_followed_only_so_deep(simple_word: Build) -> None:
    """Word in Word in Word: read to a depth, then said to be unread."""
    content = simple_word("<w:p><w:r><w:t>Zorvdeep</w:t></w:r></w:p>")
    for _ in range(6):
        content = simple_word(PLAIN, {"word/embeddings/inner.docx": content})
    reading = read_content("a.docx", content)
    assert any("file in a file" in each.why for each in reading.unread)
    once = simple_word(PLAIN, {"word/embeddings/inner.docx": simple_word(PLAIN)})
    assert any("embedded" in each.where for each in read_content("a.docx", once).passages)


def test_a_bomb_inside_an_embedded_file_counts_against_the_whole(simple_word: Build) -> None:
    """Nesting does not multiply what a file may unpack to."""
    inner = simple_word(PLAIN, {"word/media/image1.bmp": b"\0" * 30_000_000})
    with pytest.raises(RedactionError, match="unpacks to more than"):
        read_content("a.docx", simple_word(PLAIN, {"word/embeddings/inner.docx": inner}))


def test_very_deep_nesting_is_refused(simple_word: Build) -> None:
    """Ten thousand elements in each other must not exhaust the stack."""
    body = "<w:p>" * 10_000 + "</w:p>" * 10_000
    with pytest.raises(RedactionError, match="broken XML"):
        read_content("a.docx", simple_word(body))


def test_deep_but_legal_nesting_is_read(simple_word: Build) -> None:
    """What the parser lets through, the walk survives."""
    body = "<w:sdt><w:sdtContent>" * 100 + PLAIN + "</w:sdtContent></w:sdt>" * 100
    passages = read_content("a.docx", simple_word(body)).passages
    assert "Good morning" in [each.text for each in passages]


def test_an_encrypted_embedded_file_is_said_to_be_unread(simple_word: Build) -> None:
    """Nobody can vouch for it, so the reading says so."""
    locked = bytearray(packed("x.xml"))
    locked[6] |= 1
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    reading = read_content("a.docx", simple_word(PLAIN, {"word/embeddings/b.xlsx": bytes(locked)}))
    assert [each.why for each in reading.unread] == ["it is protected by a password"]


def test_a_shadowed_part_and_removed_entries_are_read(simple_word: Build) -> None:
    """Two parts of one name: Word shows one, a reader of the bytes finds both."""
    content = io.BytesIO(simple_word(PLAIN, {"word/note.xml": b"<a>Zorvfirst</a>"}))
    with (
        zipfile.ZipFile(content, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/note.xml", "<a>Zorvlast</a>")
    before = b"PK\x03\x04" + b"\x14\0" + b"\0" * 20 + struct.pack("<HH", 8, 0) + b"gone.xml"
    stray = before + zlib.compress(b"<a>Zorvgone</a>")[2:-4]
    reading = read_content("a.docx", stray + content.getvalue())
    texts = " ".join(each.text for each in reading.passages)
    assert [name for name in ("Zorvfirst", "Zorvlast", "Zorvgone") if name not in texts] == []


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    """A page tree can claim any number of pages."""
    writer, content = PdfWriter(), io.BytesIO()
    for _ in range(3_001):
        writer.add_blank_page(9, 9)
    writer.write(content)
    with pytest.raises(RedactionError, match="pages"):
        read_content("a.pdf", content.getvalue())


def test_text_without_end_is_refused() -> None:
    """The text of one file is bounded."""
    gathering = Gathering("a.txt", characters_left=10)
    with pytest.raises(RedactionError, match="characters of text"):
        gathering.add("eleven chars", "text", "a.txt")


def read_or_refuse(file: str, content: bytes) -> None:
    """Read a file that may be broken; any error but RedactionError fails the test."""
    with suppress(RedactionError):
        read_content(file, content)


@pytest.mark.parametrize("cut", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_cut_short_gives_an_error_or_a_reading(
    cut: float, planted_word: Planted, planted_pdf: Planted
) -> None:
    """Nothing but RedactionError ever comes out."""
    for file, (content, _) in (("a.docx", planted_word), ("a.pdf", planted_pdf)):
        read_or_refuse(file, content[: int(len(content) * cut)])


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_gives_an_error_or_a_reading(
    seed: int, planted_word: Planted, planted_pdf: Planted
) -> None:
    """Bytes overwritten anywhere: nothing but RedactionError ever comes out."""
    for file, (content, _) in (("a.docx", planted_word), ("a.pdf", planted_pdf)):
        damaged = bytearray(content)
        for step in range(30):
            damaged[(seed * 7919 + step * 104_729) % len(damaged)] = (seed * 31 + step * 17) % 256
        read_or_refuse(file, bytes(damaged))


@pytest.mark.parametrize("noise", [b"[", b"(", b"\\(", b"<<", b"<", b"%", b"stream\n", b"[("])
def test_syntax_that_never_closes_is_read_in_one_pass(noise: bytes) -> None:
    """Twice the noise takes twice the time, not four times: minutes would be a hang."""
    started = time.monotonic()
    catalog = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
    pages = b"<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    end = b"\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    read_or_refuse("a.pdf", catalog + pages + noise * 200_000 + end)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.md", "[" * 100_000),
        ("a.md", "> " * 5_000),
        ("a.md", "*a" * 50_000),
        ("a.html", "<p>" + "a" * 500_000),
        ("a.html", "<p title='" + "a:" * 300_000 + "'>x"),
    ],
    ids=["brackets", "quotations", "stars", "one word", "colons"],
)
def test_marks_without_end_are_read_soon(file: str, text: str) -> None:
    """A renderer's time grows with the square of such marks; they are not rendered."""
    started = time.monotonic()
    read_or_refuse(file, text.encode())
    assert time.monotonic() - started < 10


def test_a_cropped_picture_is_pointed_out(simple_word: Build) -> None:
    """Whoever gets the file can bring the cropped part back."""
    ns = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    body = f'<w:p {ns}><w:r><w:drawing><a:srcRect l="20000"/></w:drawing></w:r></w:p>'
    reading = read_content("a.docx", simple_word(body))
    assert [each.where for each in reading.unread] == ["cropped picture"]


def test_a_pdf_whose_pages_are_a_loop_ends() -> None:
    """A page tree that contains itself must not hang."""
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
    body += b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n"
    body += b"startxref\n0\n%%EOF"
    read_or_refuse("loop.pdf", body)


def test_text_whose_font_is_missing_does_not_pass_in_silence() -> None:
    """A viewer may show it in another font: what it says is read, and a person is told."""
    writer, out = PdfWriter(), io.BytesIO()
    page, program = writer.add_blank_page(595, 842), DecodedStreamObject()
    program.set_data(b"BT /F1 9 Tf 50 700 Td (Seen by Rhoswen) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(program)
    writer.write(out)
    reading = read_content("a.pdf", out.getvalue())
    assert [each.text for each in reading.passages if "font" in each.where] == ["Seen by Rhoswen"]
    assert [each.where for each in reading.unread] == ["page 1"]


def test_a_byte_that_is_no_text_in_a_mail_can_be_written_again() -> None:
    """Python's parser keeps it as half a character, which no report could hold."""
    mail = b"From: a@board.example\nSubject: Rh\xfaoswen\n\nGood \xfaday\n"
    reading = read_content("a.eml", mail)
    for passage in reading.passages:
        (passage.text + passage.where + passage.part).encode("utf-8")
    assert any("Rh\ufffdoswen" in passage.text for passage in reading.passages)

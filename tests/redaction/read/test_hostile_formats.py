"""Workbooks, slides, OpenDocument, Rich Text and messages made to exhaust: an end, and soon."""

from __future__ import annotations

import base64
import time
from collections.abc import Mapping
from contextlib import suppress

import pytest

from benchmarks.planted import outlook, smallest, word_body
from benchmarks.planted.every import planted_files
from benchmarks.planted.names import Planted
from benchmarks.planted.one_text import WRITERS
from benchmarks.planted.packages import zipped
from benchmarks.planted.smallest import deck, open_text, workbook
from redaction.errors import RedactionError
from redaction.read import Reading, read_content
from redaction.read.outlook import uncompressed

Readings = Mapping[str, tuple[Planted, Reading]]
HEAD = b"From: a@x.example\r\nSubject: x\r\n"
LIMIT_SECONDS = 10


def attached(content: bytes, name: str) -> bytes:
    """A message with one attachment."""
    kind = f'Content-Type: application/octet-stream; name="{name}"\r\n'.encode()
    return HEAD + kind + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(content)


CELL = "<a:tc><a:txBody><a:p><a:r><a:t>x y</a:t></a:r></a:p></a:txBody></a:tc>"
EXHAUSTING = {
    "mail: words without end": ("a.eml", HEAD + b"X-A: " + b"=?utf-8?q?a?= " * 100_000),
    "mail: a header without end": ("a.eml", HEAD + b"X-A: " + b"=?utf-8?q?" * 100_000),
    "mail: a type without end": ("a.eml", HEAD + b"Content-Type: text/plain" + b"; a=b" * 100_000),
    "mail: names without end": (
        "a.eml",
        HEAD + b"Content-Disposition: attachment"
        + b"".join(b"; filename*%d=a" % number for number in range(9_999)),
    ),
    "mail: parts without end": (
        "a.eml",
        HEAD + b"Content-Type: multipart/mixed; boundary=q\r\n\r\n" + b"--q\r\n\r\nx\r\n" * 9_000,
    ),
    "mail: messages in messages": (
        "a.eml", HEAD + b"Content-Type: message/rfc822\r\n\r\nFrom: a@x\r\n" * 3_000,
    ),
    "mail: parts in parts": (
        "a.eml",
        HEAD + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (i, i)
                        for i in range(400)),
    ),
    "mail: a character set without end": (
        "a.eml", HEAD + b"Content-Type: text/plain; charset=punycode\r\n\r\n-" + b"aaab" * 200_000,
    ),
    "mail: files that never end": ("a.eml", HEAD + b"\r\n" + b"begin 644 a\r\n" * 30_000),
    "mail: a bomb attached": ("a.eml", attached(zipped({"a.bin": b"\0" * 60_000_000}), "a.zip")),
    "Rich Text: groups in groups": ("a.rtf", b"{\\rtf1 " + b"{" * 500_000),
    "Rich Text: bytes": ("a.rtf", b"{\\rtf1 " + b"\\'41" * 200_000),
    "Rich Text: pictures": ("a.rtf", b"{\\rtf1 " + b"{\\pict ffd8ff00}" * 5_000),
    "Rich Text: backslashes": ("a.rtf", b"{\\rtf1 " + b"\\" * 400_000),
    "Rich Text: a length that lies": ("a.rtf", b"{\\rtf1 {\\pict\\bin999999999 abc"),
    "workbook: a formula": ("a.xlsx", workbook(f"<row><c><f>{chr(39) * 400_000}</f></c></row>")),
    "workbook: columns": ("a.xlsx", workbook('<col min="1" max="9" hidden="1"/>' * 20_000)),
    "workbook: numbers of 5000 digits": (
        "a.xlsx",
        workbook(f'<col min="{"9" * 5000}" max="1" hidden="1"/><row><c s="{"9" * 5000}" t="s"><v>'
                 f"{'9' * 5000}</v></c></row>"),
    ),
    "slides: a table": (
        "a.pptx", deck("<p:graphicFrame><a:tbl>" + f"<a:tr>{CELL * 5}</a:tr>" * 2_000
                       + "</a:tbl></p:graphicFrame>"),
    ),
    "OpenDocument: repeats": (
        "a.odt",
        open_text("<table:table>" + '<table:table-column table:number-columns-repeated="9999999" '
                  'table:visibility="collapse"/>' * 200 + "</table:table>"),
    ),
    "OpenDocument: spans in spans": (
        "a.odt", open_text(f"<text:p>{'<text:span>' * 200}x{'</text:span>' * 200}</text:p>"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", EXHAUSTING)
def test_nothing_takes_time_without_end(case: str) -> None:
    """A reading or a RedactionError, and soon."""
    started = time.monotonic()
    with suppress(RedactionError):
        read_content(*EXHAUSTING[case])
    assert time.monotonic() - started < LIMIT_SECONDS


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.odt", open_text("", '<!DOCTYPE a [<!ENTITY b "c">]>'), "it has no text"),
        ("a.odt", zipped({"mimetype": "x", "encrypted-package": "x"}), "protected by a password"),
        ("a.xlsx", zipped({"[Content_Types].xml": "<Types/>", "xl/a.xml": "<a/>"}), "no text"),
        ("a.pptx", zipped({"[Content_Types].xml": "<Types/>", "ppt/a.xml": "<a/>"}), "no text"),
        ("a.xlsx", deck(""), "its name says Excel, but it is a PowerPoint file"),
        ("a.docx", open_text(""), "its name says Word, but it is an OpenDocument text file"),
        ("a.eml", b"Dear all", "it is not an e-mail file"),
        ("a.rtf", b"Dear all", "it is not a Rich Text file"),
        ("a.xlsb", b"PK", "Excel, save it as a workbook"),
        ("a.msg", b"x", "it is not an Outlook file"),
    ],
)
def test_what_can_not_be_read_is_refused(file: str, content: bytes, message: str) -> None:
    """One sentence says what is wrong and what to do."""
    with pytest.raises(RedactionError, match=message):
        read_content(file, content)


def test_an_embedded_file_of_an_unknown_kind_is_said_to_be_unread() -> None:
    """In a Word file as in a message."""
    extra = {"word/embeddings/a.bin": bytes(range(256)) * 9}
    reading = read_content("a.docx", smallest.word("<w:p/>", extra))
    assert [each.where for each in reading.unread] == ["embedded file a.bin"]


def test_a_document_is_not_hidden_in_a_message() -> None:
    """A stream that no message has is pointed out; its loose words are read."""
    content = outlook.compound([
        ("__substg1.0_0037001F", "Note".encode("utf-16-le")), ("WordDocument", b"Zorvold letter"),
    ])  # fmt: skip
    reading = read_content("a.msg", content)
    assert any("Zorvold" in each.text for each in reading.passages)
    assert [each.why for each in reading.unread] == ["it holds more than a message does"]


def test_compressed_rich_text_with_copies_is_read() -> None:
    """The example of the format's own description."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c"
        "090020627705b06c647d0a800fa0"
    )
    assert uncompressed(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_an_encrypted_opendocument_file_is_refused() -> None:
    """Its manifest says that its parts are encrypted."""
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = (
        f'<m:manifest xmlns:m="{namespace}"><m:file-entry><m:encryption-data/></m:file-entry>'
        "</m:manifest>"
    )
    content = zipped({
        "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\x9a\x01\x02",
        "META-INF/manifest.xml": manifest,
    })  # fmt: skip
    with pytest.raises(RedactionError, match="protected by a password"):
        read_content("a.odt", content)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("winmail.dat", b"\x78\x9f\x3e\x22" + b"\0" * 50, "winmail.dat"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, "packed file"),
        ("a.dat", bytes(range(256)) * 9, "can't be read"),
        ("a.docx", b"PK\x03\x04 broken", "broken"),
    ],
)
def test_an_attachment_that_nobody_read_is_said_to_be_unread(
    name: str, content: bytes, why: str
) -> None:
    """It blocks: never silence."""
    reading = read_content("a.eml", attached(content, name))
    assert [each for each in reading.unread if why in each.why], reading.unread


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (HEAD + b"\r\n-----BEGIN PGP MESSAGE-----\r\nabc", "encrypted"),
        (HEAD + b"Content-Type: application/pkcs7-mime\r\n\r\nabc", "encrypted"),
        (HEAD + b"Content-Type: multipart/mixed\r\n\r\nabc", "told apart"),
        (HEAD + b"Content-Transfer-Encoding: x-yenc\r\n\r\nabc", "isn't known"),
    ],
)
def test_a_message_that_can_not_be_read_is_said_to_be_unread(message: bytes, why: str) -> None:
    """It blocks: never silence."""
    assert [each for each in read_content("a.eml", message).unread if why in each.why]


def test_a_message_that_was_attached_coded_is_read() -> None:
    """The standard forbids it; some programs do it."""
    inner = base64.encodebytes(b"From: b@x.example\r\nSubject: y\r\n\r\nZorvdeep was seen")
    kind = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    passages = read_content("a.eml", HEAD + kind + inner).passages
    assert any(each.text == "Zorvdeep was seen" for each in passages)


@pytest.mark.parametrize("stream", ["WordDocument", "Workbook"])
def test_an_old_office_file_in_a_file_is_said_to_be_unread(stream: str) -> None:
    """Its loose words are read, but nobody can vouch for the rest."""
    old = word_body.ole("Zorvold letter").replace(
        "\x01Ole10Native".encode("utf-16-le").ljust(64, b"\0"),
        stream.encode("utf-16-le").ljust(64, b"\0"),
    )
    at = old.find(stream.encode("utf-16-le")) + 64
    old = old[:at] + (2 * len(stream) + 2).to_bytes(2, "little") + old[at + 2 :]
    reading = read_content("a.eml", attached(old, "old.doc"))
    assert any("Zorvold" in each.text for each in reading.passages)
    assert any("old format" in each.why for each in reading.unread)


@pytest.mark.parametrize("name", sorted(set(planted_files()) - {"CSV"}))
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_gives_an_error_or_a_reading(name: str, seed: int) -> None:
    """Bytes overwritten anywhere: nothing but RedactionError ever comes out."""
    planted = planted_files()[name]
    damaged = bytearray(planted.content)
    for step in range(30):
        damaged[(seed * 7919 + step * 104_729) % len(damaged)] = (seed * 31 + step * 17) % 256
    with suppress(RedactionError):
        read_content(planted.file, bytes(damaged))
    with suppress(RedactionError):
        read_content(planted.file, planted.content[: len(planted.content) * (seed + 1) // 8])


@pytest.mark.parametrize("file", [each for each in WRITERS if each != "note.pdf"])
def test_an_attached_file_is_read_like_any_other(file: str) -> None:
    """Whatever can be read by itself is read in a message too, down to files in files."""
    inner = WRITERS[file](["Zorvdeep was seen at home."])
    once = attached(inner, file)
    twice = attached(zipped({"in.eml": once}), "all.zip")
    for message in (once, twice):
        texts = [each.text for each in read_content("a.eml", message).passages if each.hidden]
        assert any("Zorvdeep" in text for text in texts)

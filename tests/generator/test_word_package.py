"""Word files from strangers: each bad one gets one clear error."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from generator.word.package import read_package, write_package
from redaction.errors import TemplateError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def test_a_sound_file_is_read_and_written_the_same(word: Callable[..., bytes]) -> None:
    """Reading what was written gives the same parts."""
    parts = read_package(word("Hello"), "t.docx")
    assert parts == read_package(write_package(parts), "t.docx")
    assert write_package(parts) == write_package(dict(reversed(parts.items())))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a Word file"),
        (b"%PDF-1.7", "not a Word file"),
        (OLE + b"x" * 600, "old format"),
        (OLE + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + b"\0" * 50, "damaged"),
        (zipped(hello=b"x"), "not a Word document"),
        (zipped(xl__workbook=b"x"), "Excel"),
        (zipped(ppt__presentation=b"x"), "PowerPoint"),
        (zipped(**{"word__vbaProject.bin": b"x"}), "macros"),
    ],
)
def test_other_files_are_refused_with_a_reason(content: bytes, says: str) -> None:
    """A renamed, old, protected or damaged file is named for what it is."""
    with pytest.raises(TemplateError, match=says) as caught:
        read_package(content, "letter.docx")
    assert caught.value.problems[0].place == "letter.docx"
    assert caught.value.problems[0].remedy


def test_macro_enabled_templates_are_refused(word: Callable[..., bytes], repack: Any) -> None:
    """A .docm renamed to .docx is found by its content type."""
    change = lambda xml: xml.replace(b"document.main+xml", b"x.macroEnabled.main+xml")  # noqa: E731
    with pytest.raises(TemplateError, match="macros"):
        read_package(repack(word("x"), {"[Content_Types].xml": change}), "t.docx")


def test_zip_bombs_are_refused(word: Callable[..., bytes], repack: Any) -> None:
    """A part that unpacks to far more than any letter is never unpacked."""
    bomb = zipped(**{"word__document.xml": b"0" * 70_000_000})
    with pytest.raises(TemplateError, match="unpacks to far more"):
        read_package(bomb, "t.docx")
    many = zipped(**{f"word__{number}.xml": b"" for number in range(2100)})
    with pytest.raises(TemplateError, match="unpacks to far more"):
        read_package(many, "t.docx")


def test_a_part_longer_than_declared_is_refused(word: Callable[..., bytes]) -> None:
    """The size in the zip's directory is not believed."""
    content = bytearray(word("x" * 5000))
    at = content.rfind(b"PK\x01\x02")
    while at >= 0:
        content[at + 24 : at + 28] = (1).to_bytes(4, "little")
        at = content.rfind(b"PK\x01\x02", 0, at)
    with pytest.raises(TemplateError, match="damaged"):
        read_package(bytes(content), "t.docx")


def test_document_types_are_refused(word: Callable[..., bytes], repack: Any) -> None:
    """An entity bomb needs a document type, and Word never writes one."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(TemplateError, match="document type"):
        read_package(repack(word("x"), {"word/styles.xml": lambda _: bomb}), "t.docx")


@pytest.mark.parametrize("cut", [10, 100, 1000, -30])
def test_a_file_cut_short_is_damaged(word: Callable[..., bytes], cut: int) -> None:
    """Half a download is no traceback."""
    with pytest.raises(TemplateError, match="damaged"):
        read_package(word("x")[:cut], "t.docx")

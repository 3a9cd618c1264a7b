"""Every way to read a file of the site as text: packed, in tags, escaped, as a PDF."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_UNPACKED_BYTES = 200_000_000
"""More than this out of one packed file is not ours."""
_DEEPEST = 8
"""Packed files in packed files beyond which none of ours goes."""

_TAG = re.compile(r"<[^>]*>")
_TAGS_INSIDE = re.compile(r"<([^>]*)>")
_IN_A_WORD = re.compile(r"\w<[^>]*>\w")
_DATA = re.compile(rb"base64,([A-Za-z0-9+/=\s]{40,})")
_PDF, _PNG, _JPEG = b"%PDF", b"\x89PNG", b"\xff\xd8\xff"


def readings(content: bytes) -> Iterator[str]:
    """Every way to read ``content`` as text."""
    for part in unpacked(content):
        yield from _readings(part)


def unpacked(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """``content`` itself and everything packed into it."""
    yield content
    if depth >= _DEEPEST:
        return
    for inner in (*_gzipped(content), *_zipped(content), *_in_addresses(content)):
        yield from unpacked(inner, depth + 1)


def plain_text(markup: str) -> str:
    """The text of HTML or Markdown without its tags."""
    return html.unescape(_TAG.sub(" ", markup))


def _gzipped(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        try:
            with gzip.open(io.BytesIO(content)) as packed:
                yield packed.read(_UNPACKED_BYTES)
        except (OSError, EOFError, zlib.error):
            return


def _zipped(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in sorted(archive.namelist()):
                    with archive.open(name) as member:
                        yield member.read(_UNPACKED_BYTES)
        except (OSError, zipfile.BadZipFile, RuntimeError, zlib.error):
            return


def _in_addresses(content: bytes) -> Iterator[bytes]:
    """What stands whole in a data address."""
    for match in _DATA.finditer(content):
        try:
            yield base64.b64decode(match[1])
        except binascii.Error:
            continue


def _readings(content: bytes) -> Iterator[str]:
    if content.startswith(_PDF):
        yield from _pdf_readings(content)
    elif content.startswith(_PNG):
        yield from _png_readings(content)
    elif content.startswith(_JPEG):
        yield content.decode("latin-1")
        yield content.decode("utf-16-le", errors="replace")
    else:
        yield from _text_readings(content.decode("utf-8", errors="replace"))


def _text_readings(text: str) -> Iterator[str]:
    if text[:1] in ("{", "["):
        yield from _json_readings(text)
    if "<" not in text:
        yield html.unescape(text)
    else:
        yield plain_text(text)
        yield html.unescape(" ".join(_TAGS_INSIDE.findall(text)))
        if _IN_A_WORD.search(text):
            yield html.unescape(_TAG.sub("", text))
    if "%20" in text:
        yield html.unescape(unquote(text))


def _json_readings(text: str) -> Iterator[str]:
    try:
        yield json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return


def _png_readings(content: bytes) -> Iterator[str]:
    """What the parts of a picture that are no picture say, also where they are packed."""
    yield content.decode("latin-1")
    for match in re.finditer(rb"(?:zTXt|iTXt|iCCP)[^\0]{1,79}\0+", content):
        try:
            unpacking = zlib.decompressobj()
            yield unpacking.decompress(content[match.end() :], _UNPACKED_BYTES).decode("utf-8")
        except (zlib.error, UnicodeDecodeError):
            continue


def _pdf_readings(content: bytes) -> Iterator[str]:
    try:
        reader = PdfReader(io.BytesIO(content))
        yield " ".join(page.extract_text() for page in reader.pages)
        yield from (str(value) for value in (reader.metadata or {}).values())
        xmp = reader.xmp_metadata
        if xmp is not None:
            yield plain_text(xmp.stream.get_data().decode("utf-8", errors="replace"))
        yield from (str(item.get("/Title", "")) for item in _outline(reader.outline))
    except (PyPdfError, ValueError, KeyError, OSError):
        yield content.decode("latin-1")


def _outline(items: Iterable[object]) -> Iterator[dict[str, object]]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item)
        elif isinstance(item, dict):
            yield item

"""Reads what a picture file says: EXIF, comments, text chunks, XMP, and writing in its pixels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from redaction.read.gathering import Gathering
from redaction.read.pixels import (
    PixelsError,
    can_read_pixels,
    is_photograph,
    open_picture,
    writing_in,
)
from redaction.read.reading import UnreadKind
from redaction.read.strings import readable_strings

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_MAX_CHUNK = 5_000_000
_PIXELS = frozenset({b"IDAT", b"fdAT", b"PLTE", b"tRNS", b"IHDR", b"IEND", b"pHYs", b"sRGB"})
# Frames, tables and scans: how pixels are coded.
_JPEG_CODING = frozenset({0xC4, 0xDB, 0xDD, *range(0xC0, 0xC4), *range(0xC5, 0xD0)})
_PROFILE = b"ICC_PROFILE"
_SIGNATURES = frozenset({"JFIF", "JFXX", "Exif", "Ducky", "Adobe", "Photoshop 3.0"})


def is_picture(content: bytes) -> bool:
    """Whether ``content`` starts like a picture file of a known format."""
    return (
        content.startswith((_PNG, _JPEG, b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a"))
        or content[40:44] == b" EMF"
        or content[8:12] in (b"WEBP", b"avif", b"heic")
        or content[4:8] in (b"ftyp", b"jP  ")
    )


def read_picture(content: bytes, where: str, part: str, gathering: Gathering) -> None:
    """Add what the picture says beside its pixels, and in them as far as they can be read."""
    texts = [
        text
        for segment in _segments(content)
        for text in readable_strings(segment, minimum=3)
        if text not in _SIGNATURES
    ]
    gathering.add_hidden(texts, f"data of the {where}", part)
    try:
        read_pixels(open_picture(content), where, part, gathering)
    except PixelsError as error:
        note_unseen(error, where, part, gathering)


def read_pixels(picture: Image.Image, where: str, part: str, gathering: Gathering) -> None:
    """Add the writing in ``picture``, and note what only a person can see in it.

    Raises PixelsError where it can't be read.
    """
    if not can_read_pixels():
        raise PixelsError("Tesseract, which reads writing in pictures, is not installed")
    if gathering.pictures_left <= 0:
        raise PixelsError("the file has too many pictures")
    gathering.pictures_left -= 1
    gathering.add(writing_in(picture), f"writing in the {where}", part)
    if is_photograph(picture):
        why = "this picture is a photograph, which may show a face or a place"
        gathering.unread(where, part, why, UnreadKind.PICTURE)
    else:
        why = "the writing in this picture was read by a program, which can miss faint letters"
        gathering.unread(where, part, why, UnreadKind.SKIMMED)


def note_unseen(error: PixelsError, where: str, part: str, gathering: Gathering) -> None:
    """Note that a picture's pixels could not be read, and why."""
    why = f"no one could look inside this picture: {error}"
    gathering.unread(where, part, why, UnreadKind.PICTURE)


def _segments(content: bytes) -> Iterator[bytes]:
    """The stretches of a picture file that are not pixels."""
    if content.startswith(_PNG):
        return _png_chunks(content)
    if content.startswith(_JPEG):
        return _jpeg_segments(content)
    return iter([content])


def _png_chunks(content: bytes) -> Iterator[bytes]:
    position = len(_PNG)
    while position + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, position)
        body = content[position + 8 : position + 8 + length]
        position += 12 + length
        if kind == b"IEND":
            break
        if kind not in _PIXELS and kind != b"iCCP":
            yield body
            yield _inflated(body)
    yield content[position:]


def _inflated(chunk: bytes) -> bytes:
    """What the compressed tail of a zTXt or iTXt chunk unpacks to; empty when it has none."""
    for start in (index for index in range(min(len(chunk), 200)) if chunk[index] == 0x78):
        try:
            return zlib.decompressobj().decompress(chunk[start:], _MAX_CHUNK)
        except zlib.error:
            continue
    return b""


def _jpeg_segments(content: bytes) -> Iterator[bytes]:
    position = 2
    while position + 4 <= len(content) and content[position] == 0xFF:
        marker, length = content[position + 1], struct.unpack_from(">H", content, position + 2)[0]
        body = content[position + 4 : position + 2 + length]
        position += 2 + length
        if marker == 0xDA:
            break
        if marker not in _JPEG_CODING and not body.startswith(_PROFILE):
            yield body
    end = content.rfind(b"\xff\xd9")
    if end >= 0:
        yield content[end + 2 :]

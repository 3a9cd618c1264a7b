"""What is packed into a file: gzip, zip and data in addresses, in each other too."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from publication.residue.readings import UnsearchableError

_MOST_BYTES = 50_000_000
"""More than this out of one file is not ours."""
_MOST_LAYERS = 8
_GZIP = 31
"""How zlib is told to expect gzip's frame."""
_BARE_GZIP = b"\x1f\x8b\x08\x00"
"""How a gzip stream begins that has no more than the packed bytes."""
_DATA = re.compile(rb"data:[^,\"'<>\s]{0,100};base64,([A-Za-z0-9+/=_-]{16,})")


def unpacked(content: bytes, layers: int = _MOST_LAYERS) -> Iterator[bytes]:
    """``content`` itself and everything packed into it.

    Raises ``UnsearchableError`` for what is broken, locked, too deep or too large.
    """
    if len(content) > _MOST_BYTES or not layers:
        raise UnsearchableError
    yield content
    for part in _packed(content):
        yield from unpacked(part, layers - 1)


def wholly_packed(content: bytes) -> bool:
    """Whether ``content`` is one gzip stream: no name, no remark, nothing behind it.

    As it stands, it has no text then, and reading its bytes as one would be long and for nothing.
    """
    if not content.startswith(_BARE_GZIP):
        return False
    stream = zlib.decompressobj(_GZIP)
    try:
        stream.decompress(content, _MOST_BYTES + 1)
    except zlib.error:
        return False
    return stream.eof and not stream.unused_data


def _packed(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        yield _gunzipped(content)
    elif content.startswith(b"PK\x03\x04"):
        yield from _members(content)
    for match in _DATA.finditer(content.replace(b"%2B", b"+").replace(b"%2F", b"/")):
        yield _from_base64(match[1])


def _gunzipped(content: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            return packed.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnsearchableError from error


def _members(content: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield "\n".join(archive.namelist()).encode()
            yield archive.comment
            for item in archive.infolist():
                with archive.open(item) as member:
                    yield member.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError, zlib.error) as error:
        raise UnsearchableError from error  # RuntimeError: locked, or packed in an unknown way


def _from_base64(written: bytes) -> bytes:
    usual = written.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    try:
        return base64.b64decode(usual + b"=" * (-len(usual) % 4))
    except binascii.Error:
        return b""  # cut short: not data that anything could show

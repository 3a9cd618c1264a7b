"""Opens the zip package of an Office file within bounds, with every byte accounted for."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from redaction.errors import RedactionError
from redaction.read.gathering import Gathering
from redaction.read.names import REL
from redaction.read.safe_xml import UnsafeXmlError, parse_xml

MAX_ENTRIES = 5_000
MAX_RATIO = 300
"""How many times larger than packed a large entry may be; Word's own XML stays under 60."""
_RATIO_MATTERS_FROM = 4_000_000
_LOCAL_HEADER = b"PK\x03\x04"


@dataclass(frozen=True)
class Entry:
    """One file in a package. Two entries may share a name; both are kept."""

    name: str
    content: bytes
    notes: bytes = b""
    """What the zip directory says besides: the entry's comment and its extra field."""


@dataclass(frozen=True)
class Relationship:
    """A link from one part of a package to another part or to something outside."""

    source: str
    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type: "image", "hyperlink", "footnotes"."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True)
class Package:
    """A package's entries in the order of its directory, and what lies between and around."""

    entries: tuple[Entry, ...]
    comment: bytes = b""
    stray: tuple[bytes, ...] = ()
    """Bytes of the file that belong to no entry of the directory."""
    relationships: tuple[Relationship, ...] = field(default=())

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """The content of each entry by name; the last wins, as in Word."""
        return {entry.name: entry.content for entry in self.entries}

    @property
    def main_part(self) -> str | None:
        """The name of the part that holds the document itself."""
        for link in self.relationships:
            if link.source == "" and link.kind == "officeDocument":
                return link.target
        return None

    def related(self, source: str) -> dict[str, Relationship]:
        """The relationships of the part ``source`` by their id."""
        return {link.id: link for link in self.relationships if link.source == source}


def open_package(content: bytes, gathering: Gathering) -> Package:
    """The package in ``content``. Raises RedactionError when it is broken, encrypted or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _refuse_crowds(infos, gathering)
            entries = tuple(_read(archive, info, gathering) for info in infos)
            stray = _stray(content, infos, archive.start_dir)
            comment = archive.comment
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as error:
        raise RedactionError.because(
            gathering.file, "the file is broken or cut short", "Ask for the file again"
        ) from error
    except (NotImplementedError, RuntimeError) as error:
        raise RedactionError.because(
            gathering.file,
            "it is packed in a way that Word doesn't use",
            "Open it in Word, save it again, and use that file",
        ) from error
    links = tuple(link for entry in entries for link in _relationships(entry))
    return Package(entries, comment, stray, links)


def _refuse_crowds(infos: list[zipfile.ZipInfo], gathering: Gathering) -> None:
    if len(infos) > MAX_ENTRIES:
        raise RedactionError.because(
            gathering.file,
            f"it holds more than {MAX_ENTRIES:,} parts",
            "Open it in Word, save it again, and use that file",
        )


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, gathering: Gathering) -> Entry:
    if info.flag_bits & 0x1:
        raise RedactionError.because(
            gathering.file,
            "it is protected by a password",
            "Take the password off, save it, and use that file",
        )
    too_dense = info.file_size > MAX_RATIO * max(info.compress_size, 1)
    if too_dense and info.file_size > _RATIO_MATTERS_FROM:
        gathering.unpack(gathering.unpacked_left + 1)
    gathering.unpack(info.file_size)
    return Entry(info.filename, archive.read(info), info.comment + b"\0" + info.extra)


def _stray(content: bytes, infos: list[zipfile.ZipInfo], end: int) -> tuple[bytes, ...]:
    """What stands before ``end`` but in no entry: removed files, prefixes, hidden notes."""
    gaps: list[bytes] = []
    position = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset > position:
            gaps.append(content[position : info.header_offset])
        name_length, extra_length = struct.unpack_from("<HH", content, info.header_offset + 26)
        body = info.header_offset + 30 + name_length + extra_length + info.compress_size
        position = max(position, body + _descriptor_length(content, info, body))
    if end > position:
        gaps.append(content[position:end])
    return tuple(_unpacked(gap) for gap in gaps if gap.strip(b"\0"))


def _descriptor_length(content: bytes, info: zipfile.ZipInfo, body: int) -> int:
    if not info.flag_bits & 0x8:
        return 0
    return 16 if content[body : body + 4] == b"PK\x07\x08" else 12


def _unpacked(gap: bytes) -> bytes:
    """A gap, followed by what the entry that it may hold unpacks to (at most 10 MB)."""
    if not gap.startswith(_LOCAL_HEADER) or len(gap) < 30:
        return gap
    name_length, extra_length = struct.unpack_from("<HH", gap, 26)
    try:
        body = zlib.decompressobj(-15).decompress(gap[30 + name_length + extra_length :], 10**7)
    except zlib.error:
        return gap
    return gap[: 30 + name_length] + b"\n" + body


def _relationships(entry: Entry) -> list[Relationship]:
    if not entry.name.endswith(".rels"):
        return []
    try:
        root = parse_xml(entry.content)
    except UnsafeXmlError:
        return []
    folder, _, name = entry.name.rpartition("_rels/")
    source = folder + name.removesuffix(".rels")
    return [
        Relationship(
            source,
            str(link.get("Id", "")),
            str(link.get("Type", "")),
            _resolved(folder, str(link.get("Target", "")), str(link.get("TargetMode", ""))),
            link.get("TargetMode") == "External",
        )
        for link in root.iter(REL.Relationship)
    ]


def _resolved(folder: str, target: str, mode: str) -> str:
    """A target as a part name without leading slash, or unchanged when it is external."""
    if mode == "External":
        return target
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target)) if target else ""

"""Reads compound files (OLE): the streams of embedded objects, old Office files and macros.

Written after the published format descriptions [MS-CFB] and, for macro source, [MS-OVBA].
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""Sector numbers from here on mean "no sector"."""
_SOURCE = b"\x00Attribut"
_MAX_SOURCE = 5_000_000


@dataclass(frozen=True)
class Stream:
    """One named stream of a compound file."""

    name: str
    content: bytes


class _Sectors:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.size = 1 << min(struct.unpack_from("<H", content, 30)[0], 16)
        self.table: list[int] = []
        for sector in self._table_sectors():
            self.table.extend(_numbers(self.sector(sector)))

    def sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        return self.content[start : start + self.size]

    def chain(self, number: int) -> bytes:
        pieces: list[bytes] = []
        while number < min(_END, len(self.table)) and len(pieces) <= len(self.table):
            pieces.append(self.sector(number))
            number = self.table[number]
        return b"".join(pieces)

    def _table_sectors(self) -> list[int]:
        header = list(struct.unpack_from("<109I", self.content, 76))
        following = struct.unpack_from("<I", self.content, 68)[0]
        while following < _END and len(header) < len(self.content) // self.size + 128:
            numbers = _numbers(self.sector(following))
            if not numbers:
                break
            header.extend(numbers[:-1])
            following = numbers[-1]
        return [number for number in header if number < _END]


def _numbers(sector: bytes) -> list[int]:
    return [number for (number,) in struct.iter_unpack("<I", sector[: len(sector) // 4 * 4])]


def read_streams(content: bytes) -> list[Stream]:
    """The streams of a compound file with their sectors joined. Raises ValueError if broken."""
    try:
        sectors = _Sectors(content)
        directory = sectors.chain(struct.unpack_from("<I", content, 48)[0])
        cutoff, mini_start = struct.unpack_from("<II", content, 56)
    except struct.error as error:
        raise ValueError("the compound file is cut short") from error
    mini_table = _numbers(sectors.chain(mini_start))
    streams: list[Stream] = []
    mini = b""
    for position in range(0, len(directory) - 127, 128):
        name, kind, start, size = _directory_entry(directory[position : position + 128])
        if kind == 5:
            mini = sectors.chain(start)
        elif kind == 2:
            small = size < cutoff
            body = _mini_chain(mini, mini_table, start) if small else sectors.chain(start)
            streams.append(Stream(name, body[:size]))
        elif name:
            streams.append(Stream(name, b""))
    return streams


def _directory_entry(entry: bytes) -> tuple[str, int, int, int]:
    length = min(struct.unpack_from("<H", entry, 64)[0], 64)
    name = entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
    start, size = struct.unpack_from("<II", entry, 116)
    return name, entry[66], start, size


def _mini_chain(mini: bytes, table: list[int], number: int) -> bytes:
    pieces: list[bytes] = []
    while number < min(_END, len(table)) and len(pieces) <= len(table):
        pieces.append(mini[number * 64 : number * 64 + 64])
        number = table[number]
    return b"".join(pieces)


def macro_source(stream: bytes) -> bytes:
    """The decompressed source of a macro module; empty when the stream holds none."""
    start = stream.find(_SOURCE)
    if start >= 3:
        return decompress(stream[start - 3 :])
    return decompress(stream) if stream[:1] == b"\x01" else b""


def decompress(container: bytes) -> bytes:
    """[MS-OVBA] 2.4.1: a signature byte, then chunks of literal bytes and copy tokens."""
    result = bytearray()
    position = 1
    while position + 2 <= len(container) and len(result) < _MAX_SOURCE:
        header = struct.unpack_from("<H", container, position)[0]
        if header & 0x7000 != 0x3000:
            break
        end = min(position + (header & 0x0FFF) + 3, len(container))
        if header & 0x8000:
            _decompress_chunk(container[position + 2 : end], result)
        else:
            result += container[position + 2 : end]
        position = end
    return bytes(result)


def _decompress_chunk(chunk: bytes, result: bytearray) -> None:
    start, position = len(result), 0
    while position < len(chunk):
        flags = chunk[position]
        position += 1
        for bit in range(8):
            if position >= len(chunk):
                return
            if not flags >> bit & 1:
                result.append(chunk[position])
                position += 1
            elif not _copy(chunk[position : position + 2], result, start):
                return
            else:
                position += 2


def _copy(token: bytes, result: bytearray, start: int) -> bool:
    """Repeat what a copy token points back to; whether there was something to repeat."""
    done = len(result) - start
    if len(token) < 2 or done == 0:
        return False
    bits = max((done - 1).bit_length(), 4)
    value = struct.unpack("<H", token)[0]
    offset = (value >> (16 - bits)) + 1
    if offset > done:
        return False
    for _ in range((value & (0xFFFF >> bits)) + 3):
        result.append(result[-offset])
    return True

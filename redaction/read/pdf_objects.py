"""Walks every object of a PDF, reached or not, for text that is not on the pages."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from redaction.errors import RedactionError
from redaction.read.fold import spell_out
from redaction.read.gathering import Gathering
from redaction.read.pdf_names import LABELS, is_usual_name, label_of
from redaction.read.pdf_streams import read_stream
from redaction.read.pdf_strings import decoded

MAX_OBJECTS = 500_000
_TEXTUAL = re.compile(r"[^\W\d_]{2}")
_DATE = re.compile(r"D:\d{4}[\d+\-Z']*|\d{4}-\d\d-\d\dT[\d:+\-Z.]+")
# Identifiers, glyph tables, checksums and encryption: never words.
_DULL_KEYS = frozenset(
    {"/ID", "/CharSet", "/Differences", "/CheckSum", "/O", "/U", "/OE", "/UE", "/Perms",
     "/Panose", "/Registry", "/Ordering", "/Lang", "/ByteRange", "/Filter", "/Lookup", "/NU"}
)  # fmt: skip


@dataclass
class ObjectWalk:
    """What a walk over the objects of one PDF meets.

    ``known`` holds the strings met, ``raw`` digests of the streams met, so that a scan of the
    raw bytes can tell what no object of the current revision holds.
    """

    reader: PdfReader
    gathering: Gathering
    visible: frozenset[str]
    """The words on the pages."""
    picture_places: dict[int, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    """What streams are, by object number, as far as what leads to them says."""
    known: set[str] = field(default_factory=set)
    raw: set[bytes] = field(default_factory=set)
    _texts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _fonts: set[int] = field(default_factory=set)
    _font_tags: set[str] = field(default_factory=set)
    _info: int = 0

    def read(self, broken: tuple[type[Exception], ...]) -> None:
        """Walk all objects; one that is ``broken`` is left to the scan of the raw bytes."""
        info = self.reader.trailer.raw_get("/Info") if "/Info" in self.reader.trailer else None
        self._info = info.idnum if isinstance(info, IndirectObject) else 0
        self._walk(self.reader.trailer, "trailer", "")
        streams: list[tuple[int, StreamObject]] = []
        for number, generation in self._numbers():
            try:
                item = self.reader.get_object(IndirectObject(number, generation, self.reader))
            except broken:
                continue
            label = "document properties" if number == self._info else ""
            self._walk(item, label, "")
            if isinstance(item, StreamObject):
                streams.append((number, item))
        for number, stream in streams:
            self.raw.add(hashlib.sha256(stream._data).digest())
            if number not in self._fonts:
                try:
                    read_stream(self, number, stream)
                except RedactionError:
                    raise
                except broken:
                    self.gathering.unread(f"object {number}", f"object {number}", "it is broken")
        for where, texts in self._texts.items():
            kept = [text for text in texts if text not in self._font_tags]
            self.gathering.add_hidden(kept, where, "objects of the PDF")

    def note(self, text: str, where: str) -> None:
        """Keep one text that is not on a page."""
        text = text.strip()
        self.known.add(text)
        if _TEXTUAL.search(text) and not _DATE.fullmatch(text):
            self._texts[where].append(text)

    def _numbers(self) -> list[tuple[int, int]]:
        numbers = {
            (number, generation)
            for generation, table in self.reader.xref.items()
            for number in table
        }
        numbers.update((number, 0) for number in self.reader.xref_objStm)
        if len(numbers) > MAX_OBJECTS:
            raise RedactionError.because(
                self.gathering.file,
                f"it holds more than {MAX_OBJECTS:,} objects",
                "Print it to a new PDF, and use that file",
            )
        return sorted(numbers)

    def _walk(self, item: PdfObject | None, label: str, key: str) -> None:
        """Go through one object without following references: each is visited by itself."""
        waiting: list[tuple[object, str, str]] = [(item, label, key)]
        while waiting:
            current, label, key = waiting.pop()
            if isinstance(current, DictionaryObject):
                waiting.extend(self._entries(current, label))
            elif isinstance(current, ArrayObject):
                waiting.extend((each, label, key) for each in reversed(list(current)))
            elif isinstance(current, NameObject):
                self._name(str(current)[1:], key)
            elif isinstance(current, (TextStringObject, ByteStringObject)):
                self._string(current, label, key)

    def _entries(self, dictionary: DictionaryObject, label: str) -> list[tuple[object, str, str]]:
        entries: list[tuple[object, str, str]] = []
        for key in dictionary:
            value = dictionary.raw_get(key)
            name = str(key)
            if isinstance(value, IndirectObject):
                if name.startswith("/FontFile"):
                    self._fonts.add(value.idnum)
                elif name in ("/JS", "/XFA"):
                    self.labels[value.idnum] = LABELS[name]
            self._name(name[1:], "key")
            if label == "document properties":
                entries.append((value, f"document properties: {name[1:].lower()}", name))
            else:
                entries.append((value, label_of(dictionary, name) or label, name))
        return list(reversed(entries))

    def _name(self, name: str, key: str) -> None:
        if key == "/BaseFont" and name[6:7] == "+":
            self._font_tags.add(name[:6])
        if key not in _DULL_KEYS and not is_usual_name(name, key):
            self.note(spell_out(name.replace("#20", " ")), "names inside the PDF")

    def _string(self, value: TextStringObject | ByteStringObject, label: str, key: str) -> None:
        text = decoded(value) if isinstance(value, bytes) else str(value)
        self.known.add(text.strip())
        if key in _DULL_KEYS or (key == "/FontFamily" and is_usual_name(text, key)):
            return
        if key in ("/URI", "/F", "/UF", "/T", "/Names", "/Limits", "/D", "/Dest"):
            text = spell_out(unquote(text))
        self.note(text, label or LABELS.get(key, "text of an object"))

"""Gives the texts and bytes of a Rich Text file's destinations their place, and keeps them."""

from __future__ import annotations

import re

from redaction.read.embedded import file_start, read_embedded
from redaction.read.gathering import Gathering
from redaction.read.marks import is_dull, known_values
from redaction.read.open_marks import own_words
from redaction.read.rtf_places import HEX, PROPERTIES
from redaction.read.rtf_state import Collector
from redaction.read.word_pieces import Piece, unseen_stretches
from redaction.read.word_story import DULL_INSTRUCTION

_NOT_HEX = re.compile(rb"[^0-9a-fA-F]+")
_PROGRAMS = ("LibreOffice", "OpenOffice", "Riched", "Msftedit", "Microsoft Word")
_BYTES = {
    "pict": "picture", "objdata": "embedded file", "datastore": "custom XML",
    "themedata": "theme", "colorschememapping": "theme", "datafield": "form field",
}  # fmt: skip


class Emitter:
    """Keeps passages; knows which paragraph is read, and who made changes and comments."""

    def __init__(self, gathering: Gathering, part: str) -> None:
        self._gathering = gathering
        self._part = part
        self._paragraph = 1
        self._row = 1
        self._column = 1
        self._numbers: dict[str, int] = {}
        self._authors: list[str] = []
        self._commenter = ""
        self._property = ""

    def author(self, number: int) -> str:
        """Who made a tracked change, by number in the file's table."""
        known = 0 <= number < len(self._authors)
        return (self._authors[number] if known else "") or "an unknown author"

    def place(self, label: str, around: Collector) -> str:
        """Where a destination is, from what it is and what is around it."""
        if label.startswith(("header", "footer", "document properties")):
            return label
        if label == "footnote":
            self._numbers[label] = self._numbers.get(label, 0) + 1
            return f"footnote {self._numbers[label]}"
        here = f"body, paragraph {self._paragraph}" if around.kind == "body" else around.where
        if label == "comment":
            return f"comment by {self._commenter or 'an unknown author'}, {here}"
        if label == "text box":
            return f"text box in {here}"
        return f"{label}, {here}" if label in _PLACED else label

    def end_of_paragraph(self, collector: Collector, word: str) -> None:
        """Keep a paragraph or a cell, and count on."""
        if collector.kind != "body":
            if collector.kind not in HEX:
                collector.pieces.append(Piece("\n"))
            return
        if word == "row":
            self._row, self._column = self._row + 1, 1
        place = f"table row {self._row}, column {self._column}" if word == "cell" else ""
        blank = self.paragraph(collector, place)
        if word == "cell":
            self._column += 1
        elif word == "par" or not blank:
            self._paragraph += 1

    def paragraph(self, collector: Collector, place: str = "") -> bool:
        """Keep what was collected, seen and unseen; whether there was nothing."""
        pieces, collector.pieces = collector.pieces, []
        where = place or collector.where
        if collector.kind == "body" and not place:
            where = f"body, paragraph {self._paragraph}"
        seen = "".join(piece.text for piece in pieces if piece.seen)
        self._gathering.add(seen.strip("\n"), where, self._part, hidden=collector.hidden)
        for stretch in unseen_stretches(pieces):
            self._gathering.add(stretch.text, f"{stretch.words}, {where}", self._part, hidden=True)
        return not pieces

    def ended(self, collector: Collector) -> None:
        """Keep what a destination held, by its kind."""
        kind, text = collector.kind, collector.text
        if kind in HEX or collector.binary:
            self._bytes(collector)
        elif kind == "revtbl":
            self._authors.extend(each.strip() for each in text.split(";")[:-1] or [text])
            names = [each for each in self._authors if each != "Unknown"]
            self._gathering.add_hidden(names, collector.where, self._part)
        elif kind in ("stylesheet", "lsdlockedexcept", "pgdsctbl", "fonttbl", "falt"):
            self._known(text, collector, "fonts" if "font" in collector.where else "styles")
        elif kind in ("sn", "sv"):
            self._shape_property(kind, text)
        elif not _is_dull(kind, text, hidden=collector.hidden):
            if kind == "atnauthor":
                self._commenter = text.strip()
            self.paragraph(collector)

    def _known(self, text: str, collector: Collector, section: str) -> None:
        known = known_values(section) | own_words()
        names = [name.strip() for name in text.split(";")]
        unusual = [name for name in names if name not in known and not is_dull(name)]
        self._gathering.add_hidden(unusual, collector.where, self._part)

    def _shape_property(self, kind: str, text: str) -> None:
        if kind == "sn":
            self._property = text.strip()
        elif not is_dull(text.strip()):
            where = PROPERTIES.get(self._property, f"setting {self._property} of a shape")
            self._gathering.add(text, where, self._part, hidden=True)

    def _bytes(self, collector: Collector) -> None:
        label = _BYTES.get(collector.kind, f"bytes of {collector.kind}")
        if label == "picture" or label == "embedded file":
            self._numbers[label] = self._numbers.get(label, 0) + 1
            label = f"{label} {self._numbers[label]}"
        content = b"".join(
            piece[1:] if piece.startswith(b"\0") else _from_hex(piece)
            for piece in _joined(collector.binary)
        )
        self._gathering.unpack(len(content))
        start = file_start(content) if collector.kind in ("objdata", "datastore") else 0
        if start > 0:
            head = f"head of the {label}"
            read_embedded(content[:start], head, self._part, self._gathering)
            content = content[start:]
        if content:
            read_embedded(content, label, self._part, self._gathering)
        if collector.pieces:
            self.paragraph(collector)


_PLACED = frozenset({"field instruction", "bookmark name"})


def _is_dull(kind: str, text: str, *, hidden: bool) -> bool:
    """Whether what a destination holds is the program's own."""
    if kind == "fldinst" and DULL_INSTRUCTION.fullmatch(text.strip()):
        return True
    if kind in ("xmlns", "generator", "leveltext") and _is_usual(text):
        return True
    return kind == "colortbl" or (hidden and is_dull(text.strip(" ;\n\0")))


def _is_usual(text: str) -> bool:
    text = text.strip().rstrip(";")
    return is_dull(text) or (text.startswith(_PROGRAMS) and len(text) < 120)


def _joined(pieces: list[bytes]) -> list[bytes]:
    """Neighbouring stretches of digits joined, for a byte may be cut in two."""
    joined: list[bytes] = []
    for piece in pieces:
        if joined and not piece.startswith(b"\0") and not joined[-1].startswith(b"\0"):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _from_hex(digits: bytes) -> bytes:
    clean = _NOT_HEX.sub(b"", digits)
    return bytes.fromhex(clean[: len(clean) // 2 * 2].decode("ascii"))

"""Walks the text of an OpenDocument file, paragraph by paragraph, with its place in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import OpenNames as N
from redaction.read.open_changes import CHANGE_ID, Change
from redaction.read.open_places import Spot, inside
from redaction.read.open_styles import OpenStyles
from redaction.read.safe_xml import local_name, namespace
from redaction.read.word_pieces import Piece, Sight, unseen_stretches

_STYLE = N.text.style_name
_SPACES = {
    N.text.tab: "\t", N.text.line_break: "\n", N.text.soft_page_break: "",
}  # fmt: skip
_BLOCKS = frozenset(
    {
        N.office.annotation, N.text.note, N.draw.frame, N.svg.title, N.svg.desc, N.text.ruby_text,
        N.draw.text_box, N.draw.custom_shape,
    }
)  # fmt: skip
_KINDS = {"change-start": Sight.INSERTED, "change-end": Sight.PLAIN}


@dataclass
class OpenStory:
    """One walk over one part. Adds a passage per paragraph and notes which texts it took.

    ``texts`` are the elements whose text is in a passage, ``tails`` those whose tail is;
    ``places`` says of each element that was visited where it is.
    """

    gathering: Gathering
    part: str
    styles: OpenStyles
    changes: dict[str, Change] = field(default_factory=dict)
    places: dict[etree._Element, str] = field(default_factory=dict)
    texts: set[etree._Element] = field(default_factory=set)
    tails: set[etree._Element] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    _inserting: str = ""

    def read(self, container: etree._Element, spot: Spot) -> None:
        """Read every paragraph in ``container``."""
        self._blocks(container, spot, Counter())

    def _blocks(self, container: etree._Element, spot: Spot, count: Counter[str]) -> None:
        for child in container:
            if not isinstance(child.tag, str):
                continue
            if child.tag in (N.text.p, N.text.h):
                count["paragraph"] += 1
                self._paragraph(child, spot.numbered_as(count["paragraph"]))
                continue
            if child.tag == N.text.tracked_changes:
                continue  # what was deleted is read where it stood
            within = inside(child, spot, count, self.styles)
            self.places[child] = within.place
            own = count if within.shares_numbers else Counter()
            self._blocks(child, within, own)

    def _paragraph(self, paragraph: etree._Element, spot: Spot) -> None:
        self.places[paragraph] = spot.place
        look = self.styles.look("paragraph", paragraph.get(_STYLE)).under(spot.ground)
        if any(_is_hidden(mark) for mark in paragraph.iter(N.text.hidden_paragraph)):
            spot = replace(spot, hidden=True, why="hidden paragraph")
        pieces: list[Piece] = []
        self._inline(paragraph, replace(spot, ground=look), pieces)
        visible = "".join(piece.text for piece in pieces if piece.seen)
        self.gathering.add(visible, spot.named, self.part, hidden=spot.hidden)
        for stretch in unseen_stretches(pieces):
            self.gathering.add(
                stretch.text, f"{stretch.words}, {spot.place}", self.part, hidden=True
            )

    def _inline(self, parent: etree._Element, spot: Spot, pieces: list[Piece]) -> None:
        unseen = spot.ground.unseen
        self._text(parent.text, unseen, pieces)
        self.texts.add(parent)
        for child in parent:
            self._child(child, spot, pieces)
            self._text(child.tail, unseen, pieces)
            self.tails.add(child)

    def _child(self, child: etree._Element, spot: Spot, pieces: list[Piece]) -> None:
        tag = child.tag
        if not isinstance(tag, str):
            return
        if tag in _SPACES:
            self._text(_SPACES[tag], spot.ground.unseen, pieces)
        elif tag == N.text.s:
            count = str(child.get(N.text.c, "1"))
            self._text(" " * (int(count) if count in map(str, range(100)) else 1), False, pieces)
        elif local_name(tag) in ("change", *_KINDS) and namespace(tag) == N.text.uri:
            self._change(child, pieces)
        elif tag in _BLOCKS or namespace(tag) in (N.draw.uri, N.table.uri):
            within = inside(child, spot, Counter(), self.styles)
            self.places[child] = within.place
            if child.tag == N.text.ruby_text and child.text:
                self.texts.add(child)
                self.gathering.add(child.text, within.named, self.part, hidden=within.hidden)
            self._blocks(child, within, Counter())
        else:
            look = self.styles.look("text", child.get(_STYLE)).under(spot.ground)
            kept = _is_hidden(child)
            self._inline(
                child, replace(spot, ground=replace(look, vanish=kept or look.vanish)), pieces
            )

    def _text(self, text: str | None, unseen: bool, pieces: list[Piece]) -> None:
        if text:
            if unseen:
                pieces.append(Piece(text, Sight.HIDDEN))
            elif self._inserting:
                pieces.append(Piece(text, Sight.INSERTED, self._inserting))
            else:
                pieces.append(Piece(text))

    def _change(self, mark: etree._Element, pieces: list[Piece]) -> None:
        identifier = str(mark.get(CHANGE_ID, ""))
        change = self.changes.get(identifier)
        kind = local_name(mark.tag)
        if kind == "change" and change is not None:
            self.used.add(identifier)
            pieces.append(Piece(change.text, Sight.DELETED, change.author))
        elif kind == "change-end":
            self._inserting = ""
        elif change is not None and change.kind == "insertion":
            self._inserting = change.author


def _is_hidden(mark: etree._Element) -> bool:
    """Whether a field that can be hidden, is."""
    hidden = (N.text.is_hidden, "true"), (N.text.display, "none")
    return mark.tag == N.text.script or any(mark.get(name) == value for name, value in hidden)

"""Details that together point to one family, though each alone might stay.

Source: SCIE and NSPCC, *Serious Case Review Quality Markers* (2016), "The report" (P37): keep
detail of the family to a minimum, because media and anonymised judgments let readers join facts
up (jigsaw identification).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redaction.detect.jigsaw_table import (
    BY_CATEGORY,
    ENTITIES,
    JIGSAWS,
    PATTERNS,
    Jigsaw,
    Piece,
)
from redaction.values import Category, Finding, Passage, Severity

RECOGNISER = "jigsaw"
ENTITY = "JIGSAW"
_SOURCE = "SCIE and NSPCC, Quality Markers 2016, “The report” (P37)"
_MOST_SHOWN = 3
"""Pieces of one kind that a finding lists; the others are counted."""


@dataclass(frozen=True)
class _Found:
    """One piece where it stands; ``firm`` where it is a finding that a person must decide on."""

    piece: Piece
    passage: int
    start: int
    end: int
    firm: bool


def jigsaws(passages: Sequence[Passage], found: Sequence[Finding]) -> list[Finding]:
    """One finding, for review, for each of ``JIGSAWS`` whose pieces all stand in the document.

    Only what a reader sees counts; what is hidden goes anyway. ``found`` are the document's
    findings, without ids. At least one piece of each must be a
    finding for review or blocked, so that what is replaced or taken out breaks the jigsaw too. A
    finding's text and place are those of its first such piece.
    """
    pieces = sorted(
        {*_found(found), *_read(passages)}, key=lambda each: (each.passage, each.start, each.end)
    )
    return [
        finding for jigsaw in JIGSAWS if (finding := _finding(jigsaw, pieces, passages)) is not None
    ]


def piece_of(finding: Finding) -> Piece | None:
    """What piece of a jigsaw ``finding`` is, if any."""
    for prefix, piece in ENTITIES:
        if finding.entity.startswith(prefix):
            return piece
    return BY_CATEGORY.get(finding.category)


def _found(found: Sequence[Finding]) -> Iterator[_Found]:
    for finding in found:
        piece = piece_of(finding)
        kept = finding.severity is Severity.NOTE
        if finding.hidden or piece is None or (kept and piece is not Piece.MOMENT):
            continue
        if finding.text:
            yield _Found(piece, finding.passage, finding.start, finding.end, not kept)


def _read(passages: Sequence[Passage]) -> Iterator[_Found]:
    for number, passage in enumerate(passages):
        for pattern, piece in PATTERNS if not passage.hidden else ():
            for hit in pattern.finditer(passage.text):
                yield _Found(piece, number, *hit.span(), firm=False)


def _finding(
    jigsaw: Jigsaw, pieces: Sequence[_Found], passages: Sequence[Passage]
) -> Finding | None:
    mine = {
        piece: _each_text_once([each for each in pieces if each.piece is piece], passages)
        for piece in jigsaw.pieces
    }
    firm = [each for found in mine.values() for each in found if each.firm]
    if not firm or any(len(mine[piece]) < count for piece, count in jigsaw.pieces.items()):
        return None
    first = min(firm, key=lambda each: (each.passage, each.start))
    passage = passages[first.passage]
    told = "; ".join(_told(piece, found, passages) for piece, found in mine.items())
    return Finding(
        id="",
        category=Category.QUASI,
        severity=Severity.REVIEW,
        text=passage.text[first.start : first.end],
        start=first.start,
        end=first.end,
        where=passage.where,
        part=passage.part,
        hidden=passage.hidden,
        reasons=(
            f"details that together point to one family: {jigsaw.why}",
            f"the pieces: {told}",
            f"what to blur: {jigsaw.blur}",
            f"little detail of the family: {_SOURCE}",
        ),
        recognisers=(RECOGNISER,),
        passage=first.passage,
        entity=ENTITY,
    )


def _each_text_once(found: Sequence[_Found], passages: Sequence[Passage]) -> list[_Found]:
    first: dict[str, _Found] = {}
    for each in found:
        words = " ".join(passages[each.passage].text[each.start : each.end].split()).casefold()
        kept = first.setdefault(words, each)
        if each.firm and not kept.firm:
            first[words] = replace(kept, firm=True)
    return list(first.values())


def _told(piece: Piece, found: Sequence[_Found], passages: Sequence[Passage]) -> str:
    shown = [
        f"“{' '.join(passages[each.passage].text[each.start : each.end].split())}”"
        f" ({passages[each.passage].where})"
        for each in found[:_MOST_SHOWN]
    ]
    more = len(found) - len(shown)
    return f"{piece.value}: {', '.join(shown)}" + (f" and {more} more" if more else "")

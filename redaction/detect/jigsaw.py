"""Details that together point to one family, though each alone might stay.

Source: SCIE and NSPCC, *Serious Case Review Quality Markers* (2016), "The report" (P37): keep
detail of the family to a minimum, because media and anonymised judgments let readers join facts
up (jigsaw identification).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from redaction.values import Category, Finding, Passage, Severity

RECOGNISER = "jigsaw"
ENTITY = "JIGSAW"
_SOURCE = "SCIE and NSPCC, Quality Markers 2016, “The report” (P37)"
_MOST_SHOWN = 3
"""Pieces of one kind that a finding lists; the others are counted."""


class Piece(StrEnum):
    """A kind of detail that is one piece of a jigsaw."""

    PLACE = "place"
    """A place, an address, a school, a surgery or a local organisation."""
    CONDITION = "rare condition"
    OCCUPATION = "unusual occupation"
    COURT = "court reference"
    ORIGIN = "nationality, language or faith"
    FAMILY = "number or order of the children"
    AGE = "child's exact age"
    MOMENT = "month or day of a birth, a death or a hearing"


ENTITIES: tuple[tuple[str, Piece], ...] = (
    ("RARE_CONDITION", Piece.CONDITION),
    ("CONDITION", Piece.CONDITION),
    ("MEDICAL", Piece.CONDITION),
    ("OCCUPATION", Piece.OCCUPATION),
    ("RARE_OCCUPATION", Piece.OCCUPATION),
    ("UK_COURT_REF", Piece.COURT),
    ("COURT_REF", Piece.COURT),
    ("UK_NEUTRAL_CITATION", Piece.COURT),
    ("UK_FAMILY_COURT", Piece.COURT),
    ("ECLI", Piece.COURT),
    ("NATIONALITY", Piece.ORIGIN),
    ("ETHNIC", Piece.ORIGIN),
    ("LANGUAGE", Piece.ORIGIN),
    ("NRP", Piece.ORIGIN),
    ("BIRTH_ORDER", Piece.FAMILY),
    ("SIBLING", Piece.FAMILY),
    ("FAMILY_SIZE", Piece.FAMILY),
    ("EXACT_AGE", Piece.AGE),
    ("UK_DATE", Piece.MOMENT),
    ("UK_LIFE_DATE", Piece.MOMENT),
    ("CASE_DATE", Piece.MOMENT),
    ("BIRTHDAY", Piece.MOMENT),
    ("RELATIVE_TIME", Piece.MOMENT),
)
"""What recognisers' entities, by how their names begin, are a piece of; the first that fits."""

_BY_CATEGORY = {Category.PLACE: Piece.PLACE, Category.ORG: Piece.PLACE}

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen)"
)
_CHILD = r"(?:boys?|girls?|sons?|daughters?|brothers?|sisters?)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
PATTERNS: tuple[tuple[re.Pattern[str], Piece], ...] = (
    (
        re.compile(
            rf"\b{_CHILD}\b[^.;\n]{{0,25}}?\baged?\s{_NUMBER}\b(?!\s?(?:months|weeks|days|to|-))"
            rf"|\b{_NUMBER}[\s-]years?[\s-]old\s(?:\w{{1,15}}\s)?{_CHILD}\b",
            re.IGNORECASE,
        ),
        Piece.AGE,
    ),
    (
        re.compile(
            rf"\b(?:born|died|birth|death)\b[^.;\n]{{0,25}}?\b(?:in|of)\s{_MONTH}\s(?:19|20)\d\d\b"
        ),
        Piece.MOMENT,
    ),
)
"""Pieces that are no finding by themselves: a child's age with its sex, the month of a life."""


@dataclass(frozen=True)
class Jigsaw:
    """Pieces that together point to one family: how many of each, why, and what to blur."""

    pieces: Mapping[Piece, int]
    why: str
    blur: str


JIGSAWS = (
    Jigsaw(
        {Piece.COURT: 1, Piece.MOMENT: 1},
        "a court reference and a day lead to the judgment, and the judgment to the family",
        "leave the reference out, and give the year alone",
    ),
    Jigsaw(
        {Piece.CONDITION: 1, Piece.PLACE: 1},
        "few children of one place or school have a rare condition",
        "name the kind of condition, not the condition, and leave the place out",
    ),
    Jigsaw(
        {Piece.OCCUPATION: 1, Piece.PLACE: 1},
        "few people of one place have an unusual occupation",
        "say only that the person worked, or leave the place out",
    ),
    Jigsaw(
        {Piece.AGE: 2, Piece.PLACE: 1, Piece.MOMENT: 1},
        "the ages of two or more children with a place and a month or a day fit one family",
        "give age bands (“a pre-school child”), and the year alone",
    ),
    Jigsaw(
        {Piece.ORIGIN: 1, Piece.PLACE: 1, Piece.FAMILY: 1},
        "few families of one place have this origin and this many children",
        "leave the origin out unless the findings rest on it, and say “siblings” without a number",
    ),
)
"""The combinations that are looked for."""


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
    return _BY_CATEGORY.get(finding.category)


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

"""Which details, of which recognisers, together point to one family, why, and what to blur.

Source: SCIE and NSPCC, *Serious Case Review Quality Markers* (2016), "The report" (P37).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from redaction.values import Category


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
    ("RARE_OCCUPATION", Piece.OCCUPATION),
    ("UK_COURT_REF", Piece.COURT),
    ("NATIONALITY", Piece.ORIGIN),
    ("BIRTH_ORDER", Piece.FAMILY),
    ("SIBLING", Piece.FAMILY),
    ("EXACT_AGE", Piece.AGE),
    ("UK_DATE", Piece.MOMENT),
    ("UK_LIFE_DATE", Piece.MOMENT),
    ("CASE_DATE", Piece.MOMENT),
    ("FIXED_MOMENT", Piece.MOMENT),
)
"""What recognisers' entities, by how their names begin, are a piece of; the first that fits."""

BY_CATEGORY = {Category.PLACE: Piece.PLACE, Category.ORG: Piece.PLACE}
"""What a finding of any other entity is a piece of, by its category."""

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen)"
)
_CHILD = r"(?:boys?|girls?|sons?|daughters?|brothers?|sisters?)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_ORIGIN = (
    r"(?:Afghan|Albanian|Algerian|Angolan|Bangladeshi|Bengali|Brazilian|Bulgarian|Cameroonian"
    r"|Chinese|Colombian|Congolese|Croatian|Czech|Egyptian|Eritrean|Estonian|Ethiopian|Filipino"
    r"|Gambian|Georgian|Ghanaian|Greek|Guinean|Gujarati|Hungarian|Indian|Iranian|Iraqi|Italian"
    r"|Ivorian|Jamaican|Japanese|Kenyan|Korean|Kosovan|Kurdish|Latvian|Libyan|Lithuanian|Malawian"
    r"|Malaysian|Moldovan|Moroccan|Nepalese|Nepali|Nigerian|Pakistani|Palestinian|Pashto|Polish"
    r"|Portuguese|Punjabi|Roma|Romani|Romanian|Russian|Rwandan|Senegalese|Serbian|Sierra\sLeonean"
    r"|Slovak|Slovakian|Somali|Spanish|Sri\sLankan|Sudanese|Syrian|Tamil|Thai|Tunisian|Turkish"
    r"|Ugandan|Ukrainian|Urdu|Vietnamese|Yemeni|Yoruba|Zambian|Zimbabwean)"
)
_OF_ORIGIN = (
    r"(?:heritage|origin|descent|background|community|national|nationality|famil(?:y|ies)|mother"
    r"|father|parents?|couple|speak(?:er|ing)|born|refugees?|asylum)"
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
    (re.compile(rf"\b{_ORIGIN}[\s-]{_OF_ORIGIN}\b"), Piece.ORIGIN),
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
        "exact ages of children with a place and a month or a day fit few families",
        "give age bands (“a pre-school child”), and the year alone",
    ),
    Jigsaw(
        {Piece.ORIGIN: 1, Piece.PLACE: 1, Piece.FAMILY: 1},
        "few families of one place have this origin and this many children",
        "leave the origin out unless the findings rest on it, and say “siblings” without a number",
    ),
)
"""The combinations that are looked for."""

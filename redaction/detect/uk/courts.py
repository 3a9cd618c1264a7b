"""Recognisers of neutral citations, law reports and case numbers of the courts."""

from __future__ import annotations

from redaction.detect.pattern import EXACT_CASE, LIKELY, SURE, UkPatternRecognizer, called

_COURT = (
    r"EWHC|EWCA|EWFC|EWCOP|EWCC|EWMC|UKSC|UKHL|UKPC|UKUT|UKFTT|UKEAT|NIFam|NICA|NIQB|NIKB|NICh"
    r"|NICC|NIMaster|CSOH|CSIH|HCJAC|HCJ|SAC|EAT"
)
_DIVISION = r"(?:\s\((?:Fam|Crim|Civ|Admin|QB|KB|Ch|B|T|Pat|Comm|TCC|AAC|IAC|HESC|OJ)\))?"
_REPORT = r"FLR|FCR|AC|WLR|All\sER|Fam\sLaw|QB|Ch|NILR|SLT|SC|Cr\sApp\sR"


class CourtReferenceRecognizer(UkPatternRecognizer):
    """What leads to a judgment or a court's file, also spaced or with slashes."""

    ENTITY = "UK_COURT_REFERENCE"
    FLAGS = EXACT_CASE
    NEAR = r"\d{3,5}/\d\d|\d{4,5}\b"
    NEAR_WORDS = r"ECLI|(?:19|20)\d\d[\])]? [A-Z]"
    PATTERNS = (
        (
            "neutral citation",
            rf"(?:\[(?:19|20)\d\d\]|\((?:19|20)\d\d\)|\b(?:19|20)\d\d)\s{{1,3}}"
            rf"(?:{_COURT})\s{{1,3}}(?:(?:Civ|Crim|Fam|Admin|B)\s{{1,3}})?B?\d{{1,5}}\b{_DIVISION}",
            SURE,
        ),
        (
            "European case law identifier",
            r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,10}:\d{4}:[A-Z0-9.]{1,25}\b",
            SURE,
        ),
        ("law report", rf"\[(?:19|20)\d\d\]\s{{1,3}}\d?\s?(?:{_REPORT})\s{{1,3}}\d{{1,4}}\b", SURE),
        ("family case", r"\b[A-Z]{2}[ /]?\d{2}[ /]?[ACDFJPZ][ /]?\d{5}\b", SURE),
        ("civil or older case", r"\b[A-Z]{2}\d{2}[A-Z]\d{4,5}\b", LIKELY),
        ("High Court claim", r"\b[A-Z]{2}-(?:19|20)\d\d-\d{6}\b", SURE),
        ("Administrative Court", r"\bCO/\d{1,5}/(?:19|20)\d\d\b", SURE),
        ("Court of Appeal", r"\b[A-C]\d/(?:19|20)\d\d/\d{3,5}(?:/[A-Z]{1,6})?\b", SURE),
        (
            "application to the European Court",
            r"(?<![\w/.])\d{5}/\d\d(?![\w/])|\b[Nn]os?\.\s\K"
            r"(?!(?:19|20)\d\d/)\d{3,5}/\d\d(?![\w/])",
            LIKELY,
        ),
        ("indictment", r"\b[TSA](?:19|20)\d\d\s?\d{4}\b", LIKELY),
        ("portal case", r"\b1[5-9]\d\d-\d{4}-\d{4}-\d{4}\b", SURE),
        (
            "called a case number",
            called(
                "[Cc]ase|[Cc]laim|[Cc]ourt|[Aa]ppeal|[Ii]ndictment",
                r"\d{10}\b|\d{2}[ /][A-Z]{2}[ /]\d{4,8}(?:[ /]\d\d)?\b",
            ),
            LIKELY,
        ),
    )

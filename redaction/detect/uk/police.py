"""Recognisers of the police's numbers for people: PNC, CRO and arrest summons."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, SURE, WITH_CONTEXT, UkPatternRecognizer, called
from redaction.detect.uk.check_digits import pnc

_PNC = r"(?:(?:19|20)\d\d|\d\d)/\d{1,7}[A-Z]\b"


class PoliceNumberRecognizer(UkPatternRecognizer):
    """A number of the Police National Computer, the Criminal Records Office, or of an arrest."""

    ENTITY = "UK_POLICE_NUMBER"
    NEAR = r"\d/\d"
    NEAR_WORDS = r"ASN\b|summons"
    PATTERNS = (
        ("called a PNC number", called(r"PNC(?:\s?ID)?|police national computer", _PNC), SURE),
        ("PNC number", rf"(?-i:(?<![\w/]){_PNC})", LIKELY),
        (
            "called a CRO number",
            called("CRO|criminal records? office", r"(?:SF\d\d/\d{1,6}[A-Z]|\d{1,6}/\d\d[A-Z])\b"),
            SURE,
        ),
        (
            "CRO number",
            r"(?-i:(?<![\w/])(?:SF\d\d/\d{4,6}[A-Z]|\d{4,6}/\d\d[A-Z])\b)",
            WITH_CONTEXT,
        ),
        (
            "arrest summons",
            called("ASN|arrest summons", r"\d\d/?\d\d[A-Z0-9]{2}/?\d\d/?\d{1,11}[A-Z]?\b"),
            SURE,
        ),
    )
    CONTEXT = ("pnc", "cro", "police", "convictions", "arrest", "criminal record")

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """A short number that nothing calls one must have the PNC's letter."""
        if name != "PNC number":
            return start, end
        year, _, serial = text[start:end].partition("/")
        long = len(serial) >= 6
        return (start, end) if long or pnc(year, serial[:-1], serial[-1]) else None

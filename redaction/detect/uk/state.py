"""Recognisers of numbers that the state gives: insurance, passport, licence, vehicle."""

from __future__ import annotations

from redaction.detect.pattern import (
    LIKELY,
    SURE,
    WITH_CONTEXT,
    UkPatternRecognizer,
    called,
)

_NINO = (
    r"(?!BG|GB|KN|NK|NT|TN|ZZ)(?:QQ"
    r"|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[ \-]?\d\d[ \-]?\d\d[ \-]?\d\d[ \-]?[A-D]\b"
)
_CURRENT = r"[A-Z]{2}(?:0[2-9]|[1-7]\d)\s?[A-Z]{3}\b"
_PREFIX = r"[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-Z]{3}\b"
_SUFFIX = r"[A-Z]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y]\b"
_DATELESS = r"[A-Z]{1,3}\s?\d{1,4}\b|\d{1,4}\s?[A-Z]{1,3}\b"
_PLATE = (
    r"(?:vehicle|car|van)?\s?(?:registration|reg|index|vrm|vrn|(?:number|licence|irish) plate"
    r"|plate)(?: mark)?"
)
_WORDS = frozenset(
    [
        "ALL",
        "AND",
        "ARE",
        "BUT",
        "CAN",
        "DAY",
        "DID",
        "FOR",
        "GET",
        "HAD",
        "HAS",
        "HER",
        "HIM",
        "HIS",
        "HOW",
        "ITS",
        "LAW",
        "MAY",
        "MEN",
        "MRS",
        "NEW",
        "NOT",
        "NOW",
        "OFF",
        "OLD",
        "ONE",
        "OUR",
        "OUT",
        "PER",
        "SAW",
        "SEE",
        "SET",
        "SHE",
        "THE",
        "TWO",
        "USE",
        "WAS",
        "WAY",
        "WHO",
        "WHY",
        "YES",
        "YET",
        "YOU",
        "ACT",
        "AGE",
        "BOY",
        "END",
        "FEW",
        "LED",
        "LET",
        "LOW",
        "MAN",
        "MET",
        "OWN",
        "PUT",
        "RAN",
        "SAY",
        "TEN",
        "TOO",
        "TRY",
        "VIA",
        "WAR",
        "YEAR",
    ]
)


class NinoRecognizer(UkPatternRecognizer):
    """A National Insurance number, of a prefix that is given out."""

    ENTITY = "UK_NINO"
    NEAR = r"\d\d[ \-]?\d\d[ \-]?\d\d"
    PATTERNS = (
        ("National Insurance number", rf"(?-i:\b{_NINO})", SURE),
        ("called a National Insurance number", called(r"NI|NINO|national insurance", _NINO), SURE),
    )


class PassportRecognizer(UkPatternRecognizer):
    """A passport's number beside the word."""

    ENTITY = "UK_PASSPORT"
    NEAR = r"(?i:passport)"
    PATTERNS = (
        (
            "called a passport",
            r"\bpassport[\s,:(]{1,3}(?:(?:number|num|no|is|was|ref)\b\.?[\s:(#]{1,3}){0,3}"
            r"\K(?:[A-Z]{2}\d{7}|\d{9})\b",
            SURE,
        ),
    )


class DrivingLicenceRecognizer(UkPatternRecognizer):
    """A driver's number of Great Britain: five letters, a date of birth, initials, three more."""

    ENTITY = "UK_DRIVING_LICENCE"
    NEAR = r"[A-Z]{2}[A-Z9]{3} ?\d{6}"
    PATTERNS = (
        (
            "driver number",
            r"(?-i:\b[A-Z]{2}[A-Z9]{3} ?\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d"
            r" ?[A-Z9]{2}\d[A-Z]{2}\b)",
            SURE,
        ),
    )


class VehicleRegistrationRecognizer(UkPatternRecognizer):
    """A vehicle's registration of any style; the least telling only beside such words."""

    ENTITY = "UK_VEHICLE_REGISTRATION"
    NEAR = r"[A-Z]{2,3} \d{1,4}"
    NEAR_WORDS = r"(?-i:[A-Z]{1,3}\d{1,3}|[a-z]{2}\d\d)|reg|plate|vr[mn]\b|index"
    PATTERNS = (
        ("since 2001", rf"(?-i:\b{_CURRENT})", LIKELY),
        ("1983 to 2001", rf"(?-i:\b(?=[A-Z]\d\d\d){_PREFIX})", LIKELY),
        ("1963 to 1983", rf"(?-i:\b(?=[A-Z]{{3}}\s?\d\d\d){_SUFFIX})", LIKELY),
        ("1963 to 2001, short", rf"(?-i:\b{_PREFIX}|\b{_SUFFIX})", WITH_CONTEXT),
        (
            "since 2001, in small letters",
            r"(?-i:\b[a-z]{2}(?:0[2-9]|[1-7]\d)\s?[a-z]{3}\b)",
            WITH_CONTEXT,
        ),
        ("Northern Irish", r"(?-i:\b[A-Z](?:I[A-Z]|[A-Z]Z)\s?\d{1,4}\b)", WITH_CONTEXT),
        ("called a registration", called(_PLATE, rf"{_CURRENT}|{_PREFIX}|{_SUFFIX}"), SURE),
        ("called a registration, dateless", called(_PLATE, rf"(?-i:{_DATELESS})"), LIKELY),
    )
    CONTEXT = (
        "car",
        "van",
        "vehicle",
        "taxi",
        "motorbike",
        "motorcycle",
        "lorry",
        "registration",
        "reg",
        "plate",
        "parked",
        "driving",
        "driven",
        "index",
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Not a code before an ordinary word in capitals: "B12 AND"."""
        letters = text[start:end].split()
        return None if any(each in _WORDS for each in letters) else (start, end)

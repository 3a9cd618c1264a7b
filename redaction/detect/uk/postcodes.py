"""Recogniser of postcodes and of their outward half."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, WITH_CONTEXT, UkPatternRecognizer

_OUTWARD = r"(?-i:[A-Z]{1,2}\d[A-Z\d]?)"
_FULL = r"[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[A-Z]{2}\b"
_HOME = (
    r"(?:lived?|lives|living|moved|moving|flat|house|home|homes|housed|hostel|property"
    r"|accommodation|estate|families|residents|address)"
)


class PostcodeRecognizer(UkPatternRecognizer):
    """A postcode in capitals; in small letters, or the district alone, beside such words."""

    ENTITY = "UK_POSTCODE"
    NEAR = r"\d[A-Za-z]{2}\b|\b[A-Z]{1,2}\d"
    PATTERNS = (
        ("postcode", r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]\d[A-Z]{2}\b)", LIKELY),
        ("postcode run together", r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}\b)", LIKELY),
        ("postcode in small letters", rf"\b{_FULL}", WITH_CONTEXT),
        (
            "called a district",
            rf"\b(?:post\s?codes?(?:\s(?:area|district|sector))?|postal "
            rf"district)\s(?:of\s)?\K{_OUTWARD}\b(?!\s?\d[A-Z]{{2}})",
            LIKELY,
        ),
        (
            "district before its word",
            rf"\bthe\s\K{_OUTWARD}(?=\s(?:area|post\s?code|district|part of)\b)",
            LIKELY,
        ),
        (
            "where one lives",
            rf"\b{_HOME}\s(?:\w{{1,12}}\s)?(?:in|to|around|near|within)\s"
            rf"(?:the\s)?\K{_OUTWARD}\b(?!\s?\d)",
            LIKELY,
        ),
    )
    CONTEXT = ("postcode", "post code", "address", "lives at", "living at", "lived at")

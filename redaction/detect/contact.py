"""Recognisers of e-mail, telephone and web addresses that never ask the network."""

from __future__ import annotations

from presidio_analyzer import Pattern
from presidio_analyzer.predefined_recognizers import EmailRecognizer, UrlRecognizer

from redaction.detect.pattern import LIKELY, SURE, UkPatternRecognizer


class OfflineEmailRecognizer(EmailRecognizer):  # type: ignore[misc]
    """Presidio's e-mail recogniser without its look-up of public suffixes on the network.

    Any address with a dot in its domain counts, also of a domain that isn't public.
    """

    LINEAR = Pattern(
        "e-mail", r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", SURE
    )

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(patterns=[self.LINEAR], supported_language=supported_language)

    def validate_result(self, pattern_text: str) -> bool:
        """The pattern decides alone."""
        return True


class WebAddressRecognizer(UrlRecognizer):  # type: ignore[misc]
    """Presidio's web address recogniser with patterns that take time in proportion to the text."""

    LINEAR = (
        Pattern("with a scheme", r"\bhttps?://[^\s<>\"')\]]{1,2000}", SURE),
        Pattern(
            "with www",
            r"\bwww\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:/[^\s<>\"')\]]{0,2000})?",
            SURE,
        ),
        Pattern(
            "bare",
            r"(?<![\w.@-])[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.(?:uk|com|org|net|example)\b"
            r"(?:/[^\s<>\"')\]]{0,2000})?",
            LIKELY,
        ),
    )  # fmt: skip

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(patterns=list(self.LINEAR), supported_language=supported_language)


class UkTelephoneRecognizer(UkPatternRecognizer):
    """A British telephone number by its shape, also from ranges not in use."""

    ENTITY = "PHONE_NUMBER"
    PATTERNS = (
        ("national", r"(?<![\w/.-])\(?0\d{2,5}\)?(?:[\s-]?\d){5,8}(?![\d/-])", LIKELY),
        (
            "international",
            r"(?<!\w)(?:\+|00)44\s?(?:\(0\))?\s?\d{2,5}(?:[\s-]?\d){5,8}(?!\d)",
            SURE,
        ),
        ("called an extension", r"\bext(?:ension)?\.?\s?\d{3,5}\b", LIKELY),
    )

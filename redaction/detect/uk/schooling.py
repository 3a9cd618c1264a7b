"""Recognisers of pupils' and learners' numbers."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, SURE, WITH_CONTEXT, UkPatternRecognizer, called
from redaction.detect.uk.check_digits import uln, upn

_UPN = r"[A-HJ-NP-RT-Z][ \-]?\d{3}[ \-]?\d{4}[ \-]?\d{4}[0-9A-HJ-NP-RT-Z]\b"


class UpnRecognizer(UkPatternRecognizer):
    """A unique pupil number, permanent or temporary, with its check letter or called one."""

    ENTITY = "UK_UPN"
    NEAR = r"\d{3}[ \-]?\d{4}[ \-]?\d{3}"
    PATTERNS = (
        ("UPN", rf"(?-i:\b{_UPN})", LIKELY),
        ("called a UPN", called("UPN|unique pupil", r"[A-Z]\d{11}[0-9A-Z]\b"), SURE),
    )
    CONTEXT = ("upn", "pupil")

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The check letter decides unless the text itself calls it one."""
        written = "".join(each for each in text[start:end].upper() if each.isalnum())
        return (start, end) if name.startswith("called") or upn(written) else None


class UlnRecognizer(UkPatternRecognizer):
    """A unique learner number: ten digits with a check digit beside such words, or called one."""

    ENTITY = "UK_ULN"
    NEAR_WORDS = r"ULN\b|learner"
    PATTERNS = (
        (
            "called a ULN",
            called("ULN|unique learner", r"\d{10}\b|\d{3} \d{3} \d{4}\b|\d{4} \d{3} \d{3}\b"),
            SURE,
        ),
        ("ULN", r"(?<![\w.,/-])\d{10}(?![\w/-])", WITH_CONTEXT),
    )
    CONTEXT = ("uln", "learner")

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """A number that is not called one must have its check digit."""
        return (start, end) if name.startswith("called") or uln(text[start:end]) else None

"""Recognisers of patients' numbers in England and Wales, Scotland and Northern Ireland."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, SURE, UkPatternRecognizer, called
from redaction.detect.uk.check_digits import begins_with_a_day, digits, eleven

_TEN = r"(?<![\w.,£/-])\d{3}[ \-]?\d{3}[ \-]?\d{4}(?![\w/-]|\.\d)"
_TEN_AS_DAY = r"(?<![\w.,£/-])\d{6}[ \-]?\d{4}(?![\w/-]|\.\d)"
_NEAR = r"\d{3}[ \-]?\d{3,4}"


class _TenDigitRecognizer(UkPatternRecognizer):
    """Ten digits that end in a check digit, or that are called such a number."""

    NEAR = _NEAR

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Numbers that nothing calls so must be right, and of the range that is given out."""
        number = digits(text[start:end])
        if name.startswith("called") or (eleven(number) and self.given_out(number)):
            return start, end
        return None

    def given_out(self, number: str) -> bool:
        """Whether ``number``, ten digits, is of the range of this kind."""
        raise NotImplementedError


class NhsNumberRecognizer(_TenDigitRecognizer):
    """An NHS number, even with a wrong check digit where it is called one."""

    ENTITY = "UK_NHS"
    PATTERNS = (
        ("called an NHS number", called("NHS", _TEN), SURE),
        ("NHS number", _TEN, SURE),
    )

    def given_out(self, number: str) -> bool:
        """400… to 499…, 600… to 799…, and 9… for tests."""
        return number[0] in "4679"


class ChiNumberRecognizer(_TenDigitRecognizer):
    """A Community Health Index number: a date of birth, three digits, a check digit."""

    ENTITY = "UK_CHI"
    PATTERNS = (
        ("called a CHI number", called("CHI|community health index", _TEN_AS_DAY), SURE),
        ("CHI number", _TEN_AS_DAY, LIKELY),
    )

    def given_out(self, number: str) -> bool:
        """A day of the calendar comes first."""
        return begins_with_a_day(number)


class HealthAndCareNumberRecognizer(_TenDigitRecognizer):
    """A Health and Care number of Northern Ireland."""

    ENTITY = "UK_HEALTH_AND_CARE"
    PATTERNS = (
        (
            "called a Health and Care number",
            called(
                r"H ?[&+] ?C|HSC|HCN|health and (?:social )?care",
                _TEN,
            ),
            SURE,
        ),
        ("Health and Care number", _TEN, LIKELY),
    )

    def given_out(self, number: str) -> bool:
        """320 000 0010 to 399 999 9999."""
        return "32" <= number[:2] <= "39"

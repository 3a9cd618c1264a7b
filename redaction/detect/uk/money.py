"""Recognisers of bank accounts."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, SURE, WITH_CONTEXT, UkPatternRecognizer, called
from redaction.detect.uk.check_digits import iban

_SORT = r"\d\d[ \-]?\d\d[ \-]?\d\d"


class BankAccountRecognizer(UkPatternRecognizer):
    """A sort code, an account number beside words that call it one, a British IBAN."""

    ENTITY = "UK_BANK_ACCOUNT"
    NEAR = r"\d\d[ \-]?\d\d[ \-]?\d\d|\bGB\d\d"
    PATTERNS = (
        ("called a sort code", called(r"sort\s?code", rf"{_SORT}\b"), SURE),
        ("called an account number", called(r"account|acct|acc|a/c", r"\d{8}\b"), SURE),
        ("sort code and account", r"(?<![\w-])\d\d-\d\d-\d\d[\s,/]{1,3}\d{8}\b", SURE),
        ("sort code", r"(?<![\w-])\d\d-\d\d-\d\d(?![\w-])", WITH_CONTEXT),
        ("called an IBAN", called("IBAN", r"GB\d\d ?[A-Z]{4}(?: ?\d){14}\b"), SURE),
        ("IBAN", r"(?-i:\bGB\d\d ?[A-Z]{4}(?: ?\d){14}\b)", LIKELY),
    )
    CONTEXT = ("sort code", "account", "bank", "paid into")

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """An IBAN that nothing calls one must have its check digits."""
        right = name != "IBAN" or iban(text[start:end].replace(" ", ""))
        return (start, end) if right else None

"""Recognisers of British numbers and codes that Presidio has not, or not well enough."""

from __future__ import annotations

from redaction.detect.pattern import (
    EXACT_CASE,
    LIKELY,
    SURE,
    WITH_CONTEXT,
    UkPatternRecognizer,
)

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


class NhsInWordsRecognizer(UkPatternRecognizer):
    """An NHS number that is called one, even where its check digit is wrong."""

    ENTITY = "UK_NHS"
    PATTERNS = (
        (
            "called an NHS number",
            r"\bNHS\s*(?:number|num|no|#)?[.:\s]{0,4}\d{3}[\s-]?\d{3}[\s-]?\d{4}\b",
            SURE,
        ),
    )  # fmt: skip


class UpnRecognizer(UkPatternRecognizer):
    """A pupil's unique number: a check letter, eleven digits, a digit or letter.

    Check letter: sum of digit times place (2 to 13) modulo 23 (DfE, *Unique pupil numbers*).
    """

    ENTITY = "UK_UPN"
    PATTERNS = (
        ("UPN", r"\b[A-HJ-NP-RT-Z][\s-]?\d{3}[\s-]?\d{4}[\s-]?\d{4}[0-9A-HJ-NP-RT-Z]\b", LIKELY),
        ("called a UPN", r"\bUPN\s*(?:number|no)?[\s:.]{0,4}[A-Z]\d{11}[0-9A-Z]\b", SURE),
    )
    CONTEXT = ("upn", "pupil")

    def validate_result(self, pattern_text: str) -> bool:
        """Whether the check letter is right, or the text itself calls it a UPN."""
        if pattern_text[:3].upper() == "UPN":
            return True
        written = "".join(character for character in pattern_text.upper() if character.isalnum())
        if len(written) != 13:
            return False
        values = [int(digit) for digit in written[1:12]]
        last = written[12]
        values.append(int(last) if last.isdigit() else _UPN_LETTERS.index(last))
        total = sum(value * place for place, value in enumerate(values, start=2))
        return written[0] == _UPN_LETTERS[total % 23]


class BankAccountRecognizer(UkPatternRecognizer):
    """A sort code, or an account number beside words that call it one."""

    ENTITY = "UK_BANK_ACCOUNT"
    PATTERNS = (
        ("called a sort code", r"\bsort\s?code[\s:.]{0,4}\d\d[\s-]?\d\d[\s-]?\d\d\b", SURE),
        (
            "called an account number",
            r"\b(?:account|acct|a/c)\s*(?:number|num|no)?[\s:.]{0,4}\d{8}\b",
            SURE,
        ),
        ("sort code and account", r"\b\d\d-\d\d-\d\d[\s,/]{1,3}\d{8}\b", SURE),
        ("sort code", r"\b\d\d-\d\d-\d\d\b", WITH_CONTEXT),
    )  # fmt: skip
    CONTEXT = ("sort code", "account", "bank")


class ProfessionalRegistrationRecognizer(UkPatternRecognizer):
    """Numbers of social workers (SWE, HCPC), nurses (NMC), doctors (GMC), teachers, officers."""

    ENTITY = "UK_PROFESSIONAL_REGISTRATION"
    PATTERNS = (
        ("social worker", r"\bSW[\s-]?\d{5,6}\b", SURE),
        ("nurse or midwife", r"\b\d{2}[A-L]\d{4}[A-Z]\b", SURE),
        ("collar number", r"\b(?-i:PC|PCSO|DC|PS|DS|WPC|WDC)\s\d{3,5}\b", SURE),
        (
            "called a registration",
            r"\b(?:GMC|GDC|HCPC|NMC|SWE|GSCC|GPhC|DfE|teacher|PIN|collar|shoulder|warrant|registration)"
            r"(?:\s(?:reference|registration))?\s*(?:number|num|no)?[\s:.#]{1,4}[A-Z]{0,3}\d{4,8}[A-Z]?\b",
            SURE,
        ),
    )


class RecordNumberRecognizer(UkPatternRecognizer):
    """Numbers of records and files: hospital, case system, crime and incident logs, PNC."""

    ENTITY = "UK_RECORD_NUMBER"
    PATTERNS = (
        (
            "called a record",
            r"\b(?:hospital|patient|case|client|crime|incident|CAD|log|URN|PNC|CRO|MRN"
            r"|ULN|Liquidlogic|Mosaic|SystmOne|EMIS|police)"
            r"(?:\s(?:file|record|reference|report|unit))?"
            r"\s*(?:number|num|no|ref|reference|ID)?[\s:.#]{1,4}"
            r"(?=[A-Z/\-]{0,6}\d)(?=[A-Z0-9/\-]{3})[A-Z0-9]{1,8}(?:[/\-][A-Z0-9]{1,10}){0,3}"
            r"(?<=\d[A-Z]?)\b(?!\s?(?:per cent|%|weeks|days|months|years))",
            WITH_CONTEXT,
        ),
        ("police national computer", r"\b(?:19|20)?\d{2}/\d{5,7}[A-Z]\b", SURE),
    )  # fmt: skip
    CONTEXT = ("number", "no", "ref", "reference", "id", "urn", "pnc", "cro", "mrn", "uln", "cad")


class CourtReferenceRecognizer(UkPatternRecognizer):
    """Neutral citations and case numbers of the family and criminal courts."""

    ENTITY = "UK_COURT_REFERENCE"
    PATTERNS = (
        (
            "neutral citation",
            r"\[(?:19|20)\d\d\]\s+(?:EWHC|EWCA|EWFC|UKSC|UKHL|EWCOP|UKUT)\s+(?:Civ\s+|Crim\s+"
            r"|B\s+)?\d{1,5}(?:\s+\((?:Fam|Admin|QB|KB|Ch|B)\))?",
            SURE,
        ),
        ("law report", r"\[(?:19|20)\d\d\]\s+\d?\s?(?:FLR|FCR|AC|WLR|All\sER)\s+\d{1,4}\b", SURE),
        ("family case", r"\b[A-Z]{2}\d{2}[CPFZ]\d{5}\b", SURE),
        ("financial or older case", r"\b(?:FD|ZC|BV|SN|LS|MA)\d{2}[A-Z]\d{4,5}\b", LIKELY),
        ("indictment", r"\b[TSA](?:19|20)\d{6}\b", LIKELY),
    )  # fmt: skip
    FLAGS = EXACT_CASE


class HandleRecognizer(UkPatternRecognizer):
    """An account on a social network: "@someone"."""

    ENTITY = "SOCIAL_HANDLE"
    PATTERNS = (
        ("handle", r"(?<![\w@./])@[A-Za-z_][\w.]{1,30}\w(?![\w@])", LIKELY),
        (
            "called an account",
            r"\b(?:facebook|instagram|snapchat|twitter|tiktok|bebo|myspace)\s(?:name|account"
            r"|profile|user)[\s:]{1,3}[\w.]{3,30}\d\b",
            LIKELY,
        ),
    )  # fmt: skip

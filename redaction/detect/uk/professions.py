"""Recognisers of registration numbers of professionals and of officers' collar numbers."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, SURE, UkPatternRecognizer, called

_RANK = r"PC|WPC|PCSO|DC|WDC|PS|DS|SC|Sgt|SGT|Insp|Inspector|WPS|Sergeant|Constable"


class ProfessionalRegistrationRecognizer(UkPatternRecognizer):
    """Numbers of social workers (SWE, HCPC), nurses (NMC), doctors (GMC), teachers, officers."""

    ENTITY = "UK_PROFESSIONAL_REGISTRATION"
    NEAR = r"\d{3}|\d\d[A-L]\d"
    PATTERNS = (
        ("social worker", r"(?-i:\bSW[ \-]?\d{5,6}\b)", SURE),
        ("nurse or midwife", r"(?-i:\b\d{2}[A-L]\d{4}[A-Z]\b)", SURE),
        (
            "collar number",
            rf"(?-i:\b(?:{_RANK}) \d{{3,5}}(?:[A-Z]{{1,2}})?\b)(?!\s(?:cases|people|words"
            rf"|children))",
            SURE,
        ),
        (
            "called a registration",
            called(
                r"General Social Care Council|General Medical Council|Nursing and Midwifery "
                r"Council|GMC|GDC|HCPC|HPC|NMC|SWE|Social Work England|GSCC|CCW|SSSC|NISCC|GPhC"
                r"|GOC|DfE|TRN|teacher(?:'s)?(?: reference)?",
                r"(?:[A-Z]{1,4}\d{4,8}|(?!(?:19|20)\d\d\b)\d{4,8}[A-Z]?|(?:RP)?\d\d/\d{4,6})\b"
                r"(?!/)",
            ),
            SURE,
        ),
        (
            "called an officer's number",
            called("collar|epaulette|shoulder|warrant|badge", r"[A-Z]{0,4}\d{2,6}[A-Z]?\b"),
            LIKELY,
        ),
        (
            "called a professional's number",
            r"\b(?:professional registration|registration|registrant|PIN)\s?(?:number|no\.?)"
            r"(?:\s(?:is|was))?[\s:.#]{1,4}\K(?:[A-Z]{0,3}\d{4,8}[A-Z]?|\d\d[A-L]\d{4}[A-Z])\b",
            SURE,
        ),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """An officer's number without a word for number must have three digits."""
        figures = sum(each.isdigit() for each in text[start:end])
        return (start, end) if figures >= 3 else None

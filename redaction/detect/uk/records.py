"""Recognisers of numbers of records and files: hospital, case system, crime and incident logs."""

from __future__ import annotations

import regex

from redaction.detect.pattern import LIKELY, UkPatternRecognizer, called

_NUMBER_WORD = (
    r"(?:\s?(?:numbers?|num|nos?|nr|ref(?:erence)?(?:\s(?:number|no))?|id|identifier|urn)\b\.?)"
)
_OWN = (
    r"URN|CRN|MRN|H/N|HN|UTR|NOMIS|OASys|Childview|Careworks|Local(?= (?:ID|no|number))|UCAS"
    r"|BRP|LL|CAD|LCS|ICS|PAS|UBRN|NOMS|Liquid\s?logic|Mosaic|Care\s?First"
    r"|SystmOne|EMIS|RiO|Paris|Frameworki|Niche|Athena|ICIS|Holmes|Protocol|Capita One|CPOMS|SIMS"
)
"""Names of systems and short words that only stand before a number of a record."""
_KINDS = (
    r"hospital|hosp|pupil|staff|payroll|patient|case|client|crime|incident|log|police|ambulance"
    r"|file|record|referral|tenancy"
    r"|housing|custody|prison|prisoner|exhibit|occurrence|attendance|certificate|home office"
    r"|complaint"
    r"|application|policy|claim|licence|invoice|event|intelligence|inc|card|pass|rent account"
    r"|order|booking|MARAC|MAPPA|LADO|A&E|our|your"
)
_NOT_CODE = r"(?!\s?(?:per cent|%|weeks?|days?|months?|years?|hours?|cases|children|people)\b)"
_PARTS = r"[A-Z0-9]{1,18}(?:[/\-][A-Z0-9]{1,14}){0,4}\b"
_CODE = (
    r"(?:(?-i:CAD )\d{1,5}(?:/\w{3,9})?\b|\d{1,6} of \d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    r"|\d\d [A-Z]{2} \d{3,7} \d\d\b|(?-i:[A-Z]{1,3}) \d{3} \d{3,4}\b|(?-i:[A-Z]{2,3}) \d{5,8}\b"
    rf"|(?=[A-Z/\-]{{0,8}}\d){_PARTS})"
)
_MIXED = (
    r"(?-i:(?=[A-Z0-9/\-]{5,40}(?![A-Z0-9/\-]))(?=[A-Z]{0,6}[/\-]?\d)"
    r"(?=[0-9/\-]{0,12}[A-Z/])(?:[A-Z0-9]{1,14}(?:[/\-][A-Z0-9]{1,14}){0,4})\b)"
)
_YEAR = regex.compile(r"(?:19|20)\d\d(?:[/\-]\d\d)?")
_YEAR_ALONE = regex.compile(r"\D{1,20}(?:19|20)\d\d\D{0,6}")
_DATE = regex.compile(r"\d{1,2}[/\-.]\d{1,2}[/\-.]\d{2,4}|\d{4}-\d\d-\d\d")


class RecordNumberRecognizer(UkPatternRecognizer):
    """A number that words beside it call one of a record, a log, a file or a case system."""

    ENTITY = "UK_RECORD_NUMBER"
    NEAR = r"\d{2}|/\d"
    PATTERNS = (
        ("called by its system", called(_OWN, _CODE) + _NOT_CODE, LIKELY),
        (
            "called a record",
            rf"\b(?:{_KINDS})(?:\s(?:file|record|report|unit|log|case|incident"
            rf"|attendance))?{_NUMBER_WORD}"
            rf"(?:\s(?:is|was))?[\s:.,#(=\-]{{1,5}}\K{_CODE}{_NOT_CODE}",
            LIKELY,
        ),
        (
            "a code after a kind of record",
            rf"\b(?:crime|incident|log|ambulance|custody record|exhibit|record|reference|ref|file)"
            rf"(?:\s(?:report|incident|log))?[\s:.,#(]{{1,4}}\K{_MIXED}",
            LIKELY,
        ),
        (
            "called a number, with letters",
            r"\b(?:numbers?|nos?|ref|code|badge|crn)\b\.?[\s:(]{1,3}\K(?-i:[A-Z]{1,3} ?\d{4,8})\b",
            LIKELY,
        ),
        (
            "job number",
            r"\b(?:job|repair|unit|order|message|account|case|ticket) "
            r"no\b\.?[\s:(]{1,3}\K\d{5,10}\b",
            LIKELY,
        ),
        (
            "any number",
            r"\b(?:number|no\.|ref(?:erence)?(?:\sno)?)[\s:(#]{1,3}\K(?:\d{5,12}"
            r"|\d{2,3}/\d{3,6})\b(?![/-]\d)",
            LIKELY,
        ),
        (
            "card or account",
            r"\b(?:rent account|library card|bus pass|membership)[\s:]{1,3}\K"
            r"(?:[A-Z]{1,3}\d{5,9}|\d{6,12})\b",
            LIKELY,
        ),
        (
            "of a machine, a message or a bleep",
            r"\b(?:bleep|pager|(?:meter|message|serial|candidate|membership) (?:number|no\b\.?))"
            r"[\s:]{1,2}\K(?-i:[A-Z]{0,4} ?\d[\d/-]{2,14})(?!\w)",
            LIKELY,
        ),
        ("after a body's letters", r"(?-i:\b[A-Z]{3,6} \d{7,10})\b", LIKELY),
        ("after a body's letters, of a year", r"(?-i:\b[A-Z]{3,4} \d{3,6}/\d\d)(?![\w/])", LIKELY),
        ("end of a card's number", r"\bcard ending(?: in)?\s\K\d{4}\b", LIKELY),
        (
            "log of a day",
            r"\b(?:inc(?:ident)?|log|call)\b\.?(?:\s(?:log|no|number"
            r"|ref)\b\.?){0,2}[\s:]{1,2}\K(?:\d{2,5}(?=\s(?:of\s)?\d)|\d{2,5}/\d{4,8}\b)",
            LIKELY,
        ),
        ("called a log", r"\b(?:call|police|incident|command) log\s\K\d{3,5}\b", LIKELY),
        (
            "establishment",
            r"\b(?:DfE|LAESTAB|establishment)(?:\s(?:number|no|ref"
            r"|code)\b\.?)?[\s:]{1,2}\K\d{3}/\d{4}\b",
            LIKELY,
        ),
        ("of a day", r"(?-i:\b[A-Z]{2} ?\d{3,5} of \d{6}\b)", LIKELY),
        (
            "code with lines",
            r"(?-i:(?<![\w/.@-])[A-Z]{1,5}(?:[/-][A-Z0-9]{1,8}){1,4}\b(?![/@-]\w))",
            LIKELY,
        ),
        (
            "code with lines, in parts",
            r"(?<![\w/.@-])(?=[A-Za-z\d/]{0,20}[A-Za-z])\w{1,6}(?:/[A-Za-z\d]{1,8}){2,4}(?![\w/@-])",
            LIKELY,
        ),
        (
            "number of a case",
            r"\b(?:case|indictment)\s(?:no\.?\s)?\K(?-i:[A-Z]{1,2}\d{2,5}/\d{2,5})(?![\w/])",
            LIKELY,
        ),
        ("after a body's letters, year first", r"(?-i:\b[A-Z]{2,6} \d\d/\d{3,6})(?![\w/])", LIKELY),
        ("crime number", r"(?<![\w/])\d\d/\d{4,6}/\d\d(?![\w/])", LIKELY),
        ("exhibit", r"\bexhibit\s\K(?-i:[A-Z]{2,3}/\d{1,3})\b", LIKELY),
        ("police log", r"(?-i:\bCAD[ /]?\d{2,5}(?:/\w{4,9})?\b)", LIKELY),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Three digits or more, or a mixed code; a year or a date is none."""
        written = text[start:end]
        if _YEAR.fullmatch(written) or _DATE.fullmatch(written):
            return None
        figures = sum(each.isdigit() for each in written)
        if name.startswith("code with lines") and (figures < 4 or _YEAR_ALONE.fullmatch(written)):
            return None
        return (
            (start, end)
            if figures >= 3 or name in ("exhibit", "police log", "log of a day")
            else None
        )

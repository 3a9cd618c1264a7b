"""Numbers of applications, files, plots and decisions, alone and in lists."""

from __future__ import annotations

from redaction.detect.pattern import EXACT_CASE, LIKELY, SURE, UkPatternRecognizer

_CODE = r"(?:\p{Lu}{1,6}[\s./-]?){0,2}\d[\p{Lu}\d]{0,9}(?:[./:-][\p{L}\d]{1,10}){0,5}"
_CODES = rf"{_CODE}(?:(?:,\s?|\sand\s|,\sand\s|\sto\s|;\s){_CODE}){{0,40}}"
"""One, or a list of them."""
_LAWS = (
    r"(?:Law|Protocol|Decree|Act|Regulation|Directive|Rule|Article|Resolution|Recommendation|Order"
    r"|Ordinance|Code|Convention|Opinion|Report|Circular|Bill|Chapter|Annex|Appendix|Series"
    r"|Protocols|Laws|Legislative\sDecree|\((?:EC|EEC|EU)\))"
)


class ApplicationNumberRecognizer(UkPatternRecognizer):
    """The number of an application to an international court, by its form."""

    ENTITY = "APPLICATION_NUMBER"
    PATTERNS = (("number and year", r"(?<![\d/.,:-])\d{3,6}/\d\d(?![\d/])", SURE),)
    FLAGS = EXACT_CASE


class FileNumberRecognizer(UkPatternRecognizer):
    """What is called a number, singly or in a list, and numbers with a slash; not of laws."""

    ENTITY = "FILE_NUMBER"
    PATTERNS = (
        (
            "called a number",
            rf"(?<!\b{_LAWS}\s(?:\(\w{{2,4}}\)\s)?)\b"
            rf"(?:[Nn]os?\.|[Nn]umbers?|[Rr]ef\.|[Rr]eference)\s?(?:[Nn]o\.\s)?\K{_CODES}\b",
            LIKELY,
        ),
        (
            "plot or sheet",
            r"\b(?:[Pp]lot|[Bb]lock|[Ss]heet(?:/plan)?|[Pp]arcel|[Bb]uilding|[Ff]lat|[Aa]partment"
            rf"|[Ss]treet)s?\s(?:[Nn]os?\.\s)?(?:{_CODES}|\p{{Lu}})(?:\sof\sblock\s\p{{Lu}})?\b",
            LIKELY,
        ),
        (
            "with a slash",
            r"(?<![\d/.,:-])\b(?:\p{Lu}{1,5}[\s-]){0,3}\d{1,6}(?:/\d{1,6}){1,4}"
            r"(?:[.:\p{Lu}\d]{1,8}\d)?\b(?!/)",
            LIKELY,
        ),
        ("year and number", r"(?<![\d/.,:-])(?:19|20)\d\d:\d{1,4}\b", LIKELY),
        ("letters and figures", r"(?<![\p{L}\d-])\p{Lu}{1,4}-\d{2,9}(?:/\d{1,6})?\b", LIKELY),
    )
    FLAGS = EXACT_CASE

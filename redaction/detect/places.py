"""Recognisers of postcodes, street addresses, and schools, surgeries and hospitals by name."""

from __future__ import annotations

from redaction.detect.pattern import EXACT_CASE, LIKELY, WITH_CONTEXT, UkPatternRecognizer

_STREET = (
    "Street|Road|Avenue|Close|Drive|Lane|Court|Crescent|Gardens|Place|Square|Terrace|Grove|Way|Walk"
    "|Rise|Hill|Mews|Row|Green|Park|View|Mount|St|Rd|Ave|Cl|Dr|Cres"
)
_NAME = r"\p{Lu}[\p{Ll}\p{M}'’]+(?:-\p{Lu}?[\p{Ll}\p{M}]+){0,3}"
_NOT_A_NAME = (
    r"(?!(?:The|This|That|These|A|An|Each|Every|Any|All|One|His|Her|Their|Our|Local|Primary|Secondary"
    r"|Nursery|Special|Community|Independent|National|Regional|General|Acute|NHS|State|Maintained"
    r"|No|In|At|To|From|Of|By|If|When|While|Where|Both|Another|New|Private|Out|And|For|Pre|After"
    r"|High|Middle|Junior|Infant|Children|School|Hospital|Health|Medical|GP|Doctors|Baby|Home"
    r"|University|Royal\sCollege)\b)"
)
_WARD = (
    r"(?!(?:The|This|That|Each|Every|One|His|Her|Their|Our|A|An|Maternity|Postnatal|Antenatal|Labour"
    r"|Paediatric|Child|Children|Children['’]s|Surgical|Medical|Neonatal|Delivery|Isolation|Intensive|Care"
    r"|Hospital|Locked|Secure|Acute|General|Day|High|Dependency|Psychiatric|Stroke|Mr|Mrs|Ms|Miss|Dr)\b)"
)
_BODY = (
    r"(?:(?:C\s?of\s?E|CE|RC|Catholic|Church of England|Community|Free|High|Junior|Infants?|Primary"
    r"|Secondary|Middle|Lower|Upper|Grammar|Special|Nursery|Pre-?)\s?){0,4}"
    r"(?:School|Academy|Nursery|Pre-?school|Playgroup|Children's Centre|Sure Start|College)"
    r"|(?:Primary|Infants?|Juniors?|High)\b"
    r"|(?:Medical|Health|GP|Family|Group|Doctors'?)\s(?:Centre|Center|Practice|Surgery|Partnership)"
    r"|Surgery|Practice|Clinic|Day Nursery"
    r"|(?:(?:Royal|General|District|University|Children's|Community|Memorial|Women's|Cottage|County|Maternity)\s){0,3}"
    r"(?:Hospital|Infirmary|Hospice)"
)

_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NO_LABEL = rf"(?!\s?\d{{1,2}}\b(?!\s(?:{_MONTH})|[./-]\d))"
"""Not before the number of a label ("School 1"); a date may follow ("School 9 November")."""


class PostcodeRecognizer(UkPatternRecognizer):
    """A postcode in capitals; run together, or in small letters, only beside an address word."""

    ENTITY = "UK_POSTCODE"
    PATTERNS = (
        ("postcode", r"\b(?-i:[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]\d[A-Z]{2})\b", LIKELY),
        ("postcode run together", r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", WITH_CONTEXT),
    )
    CONTEXT = ("postcode", "post code", "address", "lives at", "living at", "lived at")


class StreetAddressRecognizer(UkPatternRecognizer):
    """A number with a street, a flat with its number, or a named street with a preposition."""

    ENTITY = "UK_STREET_ADDRESS"
    PATTERNS = (
        (
            "number and street",
            rf"\b(?:(?:Flat|Apartment|Unit)\s\d+[A-Za-z]?,?\s)?\d{{1,4}}[A-Za-z]?,?\s(?:{_NAME}\s){{1,3}}(?:{_STREET})\b",
            LIKELY,
        ),
        (
            "on a street",
            rf"\b(?:in|on|at|of|off|to|from|near)\s(?:{_NAME}\s){{1,2}}(?:Street|Road|Avenue|Lane|Crescent|Terrace|Grove|Mews|Close|Drive)\b",
            LIKELY,
        ),
    )  # fmt: skip
    FLAGS = EXACT_CASE


class LocalServiceRecognizer(UkPatternRecognizer):
    """A school, nursery, surgery or hospital by its own name, not by its kind alone."""

    ENTITY = "LOCAL_SERVICE"
    PATTERNS = (
        (
            "named service",
            rf"\b(?:St\.?\s)?{_NOT_A_NAME}{_NAME}(?:\s(?:and\s|of\s|the\s)?{_NOT_A_NAME}{_NAME}){{0,3}}\s(?:{_BODY}){_NO_LABEL}\b",
            LIKELY,
        ),
        ("ward", rf"\b{_WARD}{_NAME}(?:\s{_WARD}{_NAME})?\sWard\b", LIKELY),
        ("saint's school", rf"\bSt\.?\s{_NAME}(?=\s(?:school|nursery|surgery|hospital)\b)", LIKELY),
    )  # fmt: skip
    FLAGS = EXACT_CASE

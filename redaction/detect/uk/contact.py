"""Recognisers of e-mail, telephone and web addresses that never ask the network."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re

from redaction.detect.pattern import LIKELY, SURE, UkPatternRecognizer

_DOMAIN = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_AT = r"(?:\s?[(\[]at[)\]]\s?)"
_DOT = r"(?:\s?[(\[]dot[)\]]\s?|\sdot\s|\.)"
_EXTENSION = r"(?:[\s,]{1,3}(?:ext(?:ension|n)?|x)\b\.?:?\s?\d{2,6})?"
_END = r"(?![\d/-]|\.\d)"
_HELPLINES = frozenset(
    """
    08001111 08088005000 08082000247 116123 116000 08000284000 08088020925 03003030 08457909090
    03000030 08000280285 03003301003
    """.split()
)
"""Childline, the NSPCC, the domestic abuse helpline, Samaritans and their like."""


class OfflineEmailRecognizer(UkPatternRecognizer):
    """An e-mail address, also spelt out; any with a dot in its domain, public or not."""

    ENTITY = "EMAIL_ADDRESS"
    NEAR = r"@|[(\[][aA][tT][)\]]"
    NEAR_WORDS = r"dot\b"
    PATTERNS = (
        ("e-mail", rf"(?<![\w.+%'-])[\w.+%'-]{{1,64}}@{_DOMAIN}", SURE),
        (
            "at in brackets",
            rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,30}}){{1,4}}",
            SURE,
        ),
        (
            "in words",
            r"(?<![\w.+-])[\w.+-]{1,64}\sat\s[\w-]{1,63}(?:\sdot\s[\w-]{2,30}){1,4}",
            SURE,
        ),
    )


class UkTelephoneRecognizer(UkPatternRecognizer):
    """A British telephone number by its shape, also from ranges not in use; no public helpline."""

    ENTITY = "PHONE_NUMBER"
    NEAR = r"\(?0[ \d]\d?|\+44"
    NEAR_WORDS = "ext|tel|phone|mob|fax"
    PATTERNS = (
        (
            "national",
            rf"(?<![\w£/.,-])\(?0\d{{2,5}}\)?(?:[\s-]?\d){{5,8}}{_EXTENSION}{_END}",
            LIKELY,
        ),
        ("dots", rf"(?<![\w£/.,-])0\d{{2,4}}\.\d{{3,6}}(?:\.\d{{3,4}})?{_EXTENSION}{_END}", LIKELY),
        ("slash", rf"(?<![\w£/.,-])0\d{{3,4}}/\d{{3}}[\s-]?\d{{3,4}}{_EXTENSION}{_END}", LIKELY),
        ("spaced out", rf"(?<![\w£/.,-])0(?:[ ]\d){{9,10}}{_END}", LIKELY),
        (
            "international",
            rf"(?<!\w)\(?(?:\+|00)\s?44\)?\s?(?:\(0\))?\s?\d{{2,5}}"
            rf"(?:[\s.-]?\d){{5,8}}{_EXTENSION}(?!\d)",
            SURE,
        ),
        (
            "called an extension",
            r"\bext(?:ension|n)?\b\.?(?:\s(?:no"
            r"|number)\b\.?)?:?\s?\d{3,5}\b(?!\s(?:words|people|cases))",
            LIKELY,
        ),
        (
            "called a telephone",
            r"\b(?:tel|telephone|phone|mob|mobile|fax)\b\.?\s?(?:no"
            r"|number)?[.:\s]{1,3}\K\d{3}[\s-]?\d{3,5}\b",
            LIKELY,
        ),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Ten or eleven digits, and not those of a national helpline."""
        number = re.sub(r"\D", "", text[start:end])
        if number in _HELPLINES or (name == "dots" and len(number) < 10):
            return None
        return start, end


_NATIONAL = frozenset(
    """
    gov.uk nhs.uk gov.wales gov.scot nidirect.gov.uk legislation.gov.uk education.gov.uk
    ofsted.gov.uk justice.gov.uk judiciary.uk parliament.uk publishing.service.gov.uk
    england.nhs.uk digital.nhs.uk nationalarchives.gov.uk ons.gov.uk nspcc.org.uk
    learning.nspcc.org.uk childline.org.uk barnardos.org.uk scie.org.uk nice.org.uk bailii.org
    rcpch.ac.uk womensaid.org.uk cafcass.gov.uk ncb.org.uk cqc.org.uk lullabytrust.org.uk
    samaritans.org socialworkengland.org.uk seriouscasereviews.rip.org.uk actionforchildren.org.uk
    childrenssociety.org.uk mind.org.uk local.gov.uk nmc.org.uk gmc-uk.org hcpc-uk.org ico.org.uk
    equalityhumanrights.com refuge.org.uk researchinpractice.org.uk
    """.split()
)
"""Sites of the state and of national bodies; those of councils and trusts are none."""
_HOST = re.compile(r"(?:https?://)?(?:www\.|assets\.)?([\w.-]{1,200})", re.IGNORECASE)


class WebAddressRecognizer(UkPatternRecognizer):
    """A web address that is not one of a national body."""

    ENTITY = "URL"
    NEAR = r"(?i:https?://|www\.|\.(?:uk|com|org|net|example|info|wales|scot|cymru|co)\b)"
    PATTERNS = (
        ("with a scheme", r"\bhttps?://[^\s<>\"')\]]{1,2000}", SURE),
        (
            "with www",
            r"(?<![\w./@-])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:/[^\s<>\"')\]]{0,2000})?",
            SURE,
        ),
        (
            "bare",
            r"(?<![\w./@-])[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.(?:uk|com|org|net|example|info"
            r"|wales|scot|cymru)\b(?:/[^\s<>\"')\]]{0,2000})?",
            LIKELY,
        ),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Without the full stop of the sentence; not the pages of a national body."""
        end = start + len(text[start:end].rstrip(".,;:!?"))
        host = _HOST.match(text[start:end])
        national = host is not None and host[1].lower().rstrip(".") in _NATIONAL
        return None if national else (start, end)

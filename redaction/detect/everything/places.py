"""Places that the words around them give away: where someone lives, was born, is held."""

from __future__ import annotations

from redaction.detect.everything.spelling import CAPITAL, MONTH
from redaction.detect.pattern import EXACT_CASE, LIKELY, UkPatternRecognizer

_NAME = (
    rf"(?!{MONTH}\b)(?!Article|Rule|Section|Protocol){CAPITAL}"
    rf"(?:(?:\s|/)(?:(?:am|an\sder|de|del|della|der|la|le|les|sur|upon|on)\s)?{CAPITAL}){{0,3}}"
)
_NAMES = rf"{_NAME}(?:,\s{_NAME}){{0,2}}(?:\s\({_NAME}\))?(?:\sand\s{_NAME})?"
_KIND = (
    r"(?:town|village|city|district|province|region|municipality|commune|county|canton|island|port"
    r"|parish|borough|Borough|suburb|neighbourhood|hamlet|valley|settlement|area|District|Province|Region|Municipality)"
)
_STAY = (
    r"(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing|ent)|born|detained|held|imprisoned|custody|detention"
    r"|based|situated|located|domiciled|settled|staying|registered|employed|worked|works|working"
    r"|studied|hospitali[sz]ed|buried|serving|stationed|house|flat|apartment|home|school|hospital"
    r"|prison|moved|fled|returned|travelled|deported|expelled|transferred)"
)


class PlaceByUseRecognizer(UkPatternRecognizer):
    """A place where someone stays or was, and what is called a town, village or province."""

    ENTITY = "PLACE_BY_USE"
    PATTERNS = (
        (
            "stays there",
            rf"\b{_STAY}(?:\s(?:on\sremand|currently|together|again|back))?\s(?:in|at|near|to|from)\s"
            rf"(?:the\s)?(?:{_KIND}\sof\s)?\K{_NAMES}",
            LIKELY,
        ),
        ("kind and name", rf"\b{_KIND}\sof\s{_NAME}", LIKELY),
        (
            "name and kind",
            rf"\b{_NAME}\s{_KIND}\b(?!\s(?:Court|Authority|Council|Prosecutor|Police))",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class PlaceOfWorkRecognizer(UkPatternRecognizer):
    """Where a lawyer or doctor practises."""

    ENTITY = "PLACE_OF_WORK"
    PATTERNS = (("practises there", rf"\bpractis(?:e|es|ed|ing)\sin\s\K{_NAMES}", LIKELY),)
    FLAGS = EXACT_CASE

"""What someone is: a calling, an age, a condition of health."""

from __future__ import annotations

from redaction.detect.everything.lists import either, entries
from redaction.detect.everything.spelling import NUMBER
from redaction.detect.pattern import ANY_CASE, LIKELY, UkPatternRecognizer

_CALLING = either(entries("occupations"))
_TELLING = either(frozenset(entries("occupations")) - frozenset(entries("court_roles")))
_ADJECTIVES = (
    r"(?:(?!and|or|who|in|the|of|at|for|by|to|with|that|his|her|been|had|was)[\p{L}-]{2,20}\s){0,3}"
)
_WORK = (
    r"(?:(?:is|was|were|are|been|became|become|being|remained)\s(?:also\s|then\s|now\s|formerly\s)?"
    r"|(?:work(?:s|ed|ing)?|employ(?:ed|ment)|practi[sc](?:es|ed|ing)|serv(?:es|ed|ing)"
    r"|trained|training|qualified|appointed|elected|engaged|position|post|profession|career)"
    r"\s(?:as|of)\s|\bas\s(?=an?\s))"
)
_WHERE = (
    r"(?:\s(?:at|of|in|for)\san?\s[\p{L}-]{3,20}"
    r"(?:\s(?!and|in|who|which|where|for)[\p{L}-]{4,20})?)?"
)
_FORM = rf"(?:[a-z]{{3,15}}(?:ic|al|ous|ary|ive)|{either(entries('condition_forms'))})"


class OccupationRecognizer(UkPatternRecognizer):
    """A calling, rank or position that is said of someone: "worked as a lorry driver"."""

    ENTITY = "OCCUPATION"
    PATTERNS = (
        (
            "what someone is",
            rf"\b{_WORK}\K(?:an?\s|the\s|its\s)?{_ADJECTIVES}{_CALLING}s?\b"
            rf"(?:\sand\s(?:the\s)?{_ADJECTIVES}{_CALLING}s?\b)?{_WHERE}",
            LIKELY,
        ),
        (
            "named beside someone",
            rf"(?<=[\p{{L}})],\s|\swho,\s)(?:an?|the)\s{_ADJECTIVES}{_CALLING}\b"
            r"(?=[,.;]|\s(?:at|and|by\sprofession|who|on|in|of\sthe)\s)",
            LIKELY,
        ),
        ("by profession", rf"\b{_CALLING}(?=\sby\s(?:profession|trade|training))", LIKELY),
        ("anyone's calling", rf"\b{_TELLING}s?\b", LIKELY),
        ("a rank of professor", r"\b(?:assistant|associate|visiting)\sprofessors?\b", LIKELY),
    )
    FLAGS = ANY_CASE


class StatusRecognizer(UkPatternRecognizer):
    """What sets someone apart: a widow, an asylum seeker, someone deaf, a communist."""

    ENTITY = "STATUS"
    PATTERNS = (("status", rf"\b{either(entries('statuses'))}\b", LIKELY),)
    FLAGS = ANY_CASE


class StatedAgeRecognizer(UkPatternRecognizer):
    """An age in years, however it is written."""

    ENTITY = "STATED_AGE"
    PATTERNS = (
        ("aged", rf"\b(?:aged?|age\s(?:of|is|was))\s(?:about\s)?{NUMBER}\b", LIKELY),
        ("years old", rf"\b{NUMBER}[\s-]years?(?:[\s-]old|\sof\sage)\b", LIKELY),
    )
    FLAGS = ANY_CASE


class HealthRecognizer(UkPatternRecognizer):
    """A condition of health, with the word or two that say which."""

    ENTITY = "HEALTH"
    PATTERNS = (
        (
            "condition",
            rf"\b(?:{_FORM}\s){{0,3}}{either(entries('conditions'))}"
            r"(?:\s[A-C])?\b(?!\s(?:pension|benefit|insurance|allowance|fund))",
            LIKELY,
        ),
    )
    FLAGS = ANY_CASE

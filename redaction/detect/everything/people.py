"""People by title and initials, or by initials alone."""

from __future__ import annotations

from redaction.detect.everything.spelling import CAPITAL
from redaction.detect.pattern import EXACT_CASE, LIKELY, UkPatternRecognizer

_ALWAYS = r"(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Ambassador|Maître|Mme|Mlle|Herr|Frau)\.?"
_RANK = (
    r"(?:Judge|Justice|Sir|Lord|Lady|Colonel|Captain|Major|General|Lieutenant|Sergeant|Corporal"
    r"|Private|Inspector|Superintendent|Bishop|Imam|Rabbi|Sheikh|Counsel|Agents?|Governor|M)\.?,?"
)
_INITIAL = r"\p{Lu}\p{Ll}?\."
_INITIALS = rf"{_INITIAL}(?:[\s-]?{_INITIAL}){{0,3}}"
_SURNAME = rf"(?:(?:de|der|den|van|von|di|da|del|della|le|la|el|al|ter|zu|bin|ben|ibn)[\s-]){{0,2}}{CAPITAL}"

_NAME = rf"(?:(?:{_ALWAYS}|{_RANK})\s)?(?!The\b|Mr\b)(?:{_INITIAL}\s?)?{_SURNAME}(?:\s(?:{_INITIAL}|{_SURNAME})){{1,4}}"


class InitialledNameRecognizer(UkPatternRecognizer):
    """ "Ms A.-K. Lund", "Y. Adeyemi", "Mr B.C.": a name of which initials are given."""

    ENTITY = "INITIALLED_NAME"
    PATTERNS = (
        ("title and initials", rf"\b(?:{_ALWAYS}|{_RANK})\s{_INITIALS}(?:\s?{_SURNAME}){{0,3}}", LIKELY),
        ("title and name", rf"\b{_ALWAYS}\s{_SURNAME}(?:\s(?:{_INITIAL}|{_SURNAME})){{0,4}}", LIKELY),
        ("initials and name", rf"(?<![\p{{L}}.])(?<!^|\n){_INITIALS}\s{_SURNAME}(?:\s{_SURNAME}){{0,2}}", LIKELY),
        (
            "who applies or speaks for them",
            rf"\b(?:nationals?|represented\sby(?:\stheir\s(?:Co-)?Agents?)?|lodged\sby|Agents?|counsel),?\s\K{_NAME}"
            rf"(?:(?:,\s|\sand\s|,\sand\s){_NAME}){{0,20}}",
            LIKELY,
        ),
        ("called the applicant", rf"{_NAME}(?=,?\s\(\"the\s(?:first\s|second\s)?applicant)", LIKELY),
        ("initials alone", r"(?<![\p{L}.])(?:\p{Lu}\.[\s-]?){2,4}(?![\p{L}])", LIKELY),
    )  # fmt: skip
    FLAGS = EXACT_CASE

    def invalidate_result(self, pattern_text: str) -> bool:
        """Whether these are initials of no person: a country, a company, a Latin abbreviation."""
        return pattern_text.replace(" ", "").strip("-") in _NO_PERSON


_NO_PERSON = frozenset(
    {"U.S.", "U.K.", "U.S.A.", "E.U.", "U.N.", "A.D.", "B.C.", "S.A.", "A.G.", "P.S.", "N.B."}
)

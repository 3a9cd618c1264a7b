"""People by title and initials, by initials alone, and by what they do in the proceedings."""

from __future__ import annotations

from redaction.detect.everything.spelling import CAPITAL
from redaction.detect.pattern import EXACT_CASE, LIKELY, UkPatternRecognizer

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Ambassador|Maître|Mme|Mlle|Herr|Frau)\.?"
_RANK = (
    r"(?:Judge|Justice|Sir|Lord|Lady|Colonel|Captain|Major|General|Lieutenant|Sergeant|Corporal"
    r"|Private|Inspector|Superintendent|Bishop|Imam|Rabbi|Sheikh|Counsel|Agents?|Governor|M)\.?,?"
)
_EITHER_TITLE = rf"(?:{_TITLE}|{_RANK})"
_PARTICLE = r"(?:de|der|den|van|von|di|da|del|della|le|la|el|al|ter|zu|bin|ben|ibn)"
_SURNAME = rf"(?:{_PARTICLE}[\s-]){{0,2}}{CAPITAL}"
_INITIAL = r"\p{Lu}\p{Ll}?\."
_INITIALS = rf"{_INITIAL}(?:[\s-]?{_INITIAL}){{0,3}}"
_MORE = rf"(?:\s(?:{_INITIAL}|{_SURNAME}))"
_NAME = rf"(?:{_EITHER_TITLE}\s)?(?!The\b|Mr\b)(?:{_INITIAL}\s?)?{_SURNAME}{_MORE}{{1,4}}"
_ROLE = r"(?:nationals?|represented\sby(?:\stheir\s(?:Co-)?Agents?)?|lodged\sby|Agents?|counsel)"


class InitialledNameRecognizer(UkPatternRecognizer):
    """A name of which initials are given: "Ms A.-K. Lund", "Y. Adeyemi", "Mr B.C."; a party's."""

    ENTITY = "INITIALLED_NAME"
    PATTERNS = (
        (
            "title and initials",
            rf"\b{_EITHER_TITLE}\s{_INITIALS}(?:\s?{_SURNAME}){{0,3}}",
            LIKELY,
        ),
        ("title and name", rf"\b{_TITLE}\s{_SURNAME}{_MORE}{{0,4}}", LIKELY),
        (
            "initials and name",
            rf"(?<![\p{{L}}.])(?<!^|\n){_INITIALS}\s{_SURNAME}(?:\s{_SURNAME}){{0,2}}",
            LIKELY,
        ),
        (
            "who applies or speaks for them",
            rf"\b{_ROLE},?\s\K{_NAME}(?:(?:,\s|\sand\s|,\sand\s){_NAME}){{0,20}}",
            LIKELY,
        ),
        ("the applicant", rf"{_NAME}(?=,?\s\(\"the\s(?:first\s|second\s)?applicant)", LIKELY),
        ("initials alone", r"(?<![\p{L}.])\p{Lu}\.(?:[\s-]?\p{Lu}\.){1,3}(?![\p{L}])", LIKELY),
    )
    FLAGS = EXACT_CASE

    def invalidate_result(self, pattern_text: str) -> bool:
        """Whether these are initials of no person: a country, a company, a Latin abbreviation."""
        return pattern_text.replace(" ", "") in _NO_PERSON


_NO_PERSON = frozenset({"A.D.", "E.U.", "N.B.", "S.A.", "U.K.", "U.N.", "U.S.", "U.S.A."})

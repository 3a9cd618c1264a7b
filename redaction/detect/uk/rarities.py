"""Recognisers of what is rare enough to point to someone: conditions, occupations, positions."""

from __future__ import annotations

import re

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.pattern import LIKELY, UkPatternRecognizer, result
from redaction.detect.uk.phrases import Phrases

_OFFICE = (
    r"(?:mayor|vicar|priest|imam|rabbi|bishop|head\s?teacher|headmaster|headmistress|head "
    r"master|village policeman"
    r"|MP|councillor|council leader|chief constable|magistrate|judge|landlord|landlady|publican"
    r"|postmaster|postmistress"
    r"|lord|laird|squire|doctor|GP|footballer|celebrity|politician|consultant|director)"
)
_KIN = (
    r"(?:son|daughter|child|children|wife|husband|partner|grandson|granddaughter|niece"
    r"|nephew|brother|sister|family)"
)
_SMALL = (
    r"(?:village|town|island|hamlet|estate|school|street|parish|community|valley|city"
    r"|county|area|region|class|surgery|port|dale|glen|harbour|dock|club|college|moor)"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:an?|as|his|her|the|former|retired|trainee|local|only|was|is|ex|trained)[\s-](?:(?:a"
    r"|the|former|retired|trainee|local|keen|well-known|freelance|[\w-]+-time|[\w-]+ed)\s){0,2}$",
    re.IGNORECASE,
)
_BEFORE_CALLING = re.compile(
    r"\b(?:former|retired|trainee|apprentice|champion|licensed|registered|part-time|ex)[\s-]$"
)
_NOT_A_ROLE = re.compile(
    r"\b(?:the|a|an)\s(?:local\s)?(?:vicar|imam|rabbi|barrister|coastguard|funeral director"
    r"|undertaker|locksmith|shepherd"
    r"|member of parliament|diplomat|ambassador|bomb disposal|archdeacon|verger)$",
    re.IGNORECASE,
)


class _PhraseRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Whatever of a list of phrases stands in the text."""

    ENTITY = ""
    FILE = ""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(supported_entities=[self.ENTITY], supported_language=supported_language)
        self._phrases = Phrases(self.FILE)

    def load(self) -> None:
        """Nothing more to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results, one for each place."""
        return [
            result(self, self.first(text, start), end, LIKELY)
            for start, end in self._phrases.find(text)
            if self.counts(text, start, end)
        ]

    def counts(self, text: str, start: int, end: int) -> bool:
        """Whether a phrase in this place is meant."""
        return True

    def first(self, text: str, start: int) -> int:
        """Where what is said begins whose phrase begins at ``start``."""
        return start


class RareConditionRecognizer(_PhraseRecognizer):
    """A rare syndrome, disease or malformation by its name."""

    ENTITY = "RARE_CONDITION"
    FILE = "rare_conditions.txt"


class RareOccupationRecognizer(_PhraseRecognizer):
    """A rare occupation that someone is said to have, not one who is only called in."""

    ENTITY = "RARE_OCCUPATION"
    FILE = "rare_occupations.txt"

    def first(self, text: str, start: int) -> int:
        """With what stands before it: "retired lock-keeper"."""
        more = _BEFORE_CALLING.search(text, max(0, start - 24), start)
        return more.start() if more else start

    def counts(self, text: str, start: int, end: int) -> bool:
        """After "a", "as", "former", "his"; not "the vicar was told"."""
        before = text[max(0, start - 40) : start]
        if not _ROLE_BEFORE.search(before):
            return False
        return not _NOT_A_ROLE.search(before + text[start:end]) or bool(
            re.search(
                r"\b(?:was|is|as|be|being|worked as|became)\s(?:a|an|the)\s(?:local\s)?$", before
            )
        )


class RarePositionRecognizer(UkPatternRecognizer):
    """A position that one person of a place has: "the mayor's daughter", "the village's only"."""

    ENTITY = "RARE_OCCUPATION"
    NEAR = (
        r"'s (?i:(?:son|daughter|child|wife|husband|partner|grand|niece|nephew|brother"
        r"|sister|family)|(?:first|last|youngest|oldest))"
    )
    NEAR_WORDS = r"only\b|last\b|there\s(?:are|were)|councillor|mp\b|mayor"
    PATTERNS = (
        (
            "kin of an office",
            rf"\bthe\s(?:local\s|village\s|town\s|former\s)?{_OFFICE}'s\s{_KIN}\b",
            LIKELY,
        ),
        (
            "the only one of a place",
            rf"\b(?:the\s\K)?{_SMALL}'s\s(?:only|first|last|youngest|oldest)(?:\s[\w-]{{3,20}}){{0,2}}\b",
            LIKELY,
        ),
        (
            "the only one in a place",
            rf"\bthe\s\K(?:only|last)\s(?:[\w-]+\s){{1,3}}(?:in|on|at)\s(?:the|this|that|her|his|their)\s"
            rf"(?:whole\s|entire\s|small\s|local\s)?{_SMALL}\b",
            LIKELY,
        ),
        (
            "the only one at a calling",
            r"\bthe\s(?:only|last)\s(?:[\w-]+\s){0,2}?"
            r"(?:(?:[\w-]{2,20}(?:maker|builder|wright|smith|catcher|breeder|tuner|binder|keeper|monger))"
            r"|farrier|thatcher|cooper|saddler|midwife|vet|dentist|pharmacist|blacksmith|undertaker"
            r"|signaller|beekeeper|organist|lifeboat\s\w+|barber|interpreter|farmer|postman|baker)"
            r"\s(?:in|on|at|between|for|this\sside)\s(?:the|this|that|all|a)\b[^.,;:\n]{1,30}",
            LIKELY,
        ),
        (
            "one of so few",
            r"\b(?:there\s(?:are|were)|we\shave|has|one\sof)\s(?:only\s|just\s)?(?:the\s)?(?:two|three|four|five"
            r"|six|seven|eight|nine)\s(?-i:[A-Z][a-z]{3,14})(?:[\s-]speaking)?\s(?:families|households|children)\s"
            r"(?:in|on|at)\s(?-i:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)",
            LIKELY,
        ),
        (
            "office held",
            r"\b(?:a\s\K)?(?:former|serving|sitting|retired|local)\s(?:(?:county"
            r"|town|parish|borough|city)\s)?(?:councillor|mayor|MP)\b",
            LIKELY,
        ),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """None for a service: "the only agency in the area"."""
        body = re.search(
            r"(?i)\b(?:agency|service|professional|provider|team|organisation|unit|option"
            r"|placement|bed)\b",
            text[start:end],
        )
        return None if body else (start, end)

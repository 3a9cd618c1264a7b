"""Institutions, offices and companies by the shape of their names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.everything.lists import either, entries, nations
from redaction.detect.everything.spelling import CAPITAL
from redaction.detect.pattern import EXACT_CASE, LIKELY, UkPatternRecognizer

_LINK = r"(?:of|for|on|de|du|des|und|für|and|in|at)"
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}'-])(?:\d{{1,2}}(?:st|nd|rd|th)\s)?{CAPITAL}(?:/{CAPITAL})?"
    rf"(?:(?:\s|\s{_LINK}\s(?:the\s)?){CAPITAL}(?:/{CAPITAL})?|\s[IVX]{{1,5}}\b){{0,9}}"
)
_GLOSS = regex.compile(r"\s\((?![\"'\d]|the\b|see\b|Article|Rule|[Nn]os?\.)[^()\n]{2,90}\)")
_OPENERS = frozenset(
    """
    The A An In On At By For From To With When While Where As After Before During Between Under
    Since Until If And But Or Of That This These Those His Her Its Their He She It They Both All
    Each Every Some Any No Not However Although According Subsequently Meanwhile Further Other
    January February March April May June July August September October November December
    Article Articles Section Sections Rule Rules Law Act Mr Mrs Ms Miss Dr Professor Thus Then
    """.split()  # noqa: SIM905 - a list of words is easier to read as words
)
_SECTION = regex.compile(
    r"^(?:Vice-)?(?:President of the )?(?:First|Second|Third|Fourth|Fifth) Section"
)
_STATUTES = frozenset({"Act", "Acts", "Law", "Laws", "Code", "Bill", "Decree", "Convention"})


class InstitutionRecognizer(EntityRecognizer):  # type: ignore[misc]
    """A court, ministry, prison, university or office, with the gloss in brackets behind it.

    NAMED_BODY where a word of it tells which one; STATE_BODY where all only tell of what kind
    it is ("Supreme Administrative Court"), so that there is one in each country.
    """

    ENTITIES = ("NAMED_BODY", "STATE_BODY")

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=list(self.ENTITIES), supported_language=supported_language
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results, one for each name of a body."""
        return [
            RecognizerResult(
                entity_type=entity,
                start=start,
                end=end,
                score=LIKELY,
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                },
            )
            for entity, start, end in _bodies(text)
            if entity in entities
        ]


def _bodies(text: str) -> Iterator[tuple[str, int, int]]:
    for run in _RUN.finditer(text):
        words = _of_the_body(list(regex.finditer(r"[^\s/]+", run[0])))
        bare = [_bare(word) for word in words]
        if len(words) < 2 or _SECTION.search(" ".join(bare)) or bare[-1] in _STATUTES:
            continue
        telling = any(
            word not in _heads() and word not in _kinds() and not word[0].islower() for word in bare
        )
        end = run.start() + words[-1].end()
        gloss = _GLOSS.match(text, end)
        yield (
            "NAMED_BODY" if telling else "STATE_BODY",
            run.start() + words[0].start(),
            gloss.end() if gloss else end,
        )


def says_only_its_kind(name: str) -> bool:
    """Whether no word of ``name`` tells which body it is: "Administrative Court", "trial court"."""
    words = [word.removesuffix("'s") for word in regex.findall(r"[\p{L}\p{M}\d'-]+", name)]
    if words and name.islower():
        return words[-1].title() in _heads()
    return all(word.islower() or word in _heads() or word in _kinds() for word in words)


def _of_the_body(words: list[regex.Match[str]]) -> list[regex.Match[str]]:
    """``words`` from where the body's name begins: no opening word, no one who belongs to it."""
    first = next((at for at, word in enumerate(words) if _bare(word) in _heads()), None)
    if first is None:
        return []
    links = [at for at in range(1, first) if words[at][0].islower()]
    start = links[-1] + 1 if links else 0
    while start < len(words) and (words[start][0] in _OPENERS or words[start][0].islower()):
        start += 1
    return words[start:]


def _bare(word: regex.Match[str]) -> str:
    written: str = word[0]
    return written.removesuffix("'s").removesuffix("'")


@cache
def _heads() -> frozenset[str]:
    return frozenset(entries("body_heads"))


@cache
def _kinds() -> frozenset[str]:
    peoples = (word for nation in nations() for word in nation.peoples)
    ordinals = (f"{number}{end}" for number in range(1, 40) for end in ("st", "nd", "rd", "th"))
    return frozenset((*entries("body_kinds"), *peoples, *ordinals, "European"))


_SMALL_KIND = (
    r"(?:\s(?:municipal|regional|district|city|state|military|central|public|high|secondary|local"
    r"|psychiatric|remand|county|provincial|civil|criminal|[A-Z]-type|closed|open)){0,2}"
)
_NO_OPENER = rf"(?!(?:{'|'.join(sorted(_OPENERS))})\b)"
_NO_SHORT_NAME = rf"(?!(?:[IVXLC]+|{either(filter(str.isupper, entries('currencies')))})\b)"
_COMPANY_FORM = either(entries("company_forms"))
_GLOSSED = r"(?:\s\((?:the\s)?\p{Lu}[^()\n]{4,60}\))?"


class NamedInSmallLettersRecognizer(UkPatternRecognizer):
    """A body whose own nouns stand in small letters, "the Redmoor cemetery", and a company."""

    ENTITY = "NAMED_BODY"
    PATTERNS = (
        (
            "small letters",
            rf"(?<![.!?\n]\s)(?<![\p{{L}}'-]){_NO_OPENER}(?:{CAPITAL}\s){{0,2}}{CAPITAL}"
            rf"{_SMALL_KIND}\s{either(entries('small_heads'))}\b",
            LIKELY,
        ),
        (
            "company",
            rf"(?:(?:{CAPITAL}|\p{{Lu}}{{1,5}}\d?)\s(?:and\s|&\s)?){{1,5}}{_COMPANY_FORM}(?![\p{{L}}])",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class ShortNameRecognizer(UkPatternRecognizer):
    """A name in capitals of which no more is known, and a name in quotation marks."""

    ENTITY = "SHORT_NAME"
    PATTERNS = (
        (
            "capitals",
            rf"(?<!\p{{Lu}}{{2}}\s)(?<![\p{{L}}\d/.-]){_NO_SHORT_NAME}"
            rf"(?:\p{{Lu}}{{3,6}}\d?|\p{{Lu}}{{2,6}}\d{{1,2}})\b(?!\s\p{{Lu}}{{2}}|[/.-]\p{{L}}){_GLOSSED}",
            LIKELY,
        ),
        ("quoted", rf"(?<!\()\"{CAPITAL}(?:\s(?:{CAPITAL}|of|the|and|for)){{0,5}}\"", LIKELY),
    )
    FLAGS = EXACT_CASE

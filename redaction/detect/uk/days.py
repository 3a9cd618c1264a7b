"""Recognisers of exact days: of a life, of a case, and of the board's and law's own life."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.dates import WrittenDate, written_dates
from redaction.detect.pattern import LIKELY, SURE, result

_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s(?:the\s)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?:-|to|until|till|and|&)\s?(?:the\s)?", re.IGNORECASE)
"""Two dates with no more than this between them are one range."""

_SENTENCE = 110
"""Characters before a date in which words may say what it is of."""
_BORN = re.compile(
    r"\b(?:born|birth|d\.?o\.?b\.?|died|death|deceased|dod|birthday|passed away|stillborn"
    r"|pronounced (?:dead|life extinct)|life extinct|was killed|found dead)\b[^\n!?\x00]{0,30}$"
    r"|(?<![\w.])[bd]\.?\s$",
    re.IGNORECASE,
)
_THEN_BORN = re.compile(
    r"^(?:,?\s(?!by\b)\w+){0,4},?\s(?:(?:was|were|is)\s(?:born|stillborn|pronounced dead|found "
    r"dead)"
    r"|died|gave birth|passed away)\b",
    re.IGNORECASE,
)
_BODY = r"(?:board|panel|partnership|LSCB|SCR|committee|sub-?group|review (?:group|team)|executive)"
_DONE = (
    r"(?:agreed|approved|endorsed|ratified|accepted|adopted|signed off|commissioned|received"
    r"|considered|presented|presentation|submitted|completed|finalised)"
)
_PROCESS = re.compile(
    rf"\b(?:(?:re-?)?publish(?:ed|ing)|publication|launch(?:ed)?|came into (?:force|effect"
    rf"|operation)"
    r"|(?:comes?|coming|in) (?:into )?force|commence[ds]?|commencement|takes? effect|took effect"
    r"|royal assent|enacted|edition|version|(?:last |first )?(?:up-?dated|revised|amended)"
    r"|(?:report|letter|guidance|document|policy|procedure|protocol|summary|response|statement"
    r"|circular"
    r"|publication) (?:is |was )?(?:dated|of|completed|finished)|dated|report date|date of "
    r"(?:report|issue"
    r"|publication|meeting|this report|the report|review)|review date|next review|as at|as of"
    r"|accessed|retrieved"
    r"|issued|signed|signature|deadline|due (?:by|on)?|by when|target date|completion date"
    r"|time-?scale"
    rf"|{_BODY}(?:'s)?\s(?:\w+\s){{0,3}}(?:met|meetings?|sat|convened)|(?:meetings?|session) of "
    rf"(?:the|this) (?:\w+\s){{0,4}}{_BODY}"
    rf"|{_DONE} (?:by|to|at) (?:the|this) (?:\w+\s){{0,4}}{_BODY}|{_BODY} (?:\w+\s){{0,3}}{_DONE}"
    r"|the (?:decision|recommendation) to (?:hold|carry out|commission|undertake) (?:a|this) "
    r"(?:\w+\s){0,4}review)\b"
    r"[^.!?\n\x00]{0,45}$"
    r"|\b(?:should|must|will|shall|to be|are to|is to)\b[^.!?\n\x00]{0,90}\b(?:by|before|no "
    r"later than|from)\s(?:the\s)?(?:end of\s)?$"
    r"|(?:^|[\n\x00|])\s{0,3}(?:by|from|due|completed?|achieved|ongoing|date)[:\s]{1,3}$",
    re.IGNORECASE,
)
"""Words before a day that make it one of the board's or the law's life."""
_CASE_WORDS = re.compile(
    r"\b(?:events? of|happened|incident|injur|seen on|visited|hospital|admitted|moved|arrest"
    r"|allegation"
    r"|assault|referral|referred|scan|born|died)",
    re.IGNORECASE,
)


class LifeDateRecognizer(EntityRecognizer):  # type: ignore[misc]
    """An exact date that the text itself calls one of birth or death."""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(supported_entities=["UK_LIFE_DATE"], supported_language=supported_language)

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Dates within 30 characters after such a word, or some words before one."""
        return [
            result(self, written.start, written.end, SURE)
            for written in _days(text)
            if _is_of_a_life(text, written.start, written.end)
        ]


class UkDateRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Every exact day, in every written form; ``UK_PROCESS_DATE`` where it is the board's."""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=["UK_DATE", "UK_PROCESS_DATE"], supported_language=supported_language
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results, one for each date or range, with the day of the week before it."""
        found = []
        for start, end in _ranges(text):
            entity = "UK_PROCESS_DATE" if _is_of_process(text, start, end) else "UK_DATE"
            found.append(result(self, _with_weekday(text, start), end, LIKELY, entity))
        return found


def _days(text: str) -> Iterator[WrittenDate]:
    return (written for written in written_dates(text) if not written.american)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of dates; those that overlap or that "to" joins are one."""
    start = end = -1
    for written in _days(text):
        joined = end >= 0 and (
            written.start <= end
            or _BETWEEN.fullmatch(text, end, _with_weekday(text, written.start))
        )
        if joined:
            end = max(end, written.end)
            continue
        if end >= 0:
            yield start, end
        start, end = written.start, written.end
    if end >= 0:
        yield start, end


def _with_weekday(text: str, start: int) -> int:
    weekday = _WEEKDAY.search(text, max(0, start - 16), start)
    return weekday.start() if weekday else start


def _is_of_a_life(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 60) : start]
    return bool(_BORN.search(before) or _THEN_BORN.match(text[end : end + 70]))


def _is_of_process(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _SENTENCE) : _with_weekday(text, start)]
    said = _PROCESS.search(before)
    if said is None or _CASE_WORDS.search(before, said.start()):
        return False
    return not _is_of_a_life(text, start, end)

"""Recognisers of exact days: of a life, of a case, and of the board's and law's own life."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.dates import WrittenDate, bare_days, lone_days, written_dates
from redaction.detect.pattern import LIKELY, SURE, result, windows

_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s(?:the\s)?$",
    re.IGNORECASE,
)
_MONTHLESS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s(?:the\s)?\(?"
    r"(?:\d{1,2}(?:st|nd|rd|th)\b|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?![\w/.]\d|\w))"
    r"|(?:^|(?<=\x00\n)|(?<=\n))(?:(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])|(?:0[1-9]|[12]\d"
    r"|3[01])\.0[1-9]|(?:1[3-9]|2\d|3[01])\.(?:[1-9]|1[0-2]))(?=\s*(?:;|\||-\s|\t)"
    r"|\s\d\d[.:]?\d\d\b)"
    r"|\b\d{1,2}(?:st|nd|rd|th)\s(?:inst|ult|of\s(?:the|that|this)\s(?:same\s)?month)\b"
    r"|(?<=\bon )(?!24/7)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\w/%]|\.\d)"
    r"|(?<![\w/.])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?=\s\d\d[.:]\d\d\b)"
    r"|(?:(?<=\buntil )|(?<=\bsince )|(?<=\bafter )|(?<=\bbefore ))(?:0?[1-9]|[12]\d|3[01])/"
    r"(?:0?[1-9]|1[0-2])(?![\w/%]|\.\d)",
    re.IGNORECASE,
)
"""Days without a year or without a month: "Mon 16/9", "Weds 24th", a chronology's "20/8 14.00"."""
_WEEKDAY_AFTER = re.compile(
    r",?\s(?:the\s)?(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)
"""After a day, as "2/7/04 Friday" has it."""
_SENT = re.compile(r"(?:^|[\n\x00])[ \t>]{0,9}(?:sent|date):[ \t]", re.IGNORECASE)
_SENT_AT = re.compile(r",?\s(?:at\s)?\d{1,2}:\d\d(?::\d\d)?(?!\d)(?:\s?[ap]\.?m\b)?", re.IGNORECASE)
"""The head of an e-mail, and the time of day after its day: together they are one message's."""
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
    r"dead)|died|gave birth|passed away)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:(?<!adoption )(?<!fostering )(?<!permanency )(?<!gateway )(?<!resource )(?<!funding )panel"
    r"|board|partnership|LSCB|committee|sub-?group|review (?:group|team)|executive)"
)
_DONE = (
    r"(?:agreed|approved|endorsed|ratified|accepted|adopted|signed off|commissioned|received"
    r"|considered|presented|presentation|submitted|completed|finalised)"
)
_PAPER = (
    r"(?:report|review|guidance|document|policy|procedure|protocol|summary|response|statement"
    r"|circular|publication|terms of reference|SCR|IMR|LCSPR|Act|Order|Regulations?)"
)
_PROCESS = re.compile(
    rf"\b(?:(?:re-?)?published|publishing|publication|launched|(?:came|comes?|coming) into "
    rf"(?:force|operation)"
    r"|royal assent|enacted|edition|version|(?:last|first) (?:updated|revised|amended|reviewed)"
    r"|accessed"
    rf"|retrieved|{_PAPER}s?(?: (?:19|20)\d\d)? (?:is |was |were |has been )?(?:dated|agreed"
    rf"|commissioned|completed|finished"
    r"|finalised|commenced?|commences|updated|revised|issued)|report date|date of (?:(?:the "
    r"|this )?report|issue"
    r"|publication|the review)|review date|next review|signature|deadline|by when|target date"
    rf"|completion date|time-?scale|{_BODY}(?:'s)?\s(?:\w+\s){{0,3}}(?:met|meetings?|sat|convened)"
    rf"|meetings? of (?:the|this) (?:\w+\s){{0,4}}{_BODY}"
    rf"|{_DONE} (?:by|to|at) (?:the|this) (?:\w+\s){{0,4}}{_BODY}|{_BODY} (?:\w+\s){{0,3}}{_DONE}"
    r"|decision to (?:hold|carry out|commission|undertake) (?:a|this) (?:\w+\s){0,4}review)\b"
    r"(?:[^.!?\n\x00]|\.\d){0,45}$|(?:^|[\n\x00])\s{0,3}signed\b[^.!?\n\x00]{0,60}$",
    re.IGNORECASE,
)
"""Words before a day that make it one of the board's or the law's life."""
_DEADLINE = re.compile(
    r"\b(?:should|must|will|shall|to be|are to|is to)\b[^.!?\n\x00]{0,90}"
    r"\b(?:by|before|no later than)\s(?:the\s)?(?:end of\s)?$",
    re.IGNORECASE,
)
"""A recommendation's words before the day by which it is to be done."""
_REPORTED = re.compile(
    r"\b(?:said|told|asked|warned|recorded|wrote|texted|rang|social worker|mother|father|he|she)\b",
    re.IGNORECASE,
)
"""In a deadline's sentence these say that it was one of the case's: "told her that she must"."""
_LINE_BEFORE = re.compile(
    r"(?:^|[\n\x00|])\s{0,3}(?:by|due|completed?|achieved)[:\s]{1,3}$", re.IGNORECASE
)
_LINE_AFTER = re.compile(r"\s{0,3}(?:$|[.;|)\n\x00])")
"""Around a day that is all there is in a line or a cell: "By 31 March 2026"."""
_CASE_WORDS = re.compile(
    r"\b(?:events? of|happened|incident|injur|seen on|visited|hospital|admitted|moved|arrest"
    r"|allegation|assault|referral|referred|scan|born|died)",
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
            start, end = _with_weekday(text, start), _with_what_follows(text, start, end)
            found.append(result(self, start, end, LIKELY, entity=entity))
        return found


def _days(text: str) -> Iterator[WrittenDate]:
    return (written for written in written_dates(text) if not written.american)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of dates; those that overlap or that "to" joins are one."""
    start = end = -1
    stretches = [(written.start, written.end) for written in _days(text)]
    stretches += [match.span() for match in _matches(text)]
    stretches += (*lone_days(text), *bare_days(text))
    for begin, stop in sorted(stretches):
        joined = end >= 0 and (
            begin <= end or _BETWEEN.fullmatch(text, end, _with_weekday(text, begin))
        )
        if joined:
            end = max(end, stop)
            continue
        if end >= 0:
            yield start, end
        start, end = begin, stop
    if end >= 0:
        yield start, end


def _matches(text: str) -> Iterator[re.Match[str]]:
    for start, end in windows(text, r"\d(?:st|nd|rd|th)\b|\d[/.]\d"):
        yield from _MONTHLESS.finditer(text, start, end)


def _with_weekday(text: str, start: int) -> int:
    weekday = _WEEKDAY.search(text, max(0, start - 16), start)
    return weekday.start() if weekday else start


def _with_what_follows(text: str, start: int, end: int) -> int:
    after = _WEEKDAY_AFTER.match(text, end)
    if after is None and _SENT.search(text, max(0, start - 30), start):
        after = _SENT_AT.match(text, end)
    return after.end() if after else end


def _is_of_a_life(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 60) : start]
    return bool(_BORN.search(before) or _THEN_BORN.match(text[end : end + 70]))


def _is_of_process(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _SENTENCE) : _with_weekday(text, start)]
    said = _PROCESS.search(before)
    if said is not None and not _CASE_WORDS.search(before, said.start()):
        return not _is_of_a_life(text, start, end)
    if _DEADLINE.search(before):
        sentence = re.split(r"[.!?\n\x00]", before)[-1]
        return not _REPORTED.search(sentence)
    return bool(_LINE_BEFORE.search(before) and _LINE_AFTER.match(text, end))

"""What is safe as a whole: statutes, bodies, lands, and authors who are cited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from redaction.detect.net.grammar import IN_PLACES
from redaction.detect.net.lists import entries, names
from redaction.detect.net.tokens import Words

_PHRASE_LISTS = ("bodies", "statutes", "lands", "works")
_GAP = re.compile(r"[ ,\-&\n]{1,3}")
_NAME = r"(?<!\w)[A-Z][\w'\-]{1,30}"
_MORE = rf"(?:(?:, | and | & |, and |, & ){_NAME}(?:,? (?:[A-Z]\.,? ?){{1,3}})?){{0,5}}"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_WORKS = "model|theory|hierarchy|framework|typology|ladder|continuum|study|research|concept"
_CITED = re.compile(
    rf"(?<![\w'\-])(?:(?P<sure>{_NAME}{_MORE},? et al\b"
    rf"|{_NAME},? (?:[A-Z]\.,? ?){{1,3}}{_MORE},? ?\({_YEAR}\)"
    rf"|{_NAME}(?='s (?:\(?{_YEAR}|['\"][A-Z]|(?:\w{{1,20}} )?(?:{_WORKS})\b)))"
    rf"|(?P<year>{_NAME}{_MORE}(?:'s?)?,? \({_YEAR}(?:[:,;] ?(?:pp?\.? ?)?[\d\-]{{1,9}})?\))"
    rf"|(?<=[(;])(?P<bracket>(?:see |e\.g\. |cf\. | )?{_NAME}{_MORE},? {_YEAR})(?=[;:,)]))"
)
"""Authors who are cited; ``sure`` ones can hardly be people of the case."""
_MAYBE_CITED = re.compile(rf"\bet al\b|\({_YEAR}|{_YEAR}[;:,)]|'s {_YEAR}|'s ['\"]|(?:{_WORKS})\b")
"""What no citation is without; and none goes over the end of a line."""


def phrase_spans(words: Words) -> Iterator[tuple[int, int]]:
    """Where a safe phrase stands in the text."""
    by_first = _by_first()
    for at in words.capitals:
        for phrase in by_first.get(_whole(words, at), ()):
            if _matches(words, at, phrase):
                yield words.tokens[at].start, words.tokens[at + len(phrase) - 1].end
                break


def _matches(words: Words, at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(words):
        return False
    for offset in range(1, len(phrase)):
        last = offset == len(phrase) - 1
        if phrase[offset] not in (
            _whole(words, at + offset),
            words.word(at + offset) if last else "",
        ):
            return False
        if _GAP.fullmatch(words.gap(at + offset - 1).removeprefix("'s").removeprefix("'S")) is None:
            return False
    return True


def _whole(words: Words, at: int) -> str:
    token = words.tokens[at]
    return token.word + "'s" if token.possessive else token.word


@cache
def _by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by first word, longest first; a possessive keeps its "'s"."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in _PHRASE_LISTS:
        for entry in entries(name):
            words = Words(entry)
            phrase = tuple(_whole(words, at) for at in range(len(words)))
            if name != "lands" or len(phrase) > 1:
                found[phrase[0]].add(phrase)
    return {first: tuple(sorted(all_, key=lambda p: (-len(p), p))) for first, all_ in found.items()}


def cited_spans(words: Words) -> Iterator[tuple[int, int]]:
    """Where authors are cited: "Holt et al", "(Holt, 2011)"."""
    text, done = words.text, 0
    for maybe in _MAYBE_CITED.finditer(text):
        if maybe.start() < done:
            continue
        done = text.find("\n", maybe.end())
        done = len(text) if done < 0 else done
        for hit in _CITED.finditer(text, text.rfind("\n", 0, maybe.start()) + 1, done):
            start, end = hit.span(hit.lastgroup or 0)
            if hit.lastgroup == "sure" or not _may_be_a_person(text, start, hit[0]):
                yield start, end


def _may_be_a_person(text: str, start: int, cited: str) -> bool:
    """Whether "Jayden (2003)" or "Amy Holt (1987)" rather gives someone's year of birth."""
    cited_names = re.findall(r"[A-Z][^\W\d_]+", cited)
    if all(name.lower() in names("given") for name in cited_names):
        return True
    before = re.search(r"([^\W\d_]+) \Z", text[max(0, start - 30) : start])
    if before is None:
        return False
    return before[1] in IN_PLACES or (
        before[1][0].isupper() and before[1].lower() in names("given")
    )

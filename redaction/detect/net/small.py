"""Places and bodies in notes that nobody wrote a capital in: "beech house", "ings lane clinic"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redaction.detect.net.bodies import Body, is_of_reports
from redaction.detect.net.grammar import PARTICLES, PLACE_LEADS
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.net.vocabulary import Kind, kind
from redaction.values import Category

_STREET = (
    "street|st|road|rd|lane|ln|close|avenue|ave|crescent|cres|drive|terrace|grove|court|walk|rise"
)
_ADDRESS = re.compile(
    rf"(?<![\w/.])\d{{1,4}}[a-z]? (?P<name>(?:[a-z']{{3,20}} ){{1,2}}(?:{_STREET})\b)(?! \d)"
)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]")
_FEWEST = 4
"""Words of a line that shows how its writer writes."""
_RARE = 40
"""One word in so many may have a capital in careless notes."""
_FARTHEST = 3
_SHORTEST_PLACE = 5


def small_bodies(words: Words) -> Iterator[Body]:
    """The places and bodies that are written small; in lines with capitals only unknown words."""
    yield from _addresses(words)
    last_words = listed("small_last_words")
    before = ""
    for at, token in enumerate(words.tokens):
        ends, led = token.word in last_words, before in PLACE_LEADS
        before = token.word
        if (ends or led) and token.written.islower():
            body = _ending_at(words, at) if ends else _place(words, at)
            if body is not None:
                yield body


def _addresses(words: Words) -> Iterator[Body]:
    for hit in _ADDRESS.finditer(words.text):
        inside = words.inside(hit.start("name"), hit.end())
        if inside and words.tokens[inside[-1]].end == hit.end():
            yield inside[0], inside[-1], Category.PLACE


def _ending_at(words: Words, last: int) -> Body | None:
    first = last
    telling = False
    careless = is_careless(words, last)
    while (
        last - first < _FARTHEST and words.beside(first - 1) and words.written(first - 1).islower()
    ):
        word = words.word(first - 1)
        known = kind(word)
        if known is Kind.UNKNOWN or (known is Kind.NAME and careless):
            telling = True
        elif careless and known is not Kind.NAME and not is_of_reports(word) and len(word) > 3:
            telling = telling or last - first == 0
        elif word not in (
            "st",
            "lane",
            "road",
            "street",
            "north",
            "south",
            "east",
            "west",
            "district",
        ):
            break
        first -= 1
    street = re.fullmatch(_STREET, words.word(last)) is not None
    return (first, last, Category.PLACE if street else Category.ORG) if telling else None


def _place(words: Words, at: int) -> Body | None:
    """An unknown word that "in", "at" or the like leads to: "bailed to skelby"."""
    word = words.word(at)
    if len(word) < _SHORTEST_PLACE or word in PARTICLES:
        return None
    if not words.beside(at - 1) or words.is_code(at):
        return None
    if kind(word) is not Kind.UNKNOWN or not is_careless(words, at):
        return None
    return at, at, Category.PLACE


def is_careless(words: Words, at: int) -> bool:
    """Whether the line of word ``at`` has no capitals although it has some words."""
    line = words.line_text(at)
    many = len(line.split())
    return many >= _FEWEST and len(_CAPITALISED.findall(line)) * _RARE < many

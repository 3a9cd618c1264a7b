"""The names that a document has somewhere, in the forms in which they come again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from redaction.detect.detection import Detection
from redaction.detect.net.document import Text
from redaction.detect.net.initials import initials_of
from redaction.detect.net.lists import words as listed
from redaction.detect.net.settle import NET
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.words import TITLES
from redaction.values import Category

_LETTERS = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_INITIALLED = re.compile(r"\b((?:[A-Z]\. ?){1,3})([A-Z][\w'-]{2,20})")
"""A family name after the initials of first ones: "M. J. Cavanagh"."""
_SHORTEST = 3
_SHORTEST_MISSPELT, _TWO_MISTAKES_FROM = 6, 8
_MOST_COMPARED = 400
"""Names beyond which a text is no review, and misspelt ones are not looked for."""


@dataclass
class Known:
    """The words of a document that are names somewhere in it, in small letters."""

    sure: dict[str, Category] = field(default_factory=dict)
    """Those that are a name in any casing."""
    capitals: dict[str, Category] = field(default_factory=dict)
    """Ordinary words, which are a name with a capital."""
    told: set[str] = field(default_factory=set)
    """Those that a recogniser which says more than the net has seen."""
    initials: set[str] = field(default_factory=set)
    """Of whole names, as notes write them: "TJ"; abbreviations of bodies among them."""
    declared: set[str] = field(default_factory=set)
    """Initials that stand in brackets behind whose they are."""
    nicknames: set[str] = field(default_factory=set)
    """What the document says that someone is called, in small letters."""
    _asked: dict[str, bool] = field(default_factory=dict)

    def learn(self, written: str, *, told: bool) -> None:
        """Take in the words of a person's name as it is ``written`` somewhere."""
        parts = [part.removesuffix("'s") for part in _LETTERS.findall(written)]
        name = [part for part in parts if part.lower() not in TITLES and not is_post(part)]
        for part in name:
            self._learn_word(part)
        if told:
            self.told.update(part.lower() for part in name)
        capitals = [part for part in name if part[0].isupper() and len(part) > 1]
        self.initials.update(initials_of(capitals))

    def learn_place(self, written: str) -> None:
        """Take in the words of a place's name that are no ordinary words."""
        for part in _LETTERS.findall(written):
            if kind(part.lower()) is Kind.UNKNOWN and len(part) > _SHORTEST:
                self.sure.setdefault(part.lower(), Category.PLACE)

    def is_misspelt(self, word: str) -> bool:
        """Whether ``word``, in small letters and no word that is known, is nearly a sure name."""
        if len(word) < _SHORTEST_MISSPELT or len(self.sure) > _MOST_COMPARED:
            return False
        if word not in self._asked:
            self._asked[word] = kind(word) is Kind.UNKNOWN and self._is_near(word)
        return self._asked[word]

    def _learn_word(self, part: str) -> None:
        word = part.lower()
        if len(word) < _SHORTEST or word in listed("report_capitals"):
            return
        if part.isupper() and word in listed("abbreviations"):
            return
        if kind(word) in (Kind.NAME, Kind.UNKNOWN):
            self.sure[word] = Category.PERSON
        elif part[0].isupper() or kind(word) is Kind.EITHER:
            self.capitals[word] = Category.PERSON
        for piece in word.split("-") if "-" in word else ():
            if len(piece) > _SHORTEST and kind(piece) in (Kind.NAME, Kind.UNKNOWN):
                self.sure[piece] = Category.PERSON

    def _is_near(self, word: str) -> bool:
        distance = 2 if len(word) >= _TWO_MISTAKES_FROM else 1
        scorer = DamerauLevenshtein.distance
        near = process.extractOne(word, list(self.sure), scorer=scorer, score_cutoff=distance)
        return near is not None


def known_names(texts: Sequence[Text], found: Sequence[Iterable[Detection]]) -> Known:
    """The names among ``found``, what recognisers saw in each of ``texts``."""
    known = Known()
    people: dict[str, bool] = {}
    for text, detections in zip(texts, found, strict=True):
        for each in detections:
            if each.category is Category.PERSON:
                written = text.written(each)
                people[written] = people.get(written, False) or each.entity not in NET
            elif each.entity == "UNLISTED_PLACE":
                known.learn_place(text.written(each))
    for written, told in people.items():
        known.learn(written, told=told)
    for text in texts:
        for hit in _INITIALLED.finditer(text.words.text):
            if hit[2].lower() in known.sure:
                known.initials.add(re.sub(r"[^A-Z]", "", hit[1]) + hit[2][0])
    return known


def is_post(part: str) -> bool:
    """Whether ``part`` says what someone is, a post or a relation, or is a word of reports."""
    return any(part.lower() in listed(name) for name in ("roles", "relations", "report_words"))

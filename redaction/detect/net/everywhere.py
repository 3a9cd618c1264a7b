"""What a whole document says about its words: which are names, and which are ordinary after all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from redaction.detect.detection import Detection
from redaction.detect.entities import ENTITIES
from redaction.detect.net.initials import Initials, initials_of
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.net import covered
from redaction.detect.net.phrases import cited_spans, safe_spans
from redaction.detect.net.settle import NET
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import reads_as_ordinary
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.plain import PlainText
from redaction.detect.words import TITLES
from redaction.values import Category

RECOGNISER = "spread"

_LETTERS = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_SHORTEST = 3
_SHORTEST_IN_SMALL_LETTERS = 4
_SHORTEST_MISSPELT, _TWO_MISTAKES_FROM = 6, 8
_MOST_COMPARED = 400
"""Names beyond which a text is no review, and misspelt ones are not looked for."""
_BY_LOOKS = frozenset({"UNLISTED_WORD", "UNLISTED_PLACE", "UNLISTED_ORGANISATION"})
_NAME = r"[A-Z][a-z]{1,30}"
_DECLARED = re.compile(
    rf"[\"']?(?P<name>{_NAME})[\"']?,? ?\((?:this is )?(?:an? |the )?"
    r"(?:pseudonym|not (?:his|her|their|the [\w' ]{1,20}) real name)"
    rf"|[Pp]seudonyms?(?: of| is|,| are|:)? [\"']?(?P<after>{_NAME})"
    rf"|\b(?:called|known as|referred to as|named) [\"']?(?P<called>{_NAME})[\"']? "
    r"(?:in|for|throughout) (?:the purposes? of )?this (?:review|report)"
)
"""A name that the document says is a pseudonym."""


@dataclass
class Known:
    """The words of a document that are names, ``sure`` ones in any casing."""

    sure: dict[str, Category] = field(default_factory=dict)
    capitals: dict[str, Category] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    """Those that a recogniser which says more than the net has seen."""
    initials: set[str] = field(default_factory=set)
    asked: dict[str, bool] = field(default_factory=dict)
    """Of whole names, as notes write them: "TJ"; abbreviations of bodies among them."""

    def is_misspelt(self, word: str) -> bool:
        """Whether ``word``, in small letters and no word that is known, is nearly a sure name."""
        if len(word) < _SHORTEST_MISSPELT or len(self.sure) > _MOST_COMPARED:
            return False
        if word not in self.asked:
            self.asked[word] = kind(word) is Kind.UNKNOWN and self._is_near(word)
        return self.asked[word]

    def _is_near(self, word: str) -> bool:
        distance = 2 if len(word) >= _TWO_MISTAKES_FROM else 1
        near = process.extractOne(
            word, list(self.sure), scorer=DamerauLevenshtein.distance, score_cutoff=distance,
            processor=None,
        )  # fmt: skip
        return near is not None


def drop_ordinary(
    words: Sequence[Words], texts: Sequence[str], found: list[list[Detection]]
) -> None:
    """Takes out misspellings, and words held for their looks, that the document also writes small.

    A word that is held for its looks has to stand in small letters as often as with a capital.
    """
    suspects = [
        (each, text[each.start : each.end].lower())
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.misspelt or each.entity in _BY_LOOKS
    ]
    if not suspects:
        return
    looked_for = {word for _, word in suspects}
    small: Counter[str] = Counter()
    for each in words:
        small.update(t.word for t in each.tokens if t.word in looked_for and t.written[0].islower())
    large = Counter(word for _, word in suspects)
    for text, detections in zip(texts, found, strict=True):
        detections[:] = [each for each in detections if not _is_ordinary(each, text, small, large)]


def _is_ordinary(each: Detection, text: str, small: Counter[str], large: Counter[str]) -> bool:
    word = text[each.start : each.end].lower()
    if each.misspelt:
        return small[word] > 0
    return each.entity in _BY_LOOKS and small[word] >= large[word] and word not in names("given")


def drop_pseudonyms(
    words: Sequence[Words], texts: Sequence[str], found: list[list[Detection]]
) -> None:
    """Takes out names that the document itself says are pseudonyms; never the case's own."""
    declared = {
        name.lower()
        for text in texts
        for hit in _DECLARED.finditer(text)
        if (name := hit[hit.lastgroup or 0])
    }
    if not declared:
        return
    for text, detections in zip(texts, found, strict=True):
        detections[:] = [
            each for each in detections
            if each.known or text[each.start : each.end].lower() not in declared
        ]  # fmt: skip


def find_again(
    words: Sequence[Words], views: Sequence[PlainText], found: list[list[Detection]]
) -> None:
    """Adds each use of a name that stands elsewhere in the document as one."""
    _drop_explained(words, views, found)
    known = _known(views, found)
    if not known.sure and not known.capitals:
        return
    short = Initials(known.initials, (view.text for view in views))
    for each, view, detections in zip(words, views, found, strict=True):
        held, told = (
            _places(detections),
            _places(one for one in detections if one.entity not in NET),
        )
        detections.extend(_again(each, view, known, held, told))
        detections.extend(
            _detection(*view.span(start, end), Category.PERSON)
            for start, end in short.spans(each)
            if start not in held
        )


def _drop_explained(
    words: Sequence[Words], views: Sequence[PlainText], found: list[list[Detection]]
) -> None:
    """Takes out strangers' names that are a public figure's, a statute's or a cited author's.

    An author who is cited somewhere is one elsewhere too, unless a title or another part of the
    name says that this is someone else.
    """
    safe = [_places_of(view, safe_spans(each)) for each, view in zip(words, views, strict=True)]
    cited = {
        name.lower()
        for each in words
        for start, end in cited_spans(each)
        for name in _LETTERS.findall(each.text[start:end])
    }
    for view, detections, places in zip(views, found, safe, strict=True):
        detections[:] = [
            each for each in detections
            if each.known or each.category is not Category.PERSON
            or not (
                places.issuperset(range(each.start, each.end))
                or (each.entity in NET and _written(view, each).removesuffix("'s").lower() in cited)
            )
        ]  # fmt: skip


def _places_of(view: PlainText, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(*view.span(start, end))}


def _written(view: PlainText, each: Detection) -> str:
    return view.text[view.position(each.start) : view.position(each.end - 1) + 1]


def _places(detections: Iterable[Detection]) -> set[int]:
    return {place for one in detections for place in range(one.start, one.end)}


def _again(
    words: Words, view: PlainText, known: Known, held: set[int], told: set[int]
) -> Iterator[Detection]:
    safe = covered(words)
    for at, token in enumerate(words.tokens):
        category = _category(words, at, known)
        if category is None or at in safe:
            continue
        start, end = view.span(token.start, token.end)
        if not (told if token.word in known.told else held).issuperset(range(start, end)):
            yield _detection(start, end, category)


def _category(words: Words, at: int, known: Known) -> Category | None:
    """What word ``at`` is a name of, by what the rest of the document says; None if of nothing."""
    token = words.tokens[at]
    capital = token.written[0].isupper()
    for word in _forms(token.word):
        if word in known.sure and (capital or len(word) >= _SHORTEST_IN_SMALL_LETTERS):
            return known.sure[word]
        plural = word != token.word and words.word(at - 1) == "the"
        if word in known.capitals and capital and (plural or not reads_as_ordinary(words, at)):
            return known.capitals[word]
    return Category.PERSON if not capital and known.is_misspelt(token.word) else None


def _forms(word: str) -> Iterable[str]:
    """``word`` itself, what it is the plural of, and the parts of a double name."""
    yield word
    if word.endswith("s") and len(word) > _SHORTEST_IN_SMALL_LETTERS:
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
    if "-" in word:
        yield from word.split("-")


def _known(views: Sequence[PlainText], found: Sequence[Iterable[Detection]]) -> Known:
    known = Known()
    for view, detections in zip(views, found, strict=True):
        for each in detections:
            if each.category is Category.PERSON:
                written = _written(view, each)
                _learn(known, written)
                if each.entity not in NET:
                    known.told.update(part.lower() for part in _LETTERS.findall(written))
            elif each.entity == "UNLISTED_PLACE":
                _learn_place(known, _written(view, each))
    return known


def _learn(known: Known, written: str) -> None:
    parts = [part.removesuffix("'s") for part in _LETTERS.findall(written)]
    name = [part for part in parts if part.lower() not in TITLES and not _is_post(part)]
    for part in name:
        word = part.lower()
        if len(word) < _SHORTEST or word in listed("report_capitals"):
            continue
        if part.isupper() and word in listed("abbreviations"):
            continue
        if kind(word) in (Kind.NAME, Kind.UNKNOWN):
            known.sure[word] = Category.PERSON
        elif part[0].isupper() or kind(word) is Kind.EITHER:
            known.capitals[word] = Category.PERSON
        for piece in word.split("-") if "-" in word else ():
            if len(piece) > _SHORTEST and kind(piece) in (Kind.NAME, Kind.UNKNOWN):
                known.sure[piece] = Category.PERSON
    capitals = [part for part in name if part[0].isupper() and len(part) > 1]
    if capitals:
        known.initials.update(initials_of(capitals))


def _learn_place(known: Known, written: str) -> None:
    for part in _LETTERS.findall(written):
        if kind(part.lower()) is Kind.UNKNOWN and len(part) > _SHORTEST:
            known.sure.setdefault(part.lower(), Category.PLACE)


def _is_post(part: str) -> bool:
    word = part.lower()
    return word in listed("roles") or word in listed("relations") or word in listed("report_words")


def _detection(start: int, end: int, category: Category) -> Detection:
    entity = ENTITIES["UNLISTED_PLACE" if category is Category.PLACE else "TITLED_NAME"]
    return Detection(
        entity="UNLISTED_PLACE" if category is Category.PLACE else "TITLED_NAME",
        category=category,
        weight=entity.weight,
        start=start,
        end=end,
        recogniser=RECOGNISER,
        reason="stands elsewhere in this document as a name",
        suggestion=entity.suggestion,
    )

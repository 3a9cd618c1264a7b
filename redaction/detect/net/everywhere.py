"""A name that stands somewhere in a document is one wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from redaction.detect.detection import Detection
from redaction.detect.entities import ENTITIES
from redaction.detect.net.document import Text, places, spans_of
from redaction.detect.net.initials import Initials
from redaction.detect.net.known import Known
from redaction.detect.net.settle import NET
from redaction.detect.net.strangers import StrangersInitials
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import reads_as_ordinary
from redaction.values import Category

RECOGNISER = "spread"
REASON = "stands elsewhere in this document as a name"

_SHORTEST_IN_SMALL_LETTERS = 4


def find_again(texts: Sequence[Text], found: list[list[Detection]], known: Known) -> None:
    """Adds to ``found`` each use of a name that is ``known`` from elsewhere in ``texts``."""
    suspects = _suspects(texts, known)
    of_known = Initials(known.initials, (text.words.text for text in texts))
    of_strangers = StrangersInitials([text.words for text in texts])
    for text, detections in zip(texts, found, strict=True):
        short = {*of_known.spans(text.words), *of_strangers.spans(text.words)}
        again = [*_again(text, known, suspects, detections), *_initials(text, short, detections)]
        detections.extend(again)


def _suspects(texts: Sequence[Text], known: Known) -> frozenset[str]:
    """The words of ``texts`` that may be one of the ``known`` names, in some form."""
    every = frozenset[str]().union(*(text.words.vocabulary for text in texts))
    names = known.sure.keys() | known.capitals.keys()
    others = every - names
    in_form = {word for word in others if word[-1] == "s" or "-" in word}
    return frozenset(every & names) | {
        word
        for word in others
        if (word in in_form and not names.isdisjoint(_forms(word))) or known.is_misspelt(word)
    }


def _again(
    text: Text, known: Known, suspects: frozenset[str], detections: Sequence[Detection]
) -> Iterator[Detection]:
    named = [
        (token, category)
        for at, token in enumerate(text.words.tokens)
        if token.word in suspects and (category := _category(text.words, at, known)) is not None
    ]
    if not named:
        return
    held = places(spans_of(detections))
    told = places(spans_of(each for each in detections if each.entity not in NET))
    for token, category in named:
        span = range(*text.span(token.start, token.end))
        if text.safe.issuperset(span):
            continue
        if not (told if token.word in known.told else held).issuperset(span):
            yield _detection(span.start, span.stop, category)


def _initials(
    text: Text, short: Collection[tuple[int, int]], detections: Sequence[Detection]
) -> Iterator[Detection]:
    held = places(spans_of(detections)) if short else frozenset()
    for start, end in sorted(short):
        span = text.span(start, end)
        if span[0] not in held:
            yield _detection(*span, Category.PERSON)


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


def _detection(start: int, end: int, category: Category) -> Detection:
    name = "UNLISTED_PLACE" if category is Category.PLACE else "TITLED_NAME"
    entity = ENTITIES[name]
    return Detection(
        entity=name,
        category=category,
        weight=entity.weight,
        start=start,
        end=end,
        recogniser=RECOGNISER,
        reason=REASON,
        suggestion=entity.suggestion,
    )
